/** Does the public table say of each decision and inspection what the rule of publication says today? */
import { isDeepStrictEqual } from 'node:util';
import { departmentCodes } from '../../shared/departments/directory.ts';
import {
  publicInspection,
  publicPenalty,
  type PublicState,
} from '../../shared/disclosure/redact.ts';
import type { Inspection } from '../../shared/inspections/inspection.ts';
import type { Penalty } from '../../shared/penalties/penalty.ts';
import { penaltyStates } from '../../shared/penalties/states.ts';
import { dateInShanghai, type Instant } from '../../shared/time.ts';
import type { Tables } from '../../functions/ports.ts';
import type { Report } from './fault.ts';
import type { Register, Standing } from './read-register.ts';

type Queried = Pick<Tables, 'query'>;

export async function checkSubjects(
  register: Register,
  tables: Queried,
  now: Instant,
  report: Report,
): Promise<number> {
  const today = dateInShanghai(now);
  const seen = new Set<string>();
  const check = (recordId: string, key: string, rule: (publishedAt: Instant) => PublicState) => {
    seen.add(recordId);
    const standing = register.standings.get(recordId);
    const sentence = contradiction(standing, rule(publishedAtOf(standing) ?? now));
    if (sentence) report('SUBJECT', key, sentence);
  };
  for (const department of departmentCodes) {
    for (const state of penaltyStates)
      for await (const { penaltyId, recordId, ...rest } of subjects<Penalty>(
        tables,
        `${department}#PENALTY#${state}`,
      )) {
        const penalty = { penaltyId, recordId, ...rest };
        check(recordId, `PENALTY#${penaltyId}`, (at) => publicPenalty(penalty, at, today));
      }
    for await (const inspection of subjects<Inspection>(
      tables,
      `${department}#INSPECTION#recorded`,
    )) {
      const key = `INSPECTION#${inspection.inspectionId}`;
      check(inspection.recordId, key, (at) => publicInspection(inspection, at));
    }
  }
  for (const { id } of register.standings.values())
    if (!seen.has(id))
      report('SUBJECT', `RECORD#${id}`, 'no decision and no inspection stands behind it');
  return seen.size;
}

const ROWS_AT_ONCE = 500;

async function* subjects<Value>(tables: Queried, list: string): AsyncGenerator<Value> {
  let from: Readonly<Record<string, unknown>> | undefined;
  do {
    const page = await tables.query('supervision', list, {
      ...{ index: 'byDepartmentState', limit: ROWS_AT_ONCE },
      ...(from && { from }),
    });
    for (const row of page.rows) yield row['value'] as Value; // written by the desk's functions
    from = page.next;
  } while (from);
}

const publishedAtOf = (standing: Standing | undefined): Instant | undefined =>
  standing && 'record' in standing ? standing.record.publishedAt : undefined;

function contradiction(standing: Standing | undefined, due: PublicState): string | undefined {
  if (due.state === 'public') {
    if (!standing) return 'it is to be public and is not';
    if ('tombstone' in standing) return 'it is to be public and was taken back';
    return isDeepStrictEqual(standing.record, plain(due.record))
      ? undefined
      : 'the public reads something else than it says';
  }
  return standing && 'record' in standing ? 'it is public and may not be' : undefined;
}

/** As the table keeps it: without what is undefined. */
const plain = (value: object): unknown => JSON.parse(JSON.stringify(value));
