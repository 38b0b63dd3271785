/** Are the databases on disk whole, and do their tables fit the templates that were built last? */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readAssembly } from '../template/assembly.ts';
import { objects } from '../template/reading.ts';
import { good, ill, note, type Finding } from './finding.ts';

const ABOUT = 'databases';
const SQLITE_CORRUPT = 11;
const SQLITE_NOT_A_DATABASE = 26;

/** Index names by table name. */
type Indexes = ReadonlyMap<string, readonly string[]>;

/** @param outdir - the templates, if they have been built */
export function lookAtDatabases(dataDir: string, outdir: string): readonly Finding[] {
  const files = [join(dataDir, 'dynoxide', 'tables.db'), join(dataDir, 'fauxqs', 'fauxqs.db')];
  const there = files.filter((file) => existsSync(file));
  if (there.length === 0) return [good(ABOUT, 'there are none yet')];
  const damage = there.flatMap(damageOf);
  if (damage.length > 0) return damage;
  const [tables = ''] = files;
  const misfits = existsSync(tables) ? differences(indexesOnDisk(tables), wanted(outdir)) : [];
  return misfits.length > 0 ? misfits : [good(ABOUT, 'whole, and of the shape of the templates')];
}

function damageOf(file: string): readonly Finding[] {
  try {
    const check = ask<{ quick_check: string }>(file, 'PRAGMA quick_check');
    if (check.every(({ quick_check: answer }) => answer === 'ok')) return [];
  } catch (error) {
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
    if (code !== SQLITE_CORRUPT && code !== SQLITE_NOT_A_DATABASE) {
      return [note(ABOUT, `${file} could not be looked into now: ${String(error)}`)];
    }
  }
  const mend = 'put back a copy of the data folder; without one `npm run reset` begins anew';
  return [ill(ABOUT, `${file} is damaged`, mend)];
}

function indexesOnDisk(file: string): Indexes {
  interface Row {
    readonly table_name: string;
    readonly gsi_definitions: string | null;
  }
  const rows = ask<Row>(file, 'SELECT table_name, gsi_definitions FROM _tables');
  return new Map(
    rows.map(({ table_name: table, gsi_definitions: definitions }) => {
      const indexes = JSON.parse(definitions ?? '[]') as { IndexName: string }[]; // CreateTable's own shape
      return [table, indexes.map(({ IndexName }) => IndexName).sort()];
    }),
  );
}

function wanted(outdir: string): Indexes {
  if (!existsSync(join(outdir, 'manifest.json'))) return new Map();
  const tables = readAssembly(outdir).flatMap(({ name, resources }) =>
    [...resources.values()]
      .filter(({ type }) => type === 'AWS::DynamoDB::GlobalTable')
      .map(({ logicalId, properties }): [string, readonly string[]] => {
        const table = `${name}-${logicalId}`;
        const indexes = objects(properties, 'GlobalSecondaryIndexes', table);
        return [table, indexes.map((index) => String(index['IndexName'])).sort()];
      }),
  );
  return new Map(tables);
}

const differences = (onDisk: Indexes, inTemplates: Indexes): readonly Finding[] =>
  [...inTemplates].flatMap(([table, indexes]) => {
    const there = onDisk.get(table);
    if (there === undefined || there.join() === indexes.join()) return [];
    return [
      ill(
        ABOUT,
        `${table} is of another version: it has the indexes [${there.join(', ')}] and not [${indexes.join(', ')}]`,
        '`npm run reset` begins anew; DATA_DIR=/another/folder npm start keeps the old data',
      ),
    ];
  });

function ask<Row>(file: string, question: string): readonly Row[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare(question).all() as Row[]; // the shape that the question asks for
  } finally {
    database.close();
  }
}
