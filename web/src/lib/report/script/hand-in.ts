/** Hands one file in, as every browser with script does: a place for it, the upload, the check. */
import {
  reservationOf,
  uploadForm,
  type Checked,
  type FileProblem,
  type HandedIn,
  type Reservation,
} from '#lib/report/file-kinds.ts';

/**
 * @param reached - told how many percent have left, and undefined while the file is checked
 * @throws when it did not arrive
 */
export async function handIn(
  file: File,
  reached: (percent: number | undefined) => void,
): Promise<FileProblem | { readonly handedIn: HandedIn }> {
  const place = await ask<Reservation>('/api/attachments', reservationOf(file));
  await send(place, file, reached);
  reached(undefined);
  const checked = await ask<Checked>(`/api/attachments/${place.attachmentId}/completions`, {});
  return checked.state === 'clean'
    ? { handedIn: `${place.attachmentId} ${checked.name}` }
    : checked.why;
}

/** @throws for every answer but a good one */
async function ask<Answer>(path: string, body: unknown): Promise<Answer> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Answer; // the contract of the call
}

/** By the older interface: only it tells how far an upload is. @throws when it did not arrive */
function send(
  place: Reservation,
  file: File,
  reached: (percent: number | undefined) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', place.upload.url);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      reached(total > 0 ? Math.round((loaded / total) * 100) : 0);
    });
    request.addEventListener('load', () => {
      if (request.status < 300) resolve();
      else reject(new Error(String(request.status)));
    });
    request.addEventListener('error', () => reject(new Error('no connection')));
    request.send(uploadForm(place, file));
  });
}
