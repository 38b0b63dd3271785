/** Random but valid inputs for properties. */
import fc from 'fast-check';
import { pauseGrounds } from '../../shared/clocks/clocks.ts';
import {
  bundleDocuments,
  type ItemCommand,
  type RefusalGround,
} from '../../shared/complaints/commands.ts';
import type { ActingOfficer } from '../../shared/complaints/lifecycle.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { categoryCodes } from '../../shared/complaints/categories.ts';
import { circumstances } from '../../shared/complaints/circumstances.ts';

export const someCategories = fc.uniqueArray(fc.constantFrom(...categoryCodes), {
  minLength: 1,
  maxLength: 5,
});

export const someCircumstances = fc.subarray([...circumstances]);

export const aRouteQuestion = fc.record({
  categories: someCategories,
  circumstances: someCircumstances,
  hasDemand: fc.boolean(),
});

export const aDay = fc
  .integer({ min: 0, max: 364 })
  .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));

export const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

const words = fc.string({ minLength: 1, maxLength: 20 });
const aDepartment = fc.constantFrom<DepartmentCode>(
  ...(['MARKET', 'HEALTH', 'MEDINS', 'TAX', 'PSB', 'DISCIPLINE', 'JUSTICE'] as const),
);
const aClock = fc.constantFrom('MK-VERIFY', 'MK-ACCEPT', 'MK-MEDIATE', 'XF-TELL', 'XF-DONE');

/** Any command that an officer could send, lawful or not. */
export const anItemCommand: fc.Arbitrary<ItemCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<ItemCommand>({ type: 'accept' }) },
  fc.oneof(
    fc
      .tuple(words, fc.constantFrom<RefusalGround>('NOT_OUR_DUTY', 'REPEAT'))
      .map(([text, ground]): ItemCommand => ({ type: 'refuse', ground, text })),
    fc
      .tuple(words, fc.option(aDepartment, { nil: undefined }))
      .map(([reason, propose]): ItemCommand => ({
        type: 'return',
        reason,
        ...(propose && { propose }),
      })),
  ),
  fc
    .tuple(fc.constantFrom('reassign', 'transfer'), aDepartment, words)
    .map(([type, to, reason]): ItemCommand => ({ type, to, reason })),
  fc
    .tuple(aDepartment, words)
    .map(([department, question]): ItemCommand => ({ type: 'invite', department, question })),
  fc
    .tuple(fc.constantFrom('reply', 'note', 'request-material', 'remark'), words)
    .map(([type, text]): ItemCommand => ({ type, text })),
  words.map((opinion): ItemCommand => ({
    ...{ type: 'consult', heldOn: '2026-11-20', participants: ['HEALTH', 'MARKET'], opinion },
  })),
  words.map((text): ItemCommand => ({ type: 'conclude', outcome: text, text })),
  fc
    .constantFrom(null, 'a', 'b', 's', 'nobody')
    .map((assignee): ItemCommand => ({ type: 'assign', assignee })),
  fc.oneof(
    aClock.map((clock): ItemCommand => ({ type: 'extend', clock, reason: '—' })),
    fc
      .tuple(aClock, fc.constantFrom(...pauseGrounds))
      .map(([clock, ground]): ItemCommand => ({ type: 'pause', clock, ground })),
    aClock.map((clock): ItemCommand => ({ type: 'resume', clock })),
  ),
  fc.boolean().map((filed): ItemCommand => ({ type: 'decide-filing', filed, reason: '—' })),
  fc.oneof(
    fc.constantFrom<ItemCommand>(
      { type: 'report-crime', reason: '—' },
      { type: 'tell-filing', text: '—' },
      { type: 'end-mediation', reason: '—' },
      { type: 'dispute', reason: '—' },
      { type: 'settle-dispute', reason: '—' },
    ),
    fc.boolean().map((approved): ItemCommand => ({ type: 'approve-crime', approved, reason: '—' })),
    fc
      .subarray([...bundleDocuments])
      .map((documents): ItemCommand => ({ type: 'hand-over', documents })),
    fc.boolean().map((filed): ItemCommand => ({ type: 'police-decide', filed, reason: '—' })),
  ),
);

/** Some officer of a department, with any duties. */
export const anyOfficer: fc.Arbitrary<ActingOfficer> = fc.record({
  subject: fc.constantFrom('a', 'b', 's'),
  name: fc.constant('示例'),
  department: aDepartment,
  roles: fc.oneof(
    fc.constant(['officer', 'approver', 'supervisor']),
    fc.subarray(['officer', 'approver', 'supervisor', 'clerk']),
  ),
});
