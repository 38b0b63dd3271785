/** Files to hand in: small ones of every kind, some with more in them than one sees. */
import { PhotonImage } from '@cf-wasm/photon/node';

/** What must be found in nothing that is kept. */
export const SECRET_PLACE = 'GPS 29.8049N 106.3965E';

/** A picture of vertical stripes, left half dark and right half light: which way up it is shows in its corners. */
function drawn(width: number, height: number): PhotonImage {
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0; at < pixels.length; at += 4) {
    const light = (at / 4) % width < width / 2 ? 20 : 230;
    pixels.set([light, light, light, 255], at);
  }
  return new PhotonImage(pixels, width, height);
}

export const aPng = (width = 40, height = 20): Uint8Array => drawn(width, height).get_bytes();
export const aWebp = (width = 40, height = 20): Uint8Array => drawn(width, height).get_bytes_webp();

/** With an EXIF segment that says how the camera was held, and a comment that says where. */
export function aJpeg({ width = 40, height = 20, orientation = 1 } = {}): Uint8Array {
  const plain = drawn(width, height).get_bytes_jpeg(90);
  const tiff = Buffer.from([
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ]);
  const exif = segment(
    0xe1,
    Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(SECRET_PLACE)]),
  );
  return Buffer.concat([
    plain.slice(0, 2),
    exif,
    segment(0xfe, Buffer.from(SECRET_PLACE)),
    plain.slice(2),
  ]);
}

function segment(kind: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, kind, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

export const aPdf = (): Uint8Array =>
  Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** Its `udta` box says where it was taken, its `mvhd` when. */
export function anMp4(): Uint8Array {
  const mvhd = box('mvhd', Buffer.from([0, 0, 0, 0, ...Array<number>(8).fill(0xab), 1, 2, 3, 4]));
  const udta = box('udta', Buffer.from(SECRET_PLACE));
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isom')),
    box('moov', Buffer.concat([mvhd, udta])),
    box('mdat', Buffer.from('the recording itself')),
  ]);
}

function box(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, content]);
}

export function anMp3(): Uint8Array {
  const title = Buffer.from(SECRET_PLACE);
  const tag = Buffer.concat([
    Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, title.length]),
    title,
  ]);
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0]), Buffer.alloc(413)]);
  return Buffer.concat([tag, frame, frame]);
}

/** The antivirus industry's harmless test file, put together here so that no scanner takes this file for it. */
export const eicar = (): Uint8Array =>
  Buffer.from(
    ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
  );
