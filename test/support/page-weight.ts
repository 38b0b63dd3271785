/** What a first visit to a page fetches, read from its HTML and the built files: bytes as gzip sends them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const client = fileURLToPath(new URL('../../web/build/client', import.meta.url));

export interface Weight {
  readonly script: number;
  readonly style: number;
  /** HTML, scripts, styles, pictures. */
  readonly whole: number;
  readonly requests: number;
}

const LINKED = /<(?:link|script|img)\b[^>]*?\b(?:href|src)="(\/[^"]+)"[^>]*>/g;
const IMPORTED = /(?:\bfrom|\bimport)\s*"(\.[^"]+\.js)"/g;
const BROUGHT = /(?:\bfrom|\bimport)[\s(]*"(\.[^"]+\.js)"/g;

export function weightOf(html: string): Weight {
  const files = [...fetched(html)];
  const sum = (ending: string) =>
    files.filter((file) => file.endsWith(ending)).reduce((bytes, file) => bytes + sizeOf(file), 0);
  const bytes = files.reduce((total, file) => total + sizeOf(file), gzipSync(html).length);
  return { script: sum('.js'), style: sum('.css'), whole: bytes, requests: files.length + 1 };
}

/** Without what only readers without script fetch, and without links that merely lead somewhere. */
function fetched(html: string): ReadonlySet<string> {
  const files = new Set<string>();
  const eager = html.replaceAll(/<noscript>[^]*?<\/noscript>/g, '');
  for (const [tag, path = ''] of eager.matchAll(LINKED)) {
    if (/rel="(?:canonical|alternate)"/.test(tag)) continue;
    add(path, files);
  }
  // The start of a page that hydrates imports its modules from an inline script.
  for (const [, path = ''] of eager.matchAll(/import\("(\/[^"]+\.js)"\)/g)) add(path, files);
  return files;
}

/** The file and all that it imports at once. */
function add(path: string, files: Set<string>): void {
  if (files.has(path)) return;
  files.add(path);
  if (!path.endsWith('.js')) return;
  const source = readFileSync(join(client, path), 'utf8');
  const imports = isForEveryReader(path) ? BROUGHT : IMPORTED;
  for (const [, imported = ''] of source.matchAll(imports))
    add(new URL(imported, `file://${path}`).pathname, files);
}

/** It imports the rest a moment later, asked or not. */
const isForEveryReader = (path: string): boolean => path.includes('/bring-');

/** What stands in no file: the reader's choices, empty for who made none. */
const rendered: Readonly<Record<string, string>> = { '/display.css': '@media screen{}' };

const sizeOf = (path: string): number =>
  gzipSync(rendered[path] ?? readFileSync(join(client, path))).length;
