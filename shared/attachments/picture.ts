/** What the head of a picture says: how large it is, and which way up its camera was held. Read before anything is unpacked. */

export interface PictureHead {
  readonly width: number;
  readonly height: number;
  /** EXIF: 1 upright, 3 upside down, 6 and 8 on a side, the others mirrored besides. */
  readonly orientation: number;
}

/** Undefined for what no picture of these kinds begins with. */
export function pictureHead(bytes: Uint8Array): PictureHead | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint16(0) === 0xffd8) return ofJpeg(view);
    if (view.getUint32(0) === 0x89504e47) return upright(view.getUint32(16), view.getUint32(20));
    return ofWebp(view);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // it ends too early
    throw error;
  }
}

const upright = (width: number, height: number): PictureHead => ({
  ...{ width, height, orientation: 1 },
});

/** Segments up to the frame header: two bytes of kind, two of length. */
function ofJpeg(view: DataView): PictureHead | undefined {
  let orientation = 1;
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const kind = view.getUint8(at + 1);
    if (kind === 0xff) {
      at += 1;
      continue;
    }
    if (kind === 0xe1) orientation = orientationIn(view, at + 4) ?? orientation;
    const isFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
    if (isFrame)
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), orientation };
    at += 2 + view.getUint16(at + 2);
  }
}

/** Tag 0x0112 of the first directory of an EXIF segment. */
function orientationIn(view: DataView, start: number): number | undefined {
  if (view.getUint32(start) !== 0x45786966) return undefined; // "Exif"
  const tiff = start + 6;
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  const entries = view.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (view.getUint16(at, little) !== 0x0112) continue;
    const found = view.getUint16(at + 8, little);
    return found >= 1 && found <= 8 ? found : undefined;
  }
  return undefined;
}

function ofWebp(view: DataView): PictureHead | undefined {
  const little24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  switch (view.getUint32(12)) {
    case 0x56503820: // "VP8 ": lossy
      return upright(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
    case 0x5650384c: {
      // "VP8L": lossless, fourteen bits each
      const bits = view.getUint32(21, true);
      return upright((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
    }
    case 0x56503858: // "VP8X": with more than one part
      return upright(little24(24) + 1, little24(27) + 1);
    default:
      return undefined;
  }
}
