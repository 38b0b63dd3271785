/** One invented case as it stands after some weeks at the desks, and the writes that bring it and its worklist entries into the tables. */
import { complaintsAboutCare } from '../../cdk/local/demo/complaints-about-care.ts';
import { complaintsAboutConduct } from '../../cdk/local/demo/complaints-about-conduct.ts';
import { caseChangeWrites, newCaseWrites } from '../../functions/aws/case-store.ts';
import { entryWrite } from '../../functions/aws/worklist-store.ts';
import type { Write } from '../../functions/ports.ts';
import { addresseesOf, type CaseChange, type CaseFile } from '../../shared/complaints/case-file.ts';
import type { ComplaintSubmission } from '../../shared/complaints/complaint.ts';
import { decide, type ActingOfficer, type ItemCommand } from '../../shared/complaints/lifecycle.ts';
import { openCase, partsOf } from '../../shared/complaints/opening.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { worklistEntries } from '../../shared/departments/worklist.ts';
import { streets, district } from '../../shared/district.ts';
import { caseNumber, randomBytesFor } from '../../shared/ids.ts';
import { dateInShanghai, instantOf, type DateOnly, type Instant } from '../../shared/time.ts';
import { chanceAt, type Chance } from './chance.ts';

const DAYS = 45;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const KINDS = ['综合门诊部', '口腔诊所', '中医诊所', '大药房', '医院', '社区卫生服务站'];
const told = [...complaintsAboutCare, ...complaintsAboutConduct];

export interface Plan {
  readonly seed: number;
  /** The last day on which somebody complained. */
  readonly until: DateOnly;
  /** Who works at the desks of a department. */
  readonly officer: (department: DepartmentCode) => ActingOfficer;
}

export interface InventedCase {
  readonly caseNumber: string;
  /** In one transaction, refused when the case is there. */
  readonly writes: readonly Write[];
}

/** @param isOpen - not answered yet */
export function inventedCase(plan: Plan, place: number, isOpen: boolean): InventedCase {
  const chance = chanceAt(plan.seed, place);
  const filedAt = momentOfFiling(plan, chance);
  const random = chance.bytes(randomBytesFor.caseNumber);
  const number = caseNumber(district.code, dateInShanghai(filedAt), random);
  const submission = inventedComplaint(chance);
  const [part = []] = partsOf(submission);
  const opened = openCase(number, submission, part, {
    at: filedAt,
    correlationId: `load-${plan.seed}-${place}`,
  });
  const life = new Life(opened);
  const end = Date.parse(`${plan.until}T15:59:59.000Z`);
  let at = Date.parse(filedAt);
  for (const command of commandsOf(chance, isOpen)) {
    at = Math.min(at + HOUR_MS + chance.next() ** 2 * 9 * DAY_MS, end);
    life.take(command, plan, instantOf(at));
  }
  return {
    caseNumber: number,
    writes: [...life.writes(), ...shownIn(life.file, instantOf(at))],
  };
}

/** More of late than of old, and mostly by day. */
function momentOfFiling({ until }: Plan, chance: Chance): Instant {
  const daysAgo = Math.floor(DAYS * chance.next() ** 1.3);
  const hour = chance.happens(0.85) ? 8 + chance.below(13) : chance.below(24);
  const midnight = Date.parse(`${until}T00:00:00.000+08:00`) - daysAgo * DAY_MS;
  return instantOf(midnight + hour * HOUR_MS + chance.below(HOUR_MS));
}

/** Some things are complained of much more often than others. */
function inventedComplaint(chance: Chance): ComplaintSubmission {
  const like = told[Math.floor(told.length * chance.next() ** 1.6)] ?? chance.oneOf(told);
  const { facts, categories, circumstances = [] } = like;
  const street = chance.oneOf(streets);
  return {
    facts,
    categories: [...categories],
    circumstances: circumstances.filter(() => chance.happens(0.5)),
    institution: {
      name: `示例${street.name.slice(0, 2)}第${chance.below(40) + 1}${chance.oneOf(KINDS)}`,
      streetCode: street.code,
    },
    anonymous: true,
  };
}

const note: ItemCommand = { type: 'note', text: '已安排人员核查，请保留有关票据。' };

function commandsOf(chance: Chance, isOpen: boolean): readonly ItemCommand[] {
  if (!isOpen) {
    const outcome = chance.oneOf(['属实', '部分属实', '不属实']);
    const conclude = {
      type: 'conclude',
      outcome,
      text: `经核查，${outcome}，已依法处理。`,
    } as const;
    return [{ type: 'accept' }, note, conclude];
  }
  if (chance.happens(0.4)) return [];
  if (chance.happens(0.06)) return [{ type: 'return', reason: '不属于本部门职责。' }];
  return chance.happens(0.3) ? [{ type: 'accept' }, note] : [{ type: 'accept' }];
}

/** A case and all that was ever written about it; what is written over is gone. */
class Life {
  file: CaseFile;
  readonly #rows = new Map<string, Write>();

  constructor(file: CaseFile) {
    this.file = file;
    this.#keep(newCaseWrites(file));
  }

  /** By whoever holds each item; what the law of items refuses does not happen. */
  take(command: ItemCommand, plan: Plan, at: Instant): void {
    for (const { itemNumber, heldBy } of this.file.items) {
      const decision = decide(this.file, itemNumber, command, plan.officer(heldBy), at);
      if (!decision.ok) continue;
      this.file = after(this.file, decision.value);
      this.#keep(caseChangeWrites(decision.value));
    }
  }

  /** The newest of each row; the head's says that the case is new. */
  writes(): readonly Write[] {
    return [...this.#rows.values()].map((write) => {
      if (!('put' in write)) return write;
      const { table, put } = write;
      return put.sk === 'CASE' ? { table, put, when: 'absent' } : { table, put };
    });
  }

  #keep(writes: readonly Write[]): void {
    for (const write of writes)
      if ('put' in write) this.#rows.set(`${write.put.pk} ${write.put.sk}`, write);
  }
}

const after = (file: CaseFile, { head, items, event, message }: CaseChange): CaseFile => ({
  ...file,
  head,
  items: file.items.map((item) => items.find((i) => i.itemNumber === item.itemNumber) ?? item),
  timeline: [...file.timeline, event],
  messages: message ? [...file.messages, message] : file.messages,
});

const shownIn = (file: CaseFile, at: Instant): readonly Write[] =>
  addresseesOf(file.items).flatMap((department) =>
    worklistEntries(file, department).map((entry) => entryWrite(entry, at)),
  );
