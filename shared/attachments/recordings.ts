/** Sound and video without what the device wrote beside them: place, time, owner, titles. The recording itself is untouched. */

/** Boxes of an MP4 file that hold others. */
const CONTAINERS = ['moov', 'trak', 'mdia', 'minf', 'stbl', 'moof', 'traf', 'edts', 'dinf'];
/** Boxes that describe; `uuid` is whatever a maker likes. */
const DESCRIPTIONS = ['udta', 'meta', 'uuid', 'ilst', 'cprt'];
/** Boxes whose second and third field are when it was made and changed. */
const DATED = ['mvhd', 'tkhd', 'mdhd'];

/** The same length: what described it becomes free space, so that no offset into the recording is wrong. */
export function withoutMp4Details(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes);
  blank(kept, new DataView(kept.buffer), 0, kept.length);
  return kept;
}

function blank(bytes: Uint8Array, view: DataView, start: number, end: number): void {
  for (let at = start; at + 8 <= end;) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const [size, head] = sizeOf(view, at, end);
    if (size < head || at + size > end) return; // broken off: players stop here too
    if (CONTAINERS.includes(name)) blank(bytes, view, at + head, at + size);
    if (DATED.includes(name)) {
      const length = bytes[at + head] === 1 ? 16 : 8; // version 1 counts in eight bytes each
      bytes.fill(0, at + head + 4, Math.min(at + head + 4 + length, at + size));
    }
    if (DESCRIPTIONS.includes(name)) {
      bytes.set([0x66, 0x72, 0x65, 0x65], at + 4); // "free"
      bytes.fill(0, at + head, at + size);
    }
    at += size;
  }
}

/** Size 0: to the end; size 1: in the next eight bytes. */
function sizeOf(view: DataView, at: number, end: number): readonly [size: number, head: number] {
  const size = view.getUint32(at);
  if (size === 0) return [end - at, 8];
  if (size !== 1) return [size, 8];
  return at + 16 <= end ? [Number(view.getBigUint64(at + 8)), 16] : [0, 16];
}

/** Without the tags before (ID3v2) and behind (ID3v1) the sound. */
export function withoutMp3Details(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (textAt(bytes, start, 3) === 'ID3') start += 10 + lengthOfTag(bytes, start);
  const end = textAt(bytes, bytes.length - 128, 3) === 'TAG' ? bytes.length - 128 : bytes.length;
  return bytes.slice(Math.min(start, end), end);
}

/** Four bytes of seven bits each; a footer is ten more. */
const lengthOfTag = (bytes: Uint8Array, at: number): number =>
  [6, 7, 8, 9].reduce((sum, place) => (sum << 7) | ((bytes[at + place] ?? 0) & 0x7f), 0) +
  ((bytes[at + 5] ?? 0) & 0x10 ? 10 : 0);

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(Math.max(at, 0), Math.max(at, 0) + length));
