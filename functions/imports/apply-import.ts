/**
 * Queue of the imports: brings a portion of an applied file in and announces the next. A row makes the same records however
 * often it comes, so that a consumer that died goes on where it stopped.
 */
import { deadline } from '../../shared/clocks/clocks.ts';
import { PUB_CHECK, PUB_PEN } from '../../shared/clocks/rules.ts';
import {
  inspectionOf,
  penaltyOf,
  registeredOf,
  type Applied,
} from '../../shared/imports/bringing-in.ts';
import type { Import } from '../../shared/imports/import.ts';
import type { InstitutionToImport } from '../../shared/imports/institution-row.ts';
import { naturalKey, type ToImport } from '../../shared/imports/kinds.ts';
import { saysTheSame } from '../../shared/institutions/registered.ts';
import type { OutboxMessage } from '../../shared/relay/outbox.ts';
import { dateInShanghai } from '../../shared/time.ts';
import { importWrite, knownWrite, loadImport, stagedRows } from '../aws/import-store.ts';
import {
  closedWrite,
  portionWrite,
  publicationWrite,
  registerChangeWrite,
} from '../aws/outbox-store.ts';
import { loadRegistered, registerWrites } from '../aws/register-store.ts';
import { Park, queue } from '../aws/sqs.ts';
import {
  inspectionWrites,
  loadInspection,
  loadPenaltyAlone,
  penaltyWrites,
} from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Tables } from '../ports.ts';

interface Deps {
  readonly tables: Tables;
}

/** A few seconds of work; then others have their turn, and the desk sees how far it is. */
const ROWS_OF_PORTION = 100;

export async function applyImport({ outboxId, pointer }: OutboxMessage, { tables }: Deps) {
  if (pointer.kind !== 'import') throw new Park('NOT_AN_IMPORT');
  const found = await loadImport(tables, pointer.importId);
  if (!found || !isApplied(found)) throw new Park('NO_SUCH_IMPORT');
  const { total, done = 0, imported = 0, late = 0, correlationId, importId } = found;
  if (done >= pointer.from) {
    await tables.commit([closedWrite(outboxId)]);
    return;
  }
  const last = Math.min(pointer.from + ROWS_OF_PORTION - 1, total);
  const brought = { in: 0, late: 0 };
  for (const { report, value } of await stagedRows(tables, importId, pointer.from, last)) {
    if (!value) continue;
    brought[(await bringIn(value, report.row, found, tables)) ? 'in' : 'late']++;
  }
  const next: Import = {
    ...found,
    ...{ version: found.version + 1, done: last, state: last < total ? 'applying' : 'applied' },
    ...{ imported: imported + brought.in, late: late + brought.late },
  };
  const saved = await tables.commit([
    importWrite(next),
    closedWrite(outboxId),
    ...(last < total
      ? [portionWrite(importId, last + 1, { at: found.appliedAt, correlationId })]
      : []),
  ]);
  if (!saved.ok) throw new Error('another consumer did the same portion');
}

export const handler = queue(applyImport, () => ({ tables: new DynamoTables() }));

const isApplied = (found: Import): found is Applied => found.appliedAt !== undefined;

/** @returns false where somebody else brought the same in after the file was checked */
async function bringIn(
  given: ToImport,
  row: number,
  applied: Applied,
  tables: Tables,
): Promise<boolean> {
  if (given.kind === 'institutions') return enter(given.value, row, applied, tables);
  const { subject, writes, isIn } = recordOf(given, row, applied, tables);
  const known = knownWrite(naturalKey(given, applied.department), subject);
  if ((await tables.commit([...writes, known])).ok) return true;
  return isIn();
}

/** Writes an entry of the register, and tells the publisher, for the institution may have a page; the newest register counts. */
async function enter(
  value: InstitutionToImport,
  row: number,
  applied: Applied,
  tables: Tables,
): Promise<boolean> {
  const { appliedAt: at, correlationId, importId } = applied;
  const institution = registeredOf(value, row, applied);
  const isOurs = (entry: typeof institution | undefined): boolean =>
    entry?.imported.batch === importId && entry.imported.row === row;
  const before = await loadRegistered(tables, value.id);
  if (before?.isListed && saysTheSame(before.entry, value)) return isOurs(before.entry);
  const saved = await tables.commit([
    ...registerWrites(institution, before, at),
    registerChangeWrite(institution.id, importId, { at, correlationId }),
  ]);
  return saved.ok || isOurs((await loadRegistered(tables, value.id))?.entry);
}

function recordOf(
  given: Exclude<ToImport, { kind: 'institutions' }>,
  row: number,
  applied: Applied,
  tables: Tables,
) {
  const { appliedAt: at, correlationId } = applied;
  const today = dateInShanghai(at);
  switch (given.kind) {
    case 'penalties': {
      const { penalty, event } = penaltyOf(given.value, row, applied);
      const { penaltyId, version } = penalty;
      const subject = `PENALTY#${penaltyId}` as const;
      // The law's clock ran where it was decided; ours runs from today.
      const dueOn = deadline(PUB_PEN, today).dueOn;
      const announced = publicationWrite(subject, version, { at, correlationId }, dueOn);
      return {
        subject,
        writes: [...penaltyWrites(penalty, event), announced],
        isIn: async () => (await loadPenaltyAlone(tables, penaltyId)) !== undefined,
      };
    }
    case 'inspections': {
      const inspection = inspectionOf(given.value, row, applied);
      const { inspectionId, version } = inspection;
      const subject = `INSPECTION#${inspectionId}` as const;
      const dueOn = deadline(PUB_CHECK, today).dueOn;
      const announced = publicationWrite(subject, version, { at, correlationId }, dueOn);
      return {
        subject,
        writes: [...inspectionWrites(inspection), announced],
        isIn: async () => (await loadInspection(tables, inspectionId)) !== undefined,
      };
    }
  }
}
