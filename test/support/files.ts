/** Looks through all that a system has written, byte by byte. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files below a folder in which the words stand, in any form in which a program may have written them. */
export function filesContaining(folder: string, words: string): readonly string[] {
  const forms = formsOf(words);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form));
    });
}

/** As text, in an address, escaped in JSON, and in base64 at each of the three places it may begin. */
function formsOf(words: string): readonly Buffer[] {
  const bytes = Buffer.from(words);
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    return text.slice(Math.ceil((shift * 4) / 3), -4); // without what its neighbours would change
  });
  const escaped = [...words].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [words, encodeURIComponent(words), escaped.join(''), ...base64]
    .map((form) => Buffer.from(form))
    .concat(Buffer.from(words, 'utf16le'));
}
