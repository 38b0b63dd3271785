/** Disclosure queue: makes a decided penalty or an inspection public, or takes it back, and writes every page it changes. */
import { district } from '../../shared/district.ts';
import { dateInShanghai, type Instant } from '../../shared/time.ts';
import { DISCLOSURE, type OutboxMessage } from '../../shared/relay/outbox.ts';
import {
  INVALIDATION,
  invalidationPaths,
  type Invalidation,
} from '../../shared/disclosure/invalidation.ts';
import {
  publicInspection,
  publicPenalty,
  type PublicState,
} from '../../shared/disclosure/redact.ts';
import { loadInstitutionLine, touchedForgotten } from '../aws/disclosure-store.ts';
import { closedWrite } from '../aws/outbox-store.ts';
import { SqsQueues } from '../aws/queues.ts';
import { S3Site } from '../aws/site.ts';
import { Park, queue } from '../aws/sqs.ts';
import { loadInspection, loadPenalty } from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Queues, Tables } from '../ports.ts';
import { setting } from '../runtime.ts';
import { changedPages, ownPage } from './changed-pages.ts';
import { changeOf, type Change } from './change.ts';
import { writeMonth } from './data-files.ts';
import { allOf } from './all-of.ts';
import { listPages } from './list-pages.ts';
import { notedSite } from './noted-site.ts';
import type { Publisher } from './publisher.ts';
import { refreshSite } from './refresh-site.ts';
import { everyRecord } from './refresh-tasks.ts';
import { compactSearch, updateSearch } from './search-index.ts';
import { writeSitemaps } from './sitemaps.ts';
import { writePages } from './write-page.ts';
import { windowRenderer } from './window-renderer.ts';

/** Asks whoever keeps copies of the pages to forget them. */
type Forget = (invalidation: Invalidation) => Promise<void>;

/** @param deps - without `forget` where nobody keeps copies */
export async function publishRecord(
  { outboxId, pointer }: OutboxMessage,
  deps: Publisher & { readonly forget?: Forget },
): Promise<void> {
  if (pointer.kind !== 'publication') throw new Park('NOT_A_PUBLICATION');
  const [type, institutionId = ''] = pointer.subject.split('#');
  if (type === 'INSTITUTION') {
    await rewriteInstitution(institutionId, deps);
    await deps.tables.commit([closedWrite(outboxId)]);
    return;
  }
  const change = await changeOfSubject(pointer.subject, deps);
  if (change) {
    const { site, paths } = notedSite(deps.site);
    await bringUpTo(change, { ...deps, site });
    if (isTakenBack(change)) await deps.forget?.(invalidationOf(change, paths()));
  }
  const { disclosed } = change?.after ?? {};
  await deps.tables.commit([
    ...(disclosed?.state === 'withdrawn' ? [touchedForgotten(disclosed.tombstone.id)] : []),
    closedWrite(outboxId),
  ]);
}

/** Was it told in public that something was corrected or withdrawn? Then no copy of what stood there is to be read on. */
const isTakenBack = ({ after }: Change): boolean => after.touched.correction !== undefined;

function invalidationOf({ after: { disclosed } }: Change, paths: readonly string[]): Invalidation {
  const { id } = disclosed.state === 'public' ? disclosed.record : disclosed.tombstone;
  return { reference: `${id}.${disclosed.version}`, paths: [...invalidationPaths(paths)] };
}

/** The register says something else of it: its page tells, where it has one; pages behind the first do not. */
async function rewriteInstitution(institution: string, deps: Publisher): Promise<void> {
  const { tables, now } = deps;
  if (!(await loadInstitutionLine(tables, institution))) return;
  const list = { by: 'institution', institution } as const;
  await writePages(await listPages(list, () => [], tables, now()), deps);
}

/** Everything here may be done twice: after a crash the message comes again, finds the tables changed and writes the pages. */
export async function bringUpTo(change: Change, deps: Publisher): Promise<void> {
  const { tables, site, now } = deps;
  const { disclosed } = change.after;
  const own = ownPage(disclosed, now());
  // A record is listed when its page is there; a withdrawn one is unlisted before its page goes.
  if (disclosed.state === 'public') await writePages([own], deps);
  const committed = await tables.commit(change.writes);
  if (!committed.ok) throw new Error('another publisher was first');
  if (disclosed.state === 'withdrawn') await writePages([own], deps);
  const found =
    disclosed.state === 'public' ? { put: disclosed.record } : { remove: disclosed.tombstone.id };
  // Side by side: neither reads what the other writes, and a busy month is as long as its files.
  await allOf([() => writeMonth(change, deps), () => updateSearch([found], site)]);
  await writePages(await changedPages(change, deps), deps);
  await writeSitemaps(change.after.touched.streets, deps);
}

export const handler = queue(
  publishRecord,
  () => ({
    tables: new DynamoTables(),
    site: new S3Site(),
    render: windowRenderer(setting('SITE_ORIGIN')),
    now: () => new Date().toISOString(),
    again: askAgain(new SqsQueues()),
    forget: askToForget(new SqsQueues()),
  }),
  { fifo: true, onTick: keepUp },
);

/** What is due without anything being published. */
async function keepUp(deps: Publisher & { readonly again: ReturnType<typeof askAgain> }) {
  await refreshSite(setting('RELEASE'), deps);
  await compactSearch(() => everyRecord(deps), deps.site, deps.now());
}

/** One more tick, behind the publications that wait. @param step - a queue drops what it was told within five minutes */
const askAgain = (queues: Queues) => async (step: string) => {
  const body = JSON.stringify({ kind: 'refresh' });
  await queues.send(DISCLOSURE, [{ id: `refresh-${step}`, body, group: district.code }]);
};

const askToForget =
  (queues: Queues): Forget =>
  async (invalidation) => {
    const { reference: id } = invalidation;
    const sent = await queues.send(INVALIDATION, [{ id, body: JSON.stringify(invalidation) }]);
    if (sent.length === 0) throw new Error('the queue did not take it');
  };

interface Subject {
  readonly recordId: string;
  readonly publicAt: (publishedAt: Instant) => PublicState;
}

/** What brings the public record up to its subject; undefined when nothing of it was or becomes public. */
async function changeOfSubject(subject: string, { tables, now }: Publisher) {
  const { recordId, publicAt } = await subjectOf(subject, tables, now());
  return changeOf({ subject, recordId, publicAt, at: now() }, tables);
}

async function subjectOf(subject: string, tables: Tables, at: Instant): Promise<Subject> {
  const [type = '', id = ''] = subject.split('#');
  if (type === 'PENALTY') {
    const penalty = (await loadPenalty(tables, id))?.penalty;
    if (!penalty) throw new Park('NO_SUCH_PENALTY');
    const today = dateInShanghai(at);
    return {
      recordId: penalty.recordId,
      publicAt: (publishedAt) => publicPenalty(penalty, publishedAt, today),
    };
  }
  const inspection = await loadInspection(tables, id);
  if (!inspection) throw new Park('NO_SUCH_INSPECTION');
  return {
    recordId: inspection.recordId,
    publicAt: (publishedAt) => publicInspection(inspection, publishedAt),
  };
}
