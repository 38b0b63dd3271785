/** Everything the publisher has ever written, as small tasks whose names stand in order. */
import {
  CORRECTIONS_PATH,
  DATA_PATH,
  DESK_PATH,
  DISPLAY_PATH,
  locales,
  localPath,
  monthPath,
  objectKey,
  SEARCH_PATH,
  textPages,
  type TextPage,
} from '../../shared/disclosure/pages.ts';
import {
  allSealed,
  pageOfPlace,
  type PublicChange,
  type RecordList,
} from '../../shared/disclosure/lists.ts';
import { departmentCodes } from '../../shared/departments/directory.ts';
import { recordKinds, type PublicRecord } from '../../shared/disclosure/record.ts';
import { penaltyKindCodes } from '../../shared/penalties/kinds.ts';
import {
  listPage,
  loadListHead,
  loadStanding,
  monthsOf,
  publicInstitutions,
  streetCounts,
} from '../aws/disclosure-store.ts';
import { setting } from '../runtime.ts';
import { overviewPages, ownPage, streetPages } from './changed-pages.ts';
import { readMonth, storedMonth, writeMonthOf } from './data-files.ts';
import { correctionPages, listPages } from './list-pages.ts';
import { SHORT_CACHE, type Publisher } from './publisher.ts';
import { compactSearch } from './search-index.ts';
import { SITEMAP_PATH, writeSitemaps } from './sitemaps.ts';
import { writePages } from './write-page.ts';

interface Task {
  /** Greater than the name of every task before it. */
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** @param done - the name of the last task that is done already */
export async function* everyTask(deps: Publisher, done = ''): AsyncGenerator<Task> {
  for (const part of parts) {
    if (done.slice(0, 1) > part.letter) continue;
    for await (const { name, run } of part.tasks(deps)) {
      const full = `${part.letter} ${name}`;
      if (full > done) yield { name: full, run };
    }
  }
}

interface Part {
  readonly letter: string;
  readonly tasks: (deps: Publisher) => AsyncGenerator<Task>;
}

const numbered = (page: number): string => String(page).padStart(6, '0');

const parts: readonly Part[] = [
  { letter: 'a', tasks: texts },
  { letter: 'b', tasks: recordsByMonth },
  { letter: 'c', tasks: otherLists },
  { letter: 'd', tasks: corrections },
  { letter: 'e', tasks: overviews },
];

async function* texts(deps: Publisher): AsyncGenerator<Task> {
  const updatedAt = deps.now();
  yield {
    name: 'texts',
    run: () =>
      writePages(
        [
          ...(Object.entries(textPages) as [Exclude<TextPage, 'data'>, string][]) // the keys of our own table
            .filter(([, path]) => path !== DATA_PATH)
            .map(([page, path]) => ({ path, page: { page, updatedAt } })),
          { path: SEARCH_PATH, page: { page: 'search', updatedAt } },
        ],
        deps,
      ),
  };
  yield {
    name: 'texts robots',
    run: () =>
      deps.site.put(
        objectKey('/robots.txt'),
        robots(setting('SITE_ORIGIN')),
        'text/plain; charset=utf-8',
        SHORT_CACHE,
      ),
  };
}

/** Records are there to be found; questions, choices of colours and the desk are not. */
const robots = (origin: string): string =>
  [
    'User-agent: *',
    ...[DESK_PATH, `${DISPLAY_PATH}?`, `${SEARCH_PATH}?`].flatMap((path) =>
      locales.map((locale) => `Disallow: ${localPath(path, locale)}`),
    ),
    'Disallow: /api/',
    `Sitemap: ${origin}${SITEMAP_PATH}`,
    '',
  ].join('\n');

/** Fifty records a task, and what stands beside a whole month. */
async function* recordsByMonth(deps: Publisher): AsyncGenerator<Task> {
  const { tables, now } = deps;
  const months = (await Promise.all(recordKinds.map((kind) => monthsOf(tables, kind)))).flat();
  const lists = months
    .map(({ figures: { kind, month } }) => ({ by: 'month', kind, month }) as const)
    .sort((a, b) => (`${a.month} ${a.kind}` < `${b.month} ${b.kind}` ? -1 : 1));
  for (const { kind, month, by } of lists) {
    const path = monthPath(kind, month);
    const { placed } = await loadListHead(tables, path);
    for (let page = 1; page <= pageOfPlace(placed); page++) {
      yield {
        name: `${month} ${kind} ${numbered(page)}`,
        run: async () => {
          const entries = await listPage<{ readonly id: string }>(tables, path, page);
          await writePages(await ownPages(entries, deps), deps);
        },
      };
    }
    yield {
      name: `${month} ${kind} whole`,
      run: async () => {
        await writeMonthOf(kind, month, await readMonth(kind, month, tables), deps);
        await writePages(await listPages({ by, kind, month }, allSealed, tables, now()), deps);
      },
    };
  }
}

async function* otherLists(deps: Publisher): AsyncGenerator<Task> {
  const { tables, now } = deps;
  const institutions = await publicInstitutions(tables);
  const lists: readonly (readonly [string, RecordList])[] = [
    ...departmentCodes.map(
      (department) => [`d ${department}`, { by: 'department', department }] as const,
    ),
    ...institutions.map(({ id }) => [`i ${id}`, { by: 'institution', institution: id }] as const),
    ...penaltyKindCodes.map(
      (penaltyKind) => [`k ${penaltyKind}`, { by: 'kind', penaltyKind }] as const,
    ),
  ];
  for (const [name, list] of lists.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    yield {
      name,
      run: async () => {
        const pages = await listPages(list, allSealed, tables, now());
        await writePages(
          pages.filter(({ page }) => !isUnused(page)),
          deps,
        );
      },
    };
  }
}

async function* corrections(deps: Publisher): AsyncGenerator<Task> {
  const { tables, now } = deps;
  const { placed } = await loadListHead(tables, CORRECTIONS_PATH);
  for (let page = 1; page <= pageOfPlace(placed); page++) {
    yield {
      name: `records ${numbered(page)}`,
      run: async () => {
        const changes = await listPage<PublicChange>(tables, CORRECTIONS_PATH, page);
        await writePages(await ownPages(changes, deps), deps);
      },
    };
  }
  yield {
    name: 'whole',
    run: async () => writePages(await correctionPages(allSealed, tables, now()), deps),
  };
}

async function* overviews(deps: Publisher): AsyncGenerator<Task> {
  const { tables, now, site } = deps;
  yield {
    name: 'a streets',
    run: async () => {
      const streets = (await streetCounts(tables)).map(({ street }) => street);
      await writePages(await streetPages(streets, tables, now()), deps);
      await writeSitemaps(streets, deps);
    },
  };
  yield {
    name: 'b pages',
    run: async () => writePages(await overviewPages(tables, now()), deps),
  };
  yield { name: 'c search', run: () => compactSearch(() => everyRecord(deps), site, now()) };
}

/** Every public record, month by month, the oldest first. */
export async function* everyRecord({
  tables,
  site,
}: Pick<Publisher, 'tables' | 'site'>): AsyncGenerator<PublicRecord> {
  const rows = (await Promise.all(recordKinds.map((kind) => monthsOf(tables, kind)))).flat();
  const months = [...new Set(rows.map(({ figures }) => figures.month))].sort();
  for (const month of months) {
    const lists = await Promise.all(
      recordKinds.map(
        async (kind) => (await storedMonth(kind, month, site)) ?? readMonth(kind, month, tables),
      ),
    );
    yield* lists
      .flat()
      .sort((a, b) => (`${a.publishedAt}#${a.id}` < `${b.publishedAt}#${b.id}` ? -1 : 1));
  }
}

async function ownPages(entries: readonly { readonly id: string }[], { tables, now }: Publisher) {
  const standings = await Promise.all(entries.map(({ id }) => loadStanding(tables, id)));
  return standings.flatMap((standing) => (standing ? [ownPage(standing.disclosed, now())] : []));
}

/** A list in which nothing ever stood has no page. */
const isUnused = (page: object): boolean =>
  'records' in page &&
  Array.isArray(page.records) &&
  page.records.length === 0 &&
  'place' in page &&
  JSON.stringify(page.place) === JSON.stringify({ sealed: 0, total: 0 });
