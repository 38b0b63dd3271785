/** What one publication changes in the public table, as one transaction: the record, its lists, its institution. */
import { isDeepStrictEqual } from 'node:util';
import { listsOf, pageOfPlace, type PublicChange } from '../../shared/disclosure/lists.ts';
import {
  CORRECTIONS_PATH,
  institutionPath,
  recordListPath,
  type InstitutionLine,
} from '../../shared/disclosure/pages.ts';
import type { PublicState } from '../../shared/disclosure/redact.ts';
import {
  summaryOf,
  type PublicInstitution,
  type PublicRecord,
  type RecordSummary,
} from '../../shared/disclosure/record.ts';
import { dateInShanghai, type Instant } from '../../shared/time.ts';
import {
  earlierVersionsGone,
  institutionWrites,
  listHeadWrite,
  listPage,
  loadInstitutionLine,
  loadListHead,
  loadStanding,
  placesOfPage,
  placeWrite,
  standingWrites,
  streetOf,
  type Disclosed,
  type ListHead,
  type Places,
  type Standing,
  type Touched,
} from '../aws/disclosure-store.ts';
import type { Tables, Write } from '../ports.ts';
import { placed } from './place-record.ts';

export interface Change {
  readonly after: Standing;
  /** Empty when the table says all of it already, and only pages may be missing. */
  readonly writes: readonly Write[];
}

interface Wanted {
  readonly subject: string;
  readonly recordId: string;
  readonly publicAt: (publishedAt: Instant) => PublicState;
  readonly at: Instant;
}

/** Undefined when nothing of it was or becomes public. */
export async function changeOf(wanted: Wanted, tables: Tables): Promise<Change | undefined> {
  const before = await loadStanding(tables, wanted.recordId);
  const old = before?.disclosed;
  const state = wanted.publicAt(firstPublished(old) ?? wanted.at);
  const version = (old?.version ?? 0) + 1;
  if (state.state === 'public') {
    const disclosed: Disclosed = { state: 'public', record: state.record, version };
    if (before && isSame(before.disclosed, disclosed)) return { after: before, writes: [] };
    return written(before, disclosed, wanted, tables);
  }
  if (!before || !old) return undefined; // nobody could read it, so nothing remains of it
  if (old.state === 'withdrawn' || !state.tombstone) return { after: before, writes: [] };
  const tombstone = { ...state.tombstone, publishedOn: old.record.publishedOn };
  return written(before, { state: 'withdrawn', tombstone, version }, wanted, tables);
}

async function written(
  before: Standing | undefined,
  disclosed: Disclosed,
  { subject, at }: Wanted,
  tables: Tables,
): Promise<Change> {
  const record = disclosed.state === 'public' ? disclosed.record : undefined;
  const lists = record ? listsOf(record).map(recordListPath) : [];
  const paths = [...lists, ...Object.keys(before?.places ?? {}), CORRECTIONS_PATH];
  const heads = new Map<string, ListHead>();
  for (const path of new Set(paths)) heads.set(path, await loadListHead(tables, path));
  const headOf = (path: string): ListHead => heads.get(path) ?? { placed: 0, total: 0, version: 0 };
  const wish = record && { lists, entry: summaryOf(record) };
  const { places, writes } = placed(before?.places ?? {}, wish, headOf);
  const told = changeTold(before?.disclosed, disclosed, at);
  const institutions = await institutionLines(before, disclosed, headOf, tables);
  const silenced = await silencedCorrections(before?.disclosed, disclosed, headOf, tables);
  const touched: Touched = {
    lists: touchedLists(before, disclosed, { ...before?.places, ...places }),
    streets: [...new Set([...(before?.touched.streets ?? []), ...institutions.streets])],
    ...(told && { correction: headOf(CORRECTIONS_PATH).placed + 1 }),
    ...(silenced.length > 0 && { silenced: silenced.map(({ place }) => place) }),
  };
  const after: Standing = { disclosed, places, touched, subject };
  return {
    after,
    writes: [
      ...standingWrites(after),
      ...(disclosed.state === 'withdrawn'
        ? await earlierVersionsGone(tables, disclosed.tombstone.id)
        : []),
      ...writes,
      ...institutions.writes,
      ...silenced.map(({ write }) => write),
      ...(told ? appended(CORRECTIONS_PATH, told, headOf(CORRECTIONS_PATH)) : []),
    ],
  };
}

/**
 * Why a record was corrected may repeat what it said. When it goes, the list still tells that it was corrected, and no more:
 * the reason is then its ground.
 */
async function silencedCorrections(
  old: Disclosed | undefined,
  disclosed: Disclosed,
  headOf: (path: string) => ListHead,
  tables: Tables,
): Promise<readonly { readonly place: number; readonly write: Write }[]> {
  if (old?.state !== 'public' || disclosed.state === 'public') return [];
  const wanted = old.record.corrections?.length ?? 0;
  const found: { place: number; write: Write }[] = [];
  for (
    let page = pageOfPlace(headOf(CORRECTIONS_PATH).placed);
    page > 0 && found.length < wanted;
    page--
  )
    for (const { place, entry } of await placesOfPage<PublicChange>(tables, CORRECTIONS_PATH, page))
      if (entry.id === old.record.id && entry.ground === 'CORRECTED') {
        const silent: PublicChange = { ...entry, reason: entry.ground };
        found.push({ place, write: placeWrite(CORRECTIONS_PATH, place, page, silent) });
      }
  return found;
}

function appended(list: string, entry: object, head: ListHead): readonly Write[] {
  const place = head.placed + 1;
  return [
    placeWrite(list, place, pageOfPlace(place), entry),
    listHeadWrite(list, { placed: place, total: head.total + 1, version: head.version + 1 }),
  ];
}

/** The lines of the institutions that gained or lost a record, or whose name or street it tells anew. */
async function institutionLines(
  before: Standing | undefined,
  after: Disclosed,
  headOf: (path: string) => ListHead,
  tables: Tables,
): Promise<{ readonly writes: readonly Write[]; readonly streets: readonly string[] }> {
  const gained = institutionOf(after);
  const lost = before && institutionOf(before.disclosed);
  const changes: { readonly line: InstitutionLine; readonly known: InstitutionLine | undefined }[] =
    [];
  if (gained) {
    const known = await loadInstitutionLine(tables, gained.id);
    const isNew = lost?.id !== gained.id;
    const records = headOf(institutionPath(gained.id)).total + (isNew ? 1 : 0);
    changes.push({ line: { ...known, ...gained, records }, known });
  }
  if (lost && lost.id !== gained?.id) {
    const known = await loadInstitutionLine(tables, lost.id);
    const records = headOf(institutionPath(lost.id)).total - 1;
    const still = await stillSaidOf(lost.id, before.disclosed, headOf, tables);
    changes.push({ line: { ...(still ?? { ...lost, ...known }), records }, known });
  }
  const streets = changes.flatMap(({ line, known }) => [line, ...(known ? [known] : [])]);
  return {
    writes: changes.flatMap(({ line, known }) => institutionWrites(line, known)),
    streets: [...new Set(streets.map(streetOf))],
  };
}

/**
 * An institution is called what the youngest records that stand call it: with a record goes the name that it alone gave. As
 * cheap as a page of its list, unless whole pages are gone.
 */
async function stillSaidOf(
  institution: string,
  leaving: Disclosed,
  headOf: (path: string) => ListHead,
  tables: Tables,
): Promise<PublicInstitution | undefined> {
  const path = institutionPath(institution);
  const gone = leaving.state === 'public' ? leaving.record.id : leaving.tombstone.id;
  for (let page = pageOfPlace(headOf(path).placed); page > 0; page--) {
    const entries = await listPage<RecordSummary>(tables, path, page);
    const said = entries.flatMap((entry) => (entry.id === gone ? [] : (entry.institution ?? [])));
    const [first, ...later] = said;
    if (first) return later.reduce((known, one) => ({ ...known, ...one }), first);
  }
  return undefined;
}

const institutionOf = (disclosed: Disclosed): PublicInstitution | undefined =>
  disclosed.state === 'public' ? disclosed.record.institution : undefined;

/** What the public is told: that something it could read changed, or that it was put right before it could be read. */
function changeTold(
  old: Disclosed | undefined,
  disclosed: Disclosed,
  at: Instant,
): PublicChange | undefined {
  const on = dateInShanghai(at);
  const { version } = disclosed;
  if (disclosed.state === 'withdrawn') {
    const { id, kind, department, path, ground = 'ERROR', reason } = disclosed.tombstone;
    return { id, kind, department, path, on, ground, reason, version };
  }
  const reason = newReasons(old, disclosed.record).join('；');
  if (!reason) return undefined;
  const { id, kind, department, path } = disclosed.record;
  return { id, kind, department, path, on, ground: 'CORRECTED', reason, version };
}

/** One publication may bring several corrections. */
function newReasons(
  old: Disclosed | undefined,
  { corrections = [] }: PublicRecord,
): readonly string[] {
  const known = old?.state === 'public' ? (old.record.corrections ?? []) : [];
  return corrections.slice(known.length).map(({ reason }) => reason);
}

const firstPublished = (old: Disclosed | undefined): Instant | undefined =>
  old?.state === 'public' ? old.record.publishedAt : undefined;

/** Says the one what the other says, apart from how often it was said? */
const isSame = (a: Disclosed, b: Disclosed): boolean =>
  isDeepStrictEqual({ ...a, version: 0 }, { ...b, version: 0 });

/** The lists it stands in, those it stood in, and those whose pages a publisher who died may not have written. */
function touchedLists(
  before: Standing | undefined,
  after: Disclosed,
  places: Places,
): Touched['lists'] {
  const of = (disclosed: Disclosed | undefined) =>
    disclosed?.state === 'public' ? listsOf(disclosed.record) : [];
  const earlier = before?.touched.lists ?? [];
  const lists = [...earlier.map(({ list }) => list), ...of(before?.disclosed), ...of(after)];
  const known = new Map(earlier.map(({ list, place }) => [recordListPath(list), place]));
  return [...new Map(lists.map((list) => [recordListPath(list), list]))].flatMap(([path, list]) => {
    const place = places[path] ?? known.get(path);
    return place === undefined ? [] : [{ list, place }];
  });
}
