/** File names as people give them, made harmless: a name is shown and offered for saving, and never a key. */
import type { AttachmentType } from './limits.ts';

export const LONGEST_NAME = 200;
const LONGEST_KEPT = 80;

const endings: Readonly<Record<AttachmentType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'video/mp4': 'mp4',
};

/** Control characters, those that turn the direction of text, and those with a meaning in paths and headers. */
const UNWANTED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"'`<>|:*?%;\\/]/gu;

/** The last part of the name, without what could mislead, and with the ending of what it is. */
export function cleanName(given: string, type: AttachmentType): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const stem = last.replace(/\.[^.]*$/, '').replaceAll(UNWANTED, '');
  const kept = [...stem.replaceAll(/\s+/g, ' ').replace(/^[\s.]+/, '')]
    .slice(0, LONGEST_KEPT)
    .join('')
    .trimEnd();
  return `${kept || 'file'}.${endings[type]}`;
}
