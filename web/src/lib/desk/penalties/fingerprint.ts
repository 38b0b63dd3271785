/** The fingerprint of a file, computed here: the file itself goes nowhere. */

const LARGEST_BYTES = 100 * 1024 * 1024;

/** SHA-256 in hexadecimal; undefined when the file is too large to be read at once. */
export async function fingerprint(file: File): Promise<string | undefined> {
  if (file.size > LARGEST_BYTES) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
