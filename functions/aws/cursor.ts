/** Cursors: where a list goes on, opaque to callers and safe in a URL. */

export const encodeCursor = (position: string): string =>
  Buffer.from(position, 'utf8').toString('base64url');

export const decodeCursor = (cursor: string): string =>
  Buffer.from(cursor, 'base64url').toString('utf8');
