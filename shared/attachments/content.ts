/** What a file is by its first bytes, whatever its name or sender says. */
import type { AttachmentType } from './limits.ts';

/** ISO base media files whose brand says sound only. */
const SOUND_BRANDS = ['M4A ', 'M4B '];
/** Pictures in the same container. */
const PICTURE_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif', 'avis'];

export function typeByContent(bytes: Uint8Array): AttachmentType | undefined {
  const at = (start: number, end: number) => String.fromCharCode(...bytes.subarray(start, end));
  if (at(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (at(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP') return 'image/webp';
  if (at(0, 5) === '%PDF-') return 'application/pdf';
  if (at(4, 8) === 'ftyp') return typeByBrand(at(8, 12));
  return at(0, 3) === 'ID3' || isMp3Frame(bytes) ? 'audio/mpeg' : undefined;
}

function typeByBrand(brand: string): AttachmentType | undefined {
  if (PICTURE_BRANDS.includes(brand)) return undefined;
  return SOUND_BRANDS.includes(brand) ? 'audio/mp4' : 'video/mp4';
}

/** Eleven bits of sync, MPEG 1, 2 or 2.5, layer III, and a bit rate and sampling rate that exist. */
function isMp3Frame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const isLayer3 = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
  return isLayer3 && third >> 4 !== 0 && third >> 4 !== 15 && (third & 0x0c) !== 0x0c;
}

const kindOf = (type: AttachmentType): string =>
  type === 'audio/mp4' || type === 'video/mp4' ? 'mp4' : type.replace(/^image\/.*/, 'image');

/** Senders mix up pictures among themselves, and sound with video; anything else is not what it says. */
export const isOfKind = (found: AttachmentType, said: AttachmentType): boolean =>
  kindOf(found) === kindOf(said);
