/**
 * The register of institutions, in the table `supervision`.
 *
 * | pattern | key |
 * |---|---|
 * | what the newest register says of an institution | `INST#<id>` / `REGISTER` |
 * | all of them, to be looked through | `REGISTER` / `<id>` |
 */
import { saysTheSame, type RegisteredInstitution } from '../../shared/institutions/registered.ts';
import type { SuggestedInstitution } from '../../shared/institutions/suggestion.ts';
import type { Instant } from '../../shared/time.ts';
import type { Page, Row, Tables, Write } from '../ports.ts';

const ENTRY = 'REGISTER';
const ALL = 'REGISTER';

export const entryKey = (institutionId: string) => ({ pk: `INST#${institutionId}`, sk: ENTRY });

/** @returns the row too, whose version is the instant of its import; entries of before there were versions have none */
export async function loadRegistered(
  tables: Pick<Tables, 'get'>,
  institutionId: string,
): Promise<{ readonly entry: RegisteredInstitution; readonly isListed: boolean } | undefined> {
  const row = await tables.get('supervision', entryKey(institutionId));
  return row && entryOf(row);
}

const entryOf = (row: Row) => ({
  entry: row['value'] as RegisteredInstitution, // written below
  isListed: row['version'] !== undefined,
});

/** For whoever may query and not get. */
export async function queriedRegistered(
  tables: Pick<Tables, 'query'>,
  institutionId: string,
): Promise<RegisteredInstitution | undefined> {
  const { pk, sk } = entryKey(institutionId);
  const { rows } = await tables.query('supervision', pk, { startsWith: sk });
  const [row] = rows;
  return row && entryOf(row).entry;
}

/** Does the row, as it stands, say all of it, so that bringing it in would change nothing? */
export function saysAll(row: Row, of: SuggestedInstitution): boolean {
  const { entry, isListed } = entryOf(row);
  return isListed && saysTheSame(entry, of);
}

/**
 * The entry, its line among all, and the institution for whoever looks it up by id; refused when a register that was applied
 * later says something of it already.
 */
export function registerWrites(
  institution: RegisteredInstitution,
  before: { readonly isListed: boolean } | undefined,
  appliedAt: Instant,
): readonly Write[] {
  const { imported: _, ...line } = institution;
  const { id, name, uscc, streetCode } = institution;
  const named = {
    ...{ id, name, ...(uscc !== undefined && { uscc }) },
    ...(streetCode !== undefined && { streetCode }),
  };
  const version = Date.parse(appliedAt);
  return [
    {
      ...put({ ...entryKey(id), value: institution, version }),
      when: before && !before.isListed ? 'present' : { newerThan: version },
    },
    put({ pk: ALL, sk: id, value: line }),
    put({ pk: `INST#${id}`, sk: 'AGGREGATE', value: named }),
  ];
}

const put = (row: Row) => ({ table: 'supervision', put: row }) as const satisfies Write;

const LINES_AT_ONCE = 1_000;
const MOST_LINES_READ = 10_000; // a large city district has some three thousand

export async function everyRegistered(
  tables: Pick<Tables, 'query'>,
): Promise<readonly SuggestedInstitution[]> {
  const found: SuggestedInstitution[] = [];
  let from: Page['next'];
  do {
    const page = await tables.query('supervision', ALL, {
      limit: LINES_AT_ONCE,
      ...(from && { from }),
    });
    found.push(...page.rows.map((row) => row['value'] as SuggestedInstitution)); // written above
    from = page.next;
  } while (from && found.length < MOST_LINES_READ);
  return found;
}
