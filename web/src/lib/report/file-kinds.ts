/** Which files a form takes, told before anything travels; the server looks at what is in them. */
import type { RefusedFor } from '../../../../shared/attachments/attachment.ts';
import {
  attachmentTypes,
  LARGEST_ATTACHMENT_BYTES,
  type AttachmentType,
} from '../../../../shared/attachments/limits.ts';

/** As a form sends it back: the id, a space, the name. */
export type HandedIn = string;

export const idOf = (file: HandedIn): string => file.split(' ', 1)[0] ?? '';
export const nameOf = (file: HandedIn): string => file.slice(idOf(file).length + 1);

export type FileProblem = RefusedFor | 'TOO_LARGE' | 'TOO_MANY' | 'EMPTY' | 'FAILED';

/** Browsers have several names for sounds, or none. */
const typesByEnding: ReadonlyMap<string, AttachmentType> = new Map([
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
  ['pdf', 'application/pdf'],
  ['mp3', 'audio/mpeg'],
  ['m4a', 'audio/mp4'],
  ['mp4', 'video/mp4'],
]);

export function typeOf({ name, type }: Pick<File, 'name' | 'type'>): AttachmentType | undefined {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  return attachmentTypes.find((known) => known === type) ?? typesByEnding.get(ending);
}

export function unfit(file: File): FileProblem | undefined {
  if (file.size === 0) return 'EMPTY';
  if (file.size > LARGEST_ATTACHMENT_BYTES) return 'TOO_LARGE';
  return typeOf(file) ? undefined : 'WRONG_TYPE';
}

/** Answer to `POST /api/attachments`. */
export interface Reservation {
  readonly attachmentId: string;
  readonly upload: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
}

/** Answer to `POST /api/attachments/{id}/completions`. */
export type Checked =
  | { readonly state: 'clean'; readonly name: string }
  | { readonly state: 'refused'; readonly why: RefusedFor };

export const reservationOf = (file: File) => ({
  name: file.name.slice(-200),
  type: typeOf(file),
  size: file.size,
});

/** What the store's form takes: its fields first, the file last. */
export function uploadForm({ upload }: Reservation, file: File): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(upload.fields)) form.set(field, value);
  form.set('file', file, 'file');
  return form;
}
