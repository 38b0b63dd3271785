/** What filing does, whether a citizen or a clerk types: cases with receipts, sealed identities and a row for each addressee. */
import type { AttachmentRef } from '../../shared/attachments/attachment.ts';
import { addresseesOf, type CaseChange, type CaseFile } from '../../shared/complaints/case-file.ts';
import type { ComplaintSubmission } from '../../shared/complaints/complaint.ts';
import type { Intake } from '../../shared/complaints/intake.ts';
import { openCase, partsOf } from '../../shared/complaints/opening.ts';
import { repeatOf, type RepeatOutcome } from '../../shared/complaints/repeats.ts';
import type { RoutedItem } from '../../shared/complaints/routing.ts';
import { itemForCitizen } from '../../shared/complaints/views.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { ringsWhileParked, URGENT_PARKED } from '../../shared/coordination/parked.ts';
import { district } from '../../shared/district.ts';
import { caseNumber, randomBytesFor, receiptCode } from '../../shared/ids.ts';
import type { Occasion } from '../../shared/relay/outbox.ts';
import { ok, type Result } from '../../shared/result.ts';
import { dateInShanghai } from '../../shared/time.ts';
import { claimAttachments } from '../aws/attachment-store.ts';
import { caseChangeWrites, newCaseWrites } from '../aws/case-store.ts';
import { figures, log } from '../aws/log.ts';
import { referralWrites } from '../aws/outbox-store.ts';
import { rewardSecretFor, rewardWrites } from '../aws/reward-secret.ts';
import { receiptWrite } from '../aws/vault-store.ts';
import type { Chance, Outcome, Tables, Write } from '../ports.ts';
import { earlierCase } from './earlier-case.ts';
import { identityWrites } from './seal-identities.ts';

export interface FilingDeps extends Chance {
  readonly tables: Tables;
}

export interface FilingOccasion extends Occasion {
  /** Sealed identities are bound to it. */
  readonly idempotencyKey: string;
  /** How it came, when not by the site. */
  readonly intake?: Intake;
}

/** One part of a filing: a case of its own, or one more report in the case that has the matter. */
interface Filed {
  readonly kind: 'main' | 'accusation';
  readonly receipt: string;
  readonly head: CaseFile['head'];
  readonly items: CaseFile['items'];
  /** The new case; absent when it was told before. */
  readonly file?: CaseFile;
  readonly secret?: string | undefined;
  readonly repeat?: RepeatOutcome;
  /** The earlier case of the same reporter that this one goes on from. */
  readonly follows?: string | undefined;
  readonly writes: readonly Write[];
}

export async function fileComplaint(
  submission: ComplaintSubmission,
  occasion: FilingOccasion,
  deps: FilingDeps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  const files = await claimAttachments(deps.tables, submission.attachments ?? [], occasion.at);
  if (!files.ok) return files;
  const { refs: attachments, claimedBy } = files.value;
  const parts: Filed[] = [];
  const split = partsOf(submission);
  for (const items of split) {
    const own = bearsFiles(items, split) ? attachments : [];
    const part = await filePart(submission, items, { ...occasion, attachments: own }, deps);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  const fileOf = (kind: Filed['kind']) => parts.find((part) => part.kind === kind)?.file;
  const identities = await identityWrites(
    submission,
    { main: fileOf('main'), accusation: fileOf('accusation') },
    deps.tables,
    occasion.idempotencyKey,
  );
  if (!identities.ok) return identities;
  warnOfParked(parts);
  const { at, correlationId } = occasion;
  const writes = parts.flatMap(({ head, items, receipt, writes: own }) => [
    ...own,
    receiptWrite(receipt, head.caseNumber),
    ...referralWrites(head.caseNumber, head.version, addresseesOf(items), { at, correlationId }),
  ]);
  const [main, ...separate] = parts.map(answerOf);
  const bearer = parts.find(({ kind }) => kind === 'accusation') ?? parts[0];
  const claims = claimedBy(bearer?.head.caseNumber ?? '');
  return ok({
    answer: {
      ...main,
      ...(attachments.length > 0 && { attachments }),
      ...(separate.length > 0 && { separate }),
    },
    writes: [...writes, ...identities.value, ...claims],
  });
}

/** Files may show what an accusation rests on: with one in the filing they are its own, and nobody else's. */
const bearsFiles = (
  items: readonly RoutedItem[],
  parts: readonly (readonly RoutedItem[])[],
): boolean => parts.length === 1 || items.some(({ track }) => track === 'X');

interface WithFiles {
  readonly attachments: readonly AttachmentRef[];
}

const withFiles = (file: CaseFile, attachments: WithFiles['attachments']): CaseFile => ({
  ...file,
  statement: { ...file.statement, attachments },
});

async function filePart(
  submission: ComplaintSubmission,
  items: readonly RoutedItem[],
  { at, correlationId, intake, attachments }: FilingOccasion & WithFiles,
  { tables, randomBytes }: FilingDeps,
): Promise<Result<Filed, Refusal>> {
  const kind = items.some(({ track }) => track === 'X') ? 'accusation' : 'main';
  const told = kind === 'accusation' ? accusationOf(submission) : withoutAccusation(submission);
  const found = await earlierCase(tables, told, kind, at);
  if (!found.ok) return found;
  const { named, same, row } = found.value;
  const receipt = receiptCode(randomBytes(randomBytesFor.receiptCode));
  for (const earlier of [named, same]) {
    const repeat =
      earlier &&
      repeatOf(earlier, told, items, { at, receivedOn: intake?.receivedOn, attachments });
    if (repeat) return ok(repeated(kind, receipt, repeat.outcome, repeat.change));
  }
  const today = dateInShanghai(at);
  const number = caseNumber(district.code, today, randomBytes(randomBytesFor.caseNumber));
  const isOfOneKind =
    named && named.items.some(({ track }) => track === 'X') === (kind === 'accusation');
  const follows = isOfOneKind ? named.head.caseNumber : undefined;
  const begun = openCase(number, told, items, { at, correlationId }, intake);
  const opened = follows ? { ...begun, head: { ...begun.head, follows } } : begun;
  const file = attachments.length > 0 ? withFiles(opened, attachments) : opened;
  const secret = rewardSecretFor(file.items, today, { randomBytes });
  return ok({
    ...{ kind, receipt, head: file.head, items: file.items, file, secret },
    follows,
    writes: [
      ...newCaseWrites(file),
      ...rewardWrites(number, secret),
      ...(row ? [row.remember(number)] : []),
    ],
  });
}

const repeated = (
  kind: Filed['kind'],
  receipt: string,
  repeat: RepeatOutcome,
  change: CaseChange,
): Filed => ({
  ...{ kind, receipt, repeat, head: change.head, items: change.items },
  writes: caseChangeWrites(change),
});

/** Those who handle it read what was said for them alone, then what everybody reads. */
const accusationOf = (submission: ComplaintSubmission): ComplaintSubmission => ({
  ...submission,
  facts: [submission.accusation, submission.facts].filter(Boolean).join('\n\n'),
});

/** The other case says nothing of an accusation beside it. */
function withoutAccusation({ accused: _, accusation: __, ...submission }: ComplaintSubmission) {
  return submission;
}

/** The coordinator holds what is addressed to bodies without a queue here; urgent ones ring at once. */
function warnOfParked(parts: readonly Filed[]): void {
  let urgent = 0;
  for (const { file } of parts)
    for (const item of file?.items ?? []) {
      const rings = ringsWhileParked(item);
      if (rings) urgent += 1;
      for (const { parkedFor } of item.referrals)
        if (parkedFor.length > 0)
          log(rings ? 'error' : 'warn', 'HELD_FOR_OUTSIDE_BODY', {
            caseNumber: file?.head.caseNumber,
            itemNumber: item.itemNumber,
            bodies: parkedFor.join(' '),
            urgency: item.urgency,
          });
    }
  if (urgent > 0) figures({ [URGENT_PARKED]: urgent });
}

const answerOf = ({ head, items, receipt, secret, repeat, follows }: Filed) => ({
  caseNumber: head.caseNumber,
  receiptCode: receipt,
  ...(secret && { rewardSecret: secret }),
  majorCase: head.majorReasons.length > 0,
  urgency: head.urgency,
  items: items.map(itemForCitizen),
  ...(repeat && { mergedInto: head.caseNumber, repeat }),
  ...(follows && { follows }),
});
