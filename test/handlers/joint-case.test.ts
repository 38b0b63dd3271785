/** A case with three leads, five who cooperate, a return and a transfer: whatever the order of deeds and deliveries, it ends the same. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { caseChangeWrites, loadCase, newCaseWrites } from '../../functions/aws/case-store.ts';
import { referralWrites } from '../../functions/aws/outbox-store.ts';
import { deliverReferral } from '../../functions/departments/deliver-referral.ts';
import { addresseesOf, toldOf } from '../../shared/complaints/case-file.ts';
import { decide } from '../../shared/complaints/lifecycle.ts';
import { departmentCodes, isDepartment } from '../../shared/departments/directory.ts';
import { messageOf, OutboxRow } from '../../shared/relay/outbox.ts';
import { worklistEntries } from '../../shared/departments/worklist.ts';
import {
  aCase,
  anOfficer,
  AT,
  CASE_NUMBER,
  changed,
  OCCASION,
  TODAY,
} from '../support/builders.ts';
import { jointComplaint, jointDeeds, jointEnd } from '../support/joint-case.ts';
import { MemoryTables } from '../support/memory-tables.ts';

const complaint = { ...jointComplaint, categories: [...jointComplaint.categories] };

/** Everything that all departments do, each next deed by the one that `whose` picks; what is refused waits. */
function acted(whose: () => number) {
  let file = aCase({ ...complaint, circumstances: [...jointComplaint.circumstances] });
  const tables = new MemoryTables();
  const announced = [referralWrites(CASE_NUMBER, 1, addresseesOf(file.items), OCCASION)];
  const commits = [tables.commit(newCaseWrites(file))];
  const left = jointDeeds(TODAY).map(({ department, deeds }) => ({
    department,
    deeds: [...deeds],
  }));
  for (let tries = 0; left.some(({ deeds }) => deeds.length > 0); tries++) {
    if (tries > 5_000) throw new Error('a deed is refused for ever');
    const waiting = left.filter(({ deeds }) => deeds.length > 0);
    const one = waiting[whose() % waiting.length];
    const [deed] = one?.deeds ?? [];
    if (!one || !deed) continue;
    const officer = anOfficer({ department: one.department });
    const decision = decide(file, deed.itemNumber, deed.command, officer, AT);
    if (!decision.ok) continue;
    one.deeds.shift();
    file = changed(file, decision.value);
    commits.push(tables.commit(caseChangeWrites(decision.value)));
    announced.push(
      referralWrites(CASE_NUMBER, file.head.version, toldOf(decision.value), OCCASION),
    );
  }
  return { file, tables, commits, announced: announced.flat() };
}

describe('a joint case', () => {
  it('ends in one state under any order of deeds, and worklists under any order of delivery', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (chance) => {
        const draw = () => Number(chance.next().value);
        const { file, tables, commits, announced } = acted(draw);
        await Promise.all(commits);
        expect(file.items).toMatchObject(jointEnd);
        const messages = announced.flatMap((write) =>
          'put' in write ? [v.parse(OutboxRow, write.put)] : [],
        );
        const twice = [...messages, ...messages]
          .map((row) => ({ row, place: draw() }))
          .toSorted((a, b) => a.place - b.place);
        for (const { row } of twice) {
          const { addressee: department } = row;
          if (!isDepartment(department)) continue; // statistics and notices have tests of their own
          await deliverReferral(messageOf(row), { tables, department, now: () => AT });
        }
        expect(await loadCase(tables, CASE_NUMBER)).toEqual(file);
        for (const department of departmentCodes) {
          const shown = tables
            .all('worklists')
            .filter(({ pk }) => pk === `DEPT#${department}`)
            .map((row) => row['value']);
          expect(shown).toEqual(expect.arrayContaining([...worklistEntries(file, department)]));
        }
      }),
      { numRuns: 25 },
    );
  });
});
