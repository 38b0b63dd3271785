/** `npm run import`: reads a file of penalties, inspections or institutions in, through the API like anybody else. */
import { stringify } from 'csv-stringify/sync';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { templateOf } from '../../shared/imports/template.ts';
import { readImportFile } from '../../shared/imports/file.ts';
import type { importForDesk, RowReport } from '../../shared/imports/import.ts';
import { columnsOf, importKinds, type ImportKind } from '../../shared/imports/kinds.ts';
import { portionsOf } from '../../shared/imports/portions.ts';
import type { SheetRefusal } from '../../shared/imports/table.ts';
import { DemoClient } from './demo/client.ts';
import type { DemoCredentials } from './identity/credentials.ts';
import { nodeReaders } from './import-readers.ts';
import { readSettings } from './settings.ts';

const HELP = `Reads a CSV or XLSX file in: all of it, or nothing.

  npm run import -- --kind penalties --file list.xlsx             checks every row, then brings the file in
  npm run import -- --kind penalties --file list.csv --dry-run    checks only
  npm run import -- --kind institutions --template > empty.csv    the columns, with an example

  --kind KIND     penalties, inspections or institutions
  --report FILE   where the report per row is written (FILE.report.csv unless said)
  --as USER       a demo sign-in with the role publisher or administrator
  --base URL      the running system (http://localhost:PORT unless said)
  TOKEN=…         an access token, instead of a demo sign-in

Headings may be Chinese or ASCII names in any order. UTF-8 and GB 18030 are told apart by themselves.

Exit code: 0 it is in (with --dry-run: it could be), 1 the file or a row has a fault and nothing is in, 2 nobody can say.
`;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h' },
    kind: { type: 'string' },
    file: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    template: { type: 'boolean', default: false },
    report: { type: 'string' },
    as: { type: 'string' },
    base: { type: 'string' },
  },
});
const { port, dataDir } = readSettings(process.env);
const base = values.base ?? `http://localhost:${port}`;
const kind = importKinds.find((known) => known === values.kind);

const POLL_MS = 500;

const sentences: Readonly<Record<SheetRefusal['code'], string>> = {
  EMPTY: 'there are no rows in it.',
  NO_HEADINGS: 'no line of it has the headings of this kind.',
  COLUMNS: 'its columns are not those of this kind.',
  TOO_MANY_ROWS: 'it has more than 20,000 rows: cut it into several files.',
  UNREADABLE: 'it is no XLSX file and no text in UTF-8 or GB 18030.',
};

type Shown = ReturnType<typeof importForDesk>;

if (values.help) process.stdout.write(HELP);
else if (!kind || (!values.file && !values.template)) {
  process.stderr.write(HELP);
  process.exitCode = 2;
} else if (values.template) process.stdout.write(csvText(templateOf(kind)));
else {
  try {
    process.exitCode = await bringIn(kind, values.file ?? '');
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}

async function bringIn(kind: ImportKind, file: string): Promise<number> {
  const bytes = readFileSync(file);
  const sheet = await readImportFile(kind, bytes, nodeReaders);
  if (!sheet.ok) {
    process.stderr.write(`${file}: ${refusalText(sheet.error)}\n`);
    return 1;
  }
  const { rows } = sheet.value;
  const ask = await caller();
  const { importId } = await ask<Shown>('', {
    ...{ kind, fileName: basename(file).slice(0, 200), rows: rows.length },
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  const reports: RowReport[] = [];
  for (const portion of portionsOf(rows)) {
    const { rows: found } = await ask<{ rows: readonly RowReport[] }>(`/${importId}/rows`, portion);
    reports.push(...found);
    progress(`${reports.length} of ${rows.length} rows checked`);
  }
  const path = values.report ?? `${file}.report.csv`;
  writeFileSync(path, csvText(reportLines(kind, reports)));
  const count = (state: RowReport['state']) => reports.filter((r) => r.state === state).length;
  console.log(
    `${rows.length} rows: ${count('ok')} good, ${count('duplicate')} known already, ${count('error')} with faults.`,
  );
  console.log(`Report: ${path}`);
  if (values['dry-run'] || count('error') > 0) {
    await ask(`/${importId}/commands`, { type: 'discard' });
    console.log(
      count('error') > 0 ? 'Nothing was brought in.' : 'Dry run: nothing was brought in.',
    );
    return count('error') > 0 ? 1 : 0;
  }
  return apply(importId, ask);
}

type Ask = <T>(path: string, body?: unknown) => Promise<T>;

async function apply(importId: string, ask: Ask): Promise<number> {
  let shown = await ask<Shown>(`/${importId}/commands`, { type: 'apply' });
  while (shown.state === 'applying') {
    await pause(POLL_MS);
    shown = (await ask<{ import: Shown }>(`/${importId}/report?limit=1`)).import;
    progress(`${shown.done} of ${shown.total} rows brought in`);
  }
  progress('');
  console.log(`${shown.imported} brought in; what is to be public follows by itself.`);
  if (shown.late) console.log(`${shown.late} had been brought in by somebody else meanwhile.`);
  return 0;
}

async function caller(): Promise<Ask> {
  const path = join(dataDir, 'demo-credentials.json');
  const credentials: DemoCredentials = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as DemoCredentials) // the host's own file
    : { officers: [], departmentClients: [], cli: { clientId: 'cli' } };
  const client = new DemoClient(base, credentials, 3);
  const given = process.env['TOKEN'];
  const user = credentials.officers.find(
    ({ username }) => username === (values.as ?? 'health-publisher'),
  );
  if (!given && !user)
    throw new Error(`There is no demo sign-in ${values.as ?? 'health-publisher'} in ${path}.`);
  const token = given ?? (await client.officer(user?.department ?? '', ...(user?.roles ?? [])));
  return async <T>(rest: string, body?: unknown): Promise<T> => {
    const address = `/api/desk/imports${rest}`;
    const answer = body
      ? await client.post(address, { token, body })
      : await client.get(address, token);
    if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
    return answer.json as T; // the contract of the call
  };
}

function progress(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${text}`);
}

function reportLines(
  kind: ImportKind,
  reports: readonly RowReport[],
): readonly (readonly string[])[] {
  const lines = reports.flatMap(({ line, label, state, errors, sameAs }) => {
    const start = [String(line), label, state];
    if (errors.length === 0) return [[...start, '', sameAs === undefined ? '' : `row ${sameAs}`]];
    return errors.map(({ field, code }) => [...start, nameOf(kind, field), code]);
  });
  return [['line', 'label', 'state', 'column', 'fault'], ...lines];
}

function nameOf(kind: ImportKind, field: string): string {
  return columnsOf[kind].find(({ code }) => code === field)?.name ?? field;
}

function refusalText({ code, unknown = [], missing = [], repeated = [] }: SheetRefusal): string {
  const parts = [
    unknown.length > 0 && `unknown columns: ${unknown.join('，')}`,
    missing.length > 0 && `missing columns: ${missing.join('，')}`,
    repeated.length > 0 && `columns twice: ${repeated.join('，')}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('; ') : sentences[code];
}

function csvText(lines: readonly (readonly string[])[]): string {
  return stringify(
    lines.map((line) => [...line]),
    { bom: true, record_delimiter: 'windows', escape_formulas: true },
  );
}
