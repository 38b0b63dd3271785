/**
 * Channels in the table `supervision`; the secrets of their webhooks lie in `vault`.
 *
 * | pattern | key |
 * |---|---|
 * | how a channel is delivered to | `CHANNEL#<channel>` / `CONFIGURATION` |
 * | how a penalty stands there | `CHANNEL#<channel>` / `ENTRY#<penaltyId>` |
 * | the penalty of a decision number | `DECISION#<dept>#<number>` / `-`; else `CHANNEL#<channel>` / `DECISION#<decisionNumber>#<penaltyId>` |
 * | whose period at the channel is over | `CHANNEL#<channel>#UNTIL` / `<shownUntil>#<penaltyId>` |
 * | a file, the newest file | `CHANNEL#<channel>` / `FILE#<number>` |
 * | lines of a file | `CHANNEL#<channel>#FILE#<number>` / `<line>` |
 * | entries of a state, newest first | index `byDepartmentState`: `CHANNEL#<channel>#<state>` / `<changedAt>#<penaltyId>` |
 * | files that nobody has acknowledged, oldest first; those that were | index `byDepartmentState`: `CHANNEL#<channel>#offered`, `…#done` / `<number>` |
 */
import type { OutsideChannel } from '../../shared/channels/channel.ts';
import type { ChannelConfiguration } from '../../shared/channels/configuration.ts';
import type { ChannelEntry, EntryState } from '../../shared/channels/entry.ts';
import type { ChannelFile, ChannelLine } from '../../shared/channels/file.ts';
import { decidedBy } from '../../shared/channels/repairs.ts';
import { decisionKey } from '../../shared/penalties/decision-number.ts';
import type { DateOnly } from '../../shared/time.ts';
import type { Counts, Page, Tables, Write } from '../ports.ts';

const partition = (channel: OutsideChannel): string => `CHANNEL#${channel}`;
const numbered = (number: number): string => String(number).padStart(6, '0');

const configurationKey = (channel: OutsideChannel) => ({
  pk: partition(channel),
  sk: 'CONFIGURATION',
});
const entryKey = (channel: OutsideChannel, penaltyId: string) => ({
  pk: partition(channel),
  sk: `ENTRY#${penaltyId}`,
});
const fileKey = (channel: OutsideChannel, number: number) => ({
  pk: partition(channel),
  sk: `FILE#${numbered(number)}`,
});

export async function loadConfiguration(
  tables: Pick<Tables, 'get'>,
  channel: OutsideChannel,
): Promise<ChannelConfiguration | undefined> {
  const row = await tables.get('supervision', configurationKey(channel));
  return row?.['value'] as ChannelConfiguration | undefined; // written below, by us alone
}

export const configurationWrite = (
  channel: OutsideChannel,
  after: ChannelConfiguration,
): Write => ({
  table: 'supervision',
  put: { ...configurationKey(channel), version: after.version, value: after },
  when: after.version === 1 ? 'absent' : { version: after.version - 1 },
});

export async function loadEntry(
  tables: Pick<Tables, 'get'>,
  channel: OutsideChannel,
  penaltyId: string,
): Promise<ChannelEntry | undefined> {
  const row = await tables.get('supervision', entryKey(channel, penaltyId));
  return row?.['value'] as ChannelEntry | undefined;
}

/** The next revision of an entry; refused when another was first. */
export function entryWrites(channel: OutsideChannel, entry: ChannelEntry): readonly Write[] {
  const { penaltyId, decisionNumber, operation, state, revision, changedAt } = entry;
  const write: Write = {
    table: 'supervision',
    put: {
      ...entryKey(channel, penaltyId),
      version: revision,
      value: entry,
      departmentState: `${partition(channel)}#${state}`,
      changedKey: `${changedAt}#${penaltyId}`,
    },
    when: revision === 1 ? 'absent' : { version: revision - 1 },
  };
  const known: Write = {
    table: 'supervision',
    put: {
      pk: partition(channel),
      sk: `DECISION#${decisionNumber}#${penaltyId}`,
      value: { penaltyId, authority: entry.authority },
    },
  };
  return operation === 'publish' && state === 'sent' ? [write, known] : [write];
}

const untilKey = (channel: OutsideChannel, until: DateOnly, penaltyId: string) => ({
  pk: `${partition(channel)}#UNTIL`,
  sk: `${until}#${penaltyId}`,
});

/** Notes when the channel is to stop showing what it is told; what was noted before goes. */
export function untilWrites(
  channel: OutsideChannel,
  before: ChannelEntry | undefined,
  { penaltyId, penaltyVersion, isShown, shownUntil }: ChannelEntry,
): readonly Write[] {
  const until = isShown ? shownUntil : undefined;
  return [
    ...(before?.shownUntil && before.shownUntil !== until
      ? [untilGone(channel, { penaltyId, shownUntil: before.shownUntil })]
      : []),
    ...(until
      ? [
          {
            table: 'supervision',
            put: { ...untilKey(channel, until, penaltyId), penaltyId, penaltyVersion },
          } as const,
        ]
      : []),
  ];
}

export const untilGone = (
  channel: OutsideChannel,
  { penaltyId, shownUntil }: { readonly penaltyId: string; readonly shownUntil: DateOnly },
): Write => ({ table: 'supervision', delete: untilKey(channel, shownUntil, penaltyId) });

export interface EndedEntry {
  readonly penaltyId: string;
  readonly penaltyVersion: number;
  readonly shownUntil: DateOnly;
}

const DATE_LENGTH = 10;
const ENDED_PER_PAGE = 100;

/** Every penalty that the channel is to stop showing today or should have before. */
export async function* endedEntries(
  tables: Pick<Tables, 'query'>,
  channel: OutsideChannel,
  today: DateOnly,
): AsyncGenerator<EndedEntry> {
  let from: Page['next'];
  do {
    const page = await tables.query('supervision', `${partition(channel)}#UNTIL`, {
      ...{ between: ['0', `${today}~`], limit: ENDED_PER_PAGE },
      ...(from && { from }),
    });
    for (const { sk, penaltyId, penaltyVersion } of page.rows)
      yield {
        penaltyId: String(penaltyId),
        penaltyVersion: Number(penaltyVersion),
        shownUntil: sk.slice(0, DATE_LENGTH),
      };
    from = page.next;
  } while (from);
}

export const entryGone = (channel: OutsideChannel, penaltyId: string): Write => ({
  table: 'supervision',
  delete: entryKey(channel, penaltyId),
});

/** The penalty of a decision number and an authority, whether the channel was told of it or not. */
export async function penaltyOfDecision(
  tables: Pick<Tables, 'get' | 'query'>,
  channel: OutsideChannel,
  decisionNumber: string,
  authority: string,
): Promise<string | undefined> {
  const department = decidedBy(authority);
  const pk = department && decisionKey(department, decisionNumber);
  const known = pk && (await tables.get('supervision', { pk, sk: '-' }));
  return known
    ? String(known['subject']).slice('PENALTY#'.length)
    : penaltyTold(tables, channel, decisionNumber, authority);
}

/** As the channel was told of it, by the authority's full name. */
async function penaltyTold(
  tables: Pick<Tables, 'query'>,
  channel: OutsideChannel,
  decisionNumber: string,
  authority: string,
): Promise<string | undefined> {
  const { rows } = await tables.query('supervision', partition(channel), {
    startsWith: `DECISION#${decisionNumber}#`,
    limit: 10,
  });
  const known = rows.map(({ value }) => value as { penaltyId: string; authority: string }); // written above
  return known.find((row) => row.authority === authority)?.penaltyId;
}

export interface EntryPage {
  readonly entries: readonly ChannelEntry[];
  /** The place of the last one, where there are more. */
  readonly next?: string;
}

/** Could it be a place in a list of entries? */
export const isEntryPlace = (text: string): boolean => /^[\d:.TZ-]{24}#[\w-]{1,60}$/.test(text);

const INSTANT_LENGTH = 24;

/** The latest change first. @param after - the place where the page before ended */
export async function entriesPage(
  tables: Pick<Tables, 'query'>,
  channel: OutsideChannel,
  state: EntryState,
  limit: number,
  after: string | undefined,
): Promise<EntryPage> {
  const departmentState = `${partition(channel)}#${state}`;
  const { rows, next } = await tables.query('supervision', departmentState, {
    index: 'byDepartmentState',
    descending: true,
    limit,
    ...(after !== undefined && {
      from: {
        ...entryKey(channel, after.slice(INSTANT_LENGTH + 1)),
        ...{ departmentState, changedKey: after },
      },
    }),
  });
  return {
    entries: rows.map(({ value }) => value as ChannelEntry),
    ...(next && { next: String(next['changedKey']) }),
  };
}

/** How many entries are in a state; looks at so many at most. */
export const countEntries = (
  tables: Counts,
  channel: OutsideChannel,
  state: EntryState,
  atMost: number,
): ReturnType<Counts['count']> =>
  tables.count('supervision', `${partition(channel)}#${state}`, {
    index: 'byDepartmentState',
    lacking: ['expiresAt'], // none has one: all are counted
    atMost,
  });

export async function newestFile(
  tables: Pick<Tables, 'query'>,
  channel: OutsideChannel,
): Promise<ChannelFile | undefined> {
  const { rows } = await tables.query('supervision', partition(channel), {
    startsWith: 'FILE#',
    descending: true,
    limit: 1,
  });
  return rows[0]?.['value'] as ChannelFile | undefined;
}

export async function loadFile(
  tables: Pick<Tables, 'get'>,
  channel: OutsideChannel,
  number: number,
): Promise<ChannelFile | undefined> {
  const row = await tables.get('supervision', fileKey(channel, number));
  return row?.['value'] as ChannelFile | undefined;
}

/** The next revision of a file; refused when another was first. */
export const fileWrite = (channel: OutsideChannel, file: ChannelFile): Write => ({
  table: 'supervision',
  put: {
    ...fileKey(channel, file.number),
    version: file.revision,
    value: file,
    departmentState: `${partition(channel)}#${file.acknowledgedAt ? 'done' : 'offered'}`,
    changedKey: numbered(file.number),
  },
  when: file.revision === 1 ? 'absent' : { version: file.revision - 1 },
});

/** @param which - `offered`, oldest first; `done`, newest first */
export async function filesOf(
  tables: Pick<Tables, 'query'>,
  channel: OutsideChannel,
  which: 'offered' | 'done',
  limit: number,
): Promise<readonly ChannelFile[]> {
  const { rows } = await tables.query('supervision', `${partition(channel)}#${which}`, {
    index: 'byDepartmentState',
    descending: which === 'done',
    limit,
  });
  return rows.map(({ value }) => value as ChannelFile);
}

export const lineWrite = (channel: OutsideChannel, file: number, line: ChannelLine): Write => ({
  table: 'supervision',
  put: {
    pk: `${partition(channel)}#FILE#${numbered(file)}`,
    sk: numbered(line.line),
    value: line,
  },
  when: 'absent',
});

/** All lines of a file; a file holds few. */
export async function linesOf(
  tables: Pick<Tables, 'query'>,
  channel: OutsideChannel,
  file: number,
): Promise<readonly ChannelLine[]> {
  const lines: ChannelLine[] = [];
  let from: Readonly<Record<string, unknown>> | undefined;
  do {
    const { rows, next } = await tables.query(
      'supervision',
      `${partition(channel)}#FILE#${numbered(file)}`,
      from && { from },
    );
    lines.push(...rows.map(({ value }) => value as ChannelLine));
    from = next;
  } while (from);
  return lines;
}
