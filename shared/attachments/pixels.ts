/** Makes a picture smaller and turns it upright: each kept pixel is the mean of those it stands for. */

/** Four bytes a pixel: red, green, blue, opacity. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** @param orientation - of the EXIF standard, 1 to 8 */
export function fitted(picture: Pixels, orientation: number, longestSide: number): Pixels {
  const { width, height } = picture;
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const smaller =
    scale < 1 ? shrunk(picture, scaled(width, scale), scaled(height, scale)) : picture;
  return orientation === 1 ? smaller : turned(smaller, orientation);
}

const scaled = (side: number, scale: number): number => Math.max(1, Math.round(side * scale));

function shrunk({ data, width, height }: Pixels, toWidth: number, toHeight: number): Pixels {
  const small = new Uint8Array(toWidth * toHeight * 4);
  for (let y = 0; y < toHeight; y++) {
    const top = Math.floor((y * height) / toHeight);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * height) / toHeight));
    for (let x = 0; x < toWidth; x++) {
      const left = Math.floor((x * width) / toWidth);
      const right = Math.max(left + 1, Math.floor(((x + 1) * width) / toWidth));
      let red = 0;
      let green = 0;
      let blue = 0;
      let opacity = 0;
      for (let row = top; row < bottom; row++) {
        for (let at = (row * width + left) * 4; at < (row * width + right) * 4; at += 4) {
          red += data[at] ?? 0;
          green += data[at + 1] ?? 0;
          blue += data[at + 2] ?? 0;
          opacity += data[at + 3] ?? 0;
        }
      }
      const count = (bottom - top) * (right - left);
      small.set([red / count, green / count, blue / count, opacity / count], (y * toWidth + x) * 4);
    }
  }
  return { data: small, width: toWidth, height: toHeight };
}

/** From 5 on the sides change places. */
function turned({ data, width, height }: Pixels, orientation: number): Pixels {
  const [toWidth, toHeight] = orientation < 5 ? [width, height] : [height, width];
  const from = new Uint32Array(new Uint8Array(data).buffer);
  const to = new Uint32Array(toWidth * toHeight);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [newX, newY] = placeOf(x, y, width - 1, height - 1, orientation);
      to[newY * toWidth + newX] = from[y * width + x] ?? 0;
    }
  }
  return { data: new Uint8Array(to.buffer), width: toWidth, height: toHeight };
}

function placeOf(
  x: number,
  y: number,
  right: number,
  bottom: number,
  orientation: number,
): readonly [number, number] {
  switch (orientation) {
    case 2:
      return [right - x, y];
    case 3:
      return [right - x, bottom - y];
    case 4:
      return [x, bottom - y];
    case 5:
      return [y, x];
    case 6:
      return [bottom - y, x];
    case 7:
      return [bottom - y, right - x];
    case 8:
      return [y, right - x];
    default:
      return [x, y];
  }
}
