/** Unpacks a picture and draws it anew: nothing of the file survives but what one sees. Place, camera and time are gone. */
import { PhotonImage } from '@cf-wasm/photon/node';
import { JPEG_QUALITY, LONGEST_SIDE_PIXELS, MOST_PIXELS } from '../../shared/attachments/limits.ts';
import { pictureHead } from '../../shared/attachments/picture.ts';
import { fitted } from '../../shared/attachments/pixels.ts';

export interface Redrawn {
  readonly bytes: Uint8Array;
  /** What had no loss stays without; the others become JPEG. */
  readonly type: 'image/jpeg' | 'image/png';
}

/** Undefined for what cannot be unpacked, or would take more than there is. */
export function redraw(bytes: Uint8Array): Redrawn | undefined {
  const head = pictureHead(bytes);
  if (!head || head.width * head.height > MOST_PIXELS) return undefined;
  const isPng = bytes[0] === 0x89;
  try {
    using unpacked = PhotonImage.new_from_byteslice(bytes);
    const width = unpacked.get_width();
    const height = unpacked.get_height();
    const data = unpacked.get_raw_pixels();
    const small = fitted({ data, width, height }, head.orientation, LONGEST_SIDE_PIXELS);
    using drawn = new PhotonImage(small.data, small.width, small.height);
    return isPng
      ? { bytes: drawn.get_bytes(), type: 'image/png' }
      : { bytes: drawn.get_bytes_jpeg(JPEG_QUALITY), type: 'image/jpeg' };
  } catch (error) {
    if (error instanceof Error && error.name === 'RuntimeError') return undefined; // how the codec says that it is broken
    throw error;
  }
}
