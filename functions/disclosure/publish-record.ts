/** Disclosure queue: makes a decided penalty or an inspection public, or takes it back, and writes every page it changes. */
import { dateInShanghai, monthOf, type Instant } from '../../shared/time.ts';
import type { OutboxMessage } from '../../shared/relay/outbox.ts';
import { institutionOf } from '../../shared/institutions/institution.ts';
import { isPerson } from '../../shared/penalties/penalty.ts';
import {
  publicInspection,
  publicPenalty,
  type PublicState,
} from '../../shared/disclosure/redact.ts';
import type { PublicRecord } from '../../shared/disclosure/record.ts';
import {
  institutionGone,
  loadDisclosed,
  monthWrite,
  publicWrites,
  tombstoneWrites,
  versionsOf,
} from '../aws/disclosure-store.ts';
import { closedWrite } from '../aws/outbox-store.ts';
import { S3Site } from '../aws/site.ts';
import { Park, queue } from '../aws/sqs.ts';
import { loadInspection, loadPenalty } from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Clock, Site, Tables, Write } from '../ports.ts';
import { setting } from '../runtime.ts';
import { ownPage, pagesOf, type AddressedPage, type Changed } from './changed-pages.ts';
import { refreshSite } from './refresh-site.ts';
import { writePage, type Renderer } from './write-page.ts';
import { windowRenderer } from './window-renderer.ts';

interface Deps extends Clock {
  readonly tables: Tables;
  readonly site: Site;
  readonly render: Renderer;
}

export async function publishRecord(
  { outboxId, pointer }: OutboxMessage,
  deps: Deps,
): Promise<void> {
  if (pointer.kind !== 'publication') throw new Park('NOT_A_PUBLICATION');
  const disclosed = await disclose(pointer.subject, deps);
  if (disclosed) {
    const { changed, writes } = disclosed;
    const own = ownPage(changed, deps.now());
    // A record is listed when its page is there; a withdrawn one is unlisted before its page goes.
    if ('record' in changed) await writePage(own, deps);
    await deps.tables.commit(writes);
    if ('tombstone' in changed) await writePage(own, deps);
    const { pages, months } = await pagesOf(changed, deps.tables, deps.now());
    await deps.tables.commit([...months.map(monthWrite), ...emptied(pages).map(institutionGone)]);
    for (const page of pages) await writePage(page, deps);
  }
  await deps.tables.commit([closedWrite(outboxId)]);
}

export const handler = queue(
  publishRecord,
  () => ({
    tables: new DynamoTables(),
    site: new S3Site(),
    render: windowRenderer(setting('SITE_ORIGIN')),
    now: () => new Date().toISOString(),
  }),
  { fifo: true, onTick: (deps) => refreshSite(setting('RELEASE'), deps) },
);

/** The institutions whose last record was taken back. */
const emptied = (pages: readonly AddressedPage[]): readonly string[] =>
  pages.flatMap(({ page }) =>
    page.page === 'institution' && page.records.length === 0 ? [page.institution.id] : [],
  );

interface Disclosed {
  readonly changed: Changed;
  readonly writes: readonly Write[];
}

/** What brings the public record up to its subject; undefined when nothing of it was or becomes public. */
async function disclose(
  subject: string,
  { tables, now }: Pick<Deps, 'tables' | 'now'>,
): Promise<Disclosed | undefined> {
  const found = await subjectOf(subject, tables);
  const before = await loadDisclosed(tables, found.recordId);
  const publishedAt = before?.state === 'public' ? before.record.publishedAt : now();
  const after = found.publicAt(publishedAt);
  if (after.state === 'public') {
    const changed = { record: after.record, month: monthOf(after.record.publishedOn) };
    return { changed, writes: publicWrites(after.record, found.version) };
  }
  if (after.state === 'none') return undefined;
  const record = before?.state === 'public' ? before.record : undefined;
  const publishedOn = before?.state === 'withdrawn' ? before.tombstone.publishedOn : undefined;
  const tombstone = {
    ...after.tombstone,
    publishedOn: record?.publishedOn ?? publishedOn ?? dateInShanghai(publishedAt),
  };
  const earlier = await versionsOf(tables, tombstone.id);
  const changed = {
    tombstone,
    month: monthOf(tombstone.publishedOn),
    ...(found.institution && { institution: found.institution }),
  };
  return { changed, writes: tombstoneWrites(tombstone, found.version, earlier) };
}

interface Subject {
  readonly recordId: string;
  readonly version: number;
  readonly institution?: PublicRecord['institution'];
  readonly publicAt: (publishedAt: Instant) => PublicState;
}

async function subjectOf(subject: string, tables: Tables): Promise<Subject> {
  const [type = '', id = ''] = subject.split('#');
  if (type === 'PENALTY') {
    const penalty = (await loadPenalty(tables, id))?.penalty;
    if (!penalty) throw new Park('NO_SUCH_PENALTY');
    const { recordId, version, proposal } = penalty;
    return {
      ...{ recordId, version },
      publicAt: (at) => publicPenalty(penalty, at),
      ...(!isPerson(proposal.party.kind) && { institution: institutionOf(proposal.party) }),
    };
  }
  const inspection = await loadInspection(tables, id);
  if (!inspection) throw new Park('NO_SUCH_INSPECTION');
  const { recordId, version, institution } = inspection;
  return { recordId, version, institution, publicAt: (at) => publicInspection(inspection, at) };
}
