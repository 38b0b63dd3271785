/** GET /api/desk/channels/{channel}: how it is delivered to, its files, how many penalties stand how, and those of one state. */
import type { Refusal } from '../../shared/api/problem.ts';
import {
  ChannelPath,
  EntriesQuery,
  isOwnOrAll,
  mayConfigure,
  mayExchange,
  mayResend,
  maySee,
  maySettle,
  RepairPath,
} from '../../shared/channels/calls.ts';
import { deliveryOf } from '../../shared/channels/configuration.ts';
import { entryStates } from '../../shared/channels/entry.ts';
import { isClosed } from '../../shared/channels/file.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import {
  countEntries,
  entriesPage,
  filesOf,
  isEntryPlace,
  loadConfiguration,
} from '../aws/channel-store.ts';
import { unknownRepairs } from '../aws/unknown-repair-store.ts';
import { decodeCursor, encodeCursor } from '../aws/cursor.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Counts, Outcome, Tables } from '../ports.ts';

const PAGE = 50;
const MOST_COUNTED = 1_000;
const MOST_REPAIRS = 100;
const FILES = { offered: 50, done: 20 };

export async function readChannel(
  { path, query, officer, now }: Request<undefined, ChannelPath, EntriesQuery>,
  { tables }: { readonly tables: Tables & Counts },
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!maySee(officer)) return err({ status: 403, code: 'ROLE_MISSING', role: 'publisher' });
  const { channel } = path;
  const after = query.cursor && decodeCursor(query.cursor);
  if (after !== undefined && !isEntryPlace(after))
    return err({ status: 422, code: 'INVALID', errors: [{ field: 'cursor', code: 'INVALID' }] });
  const sees = mayExchange(officer);
  const isRepairer = channel === RepairPath.entries.channel.literal;
  const [configuration, page, offered, done, repairs, counts] = await Promise.all([
    loadConfiguration(tables, channel),
    entriesPage(tables, channel, query.state, PAGE, after),
    sees ? filesOf(tables, channel, 'offered', FILES.offered) : [],
    sees ? filesOf(tables, channel, 'done', FILES.done) : [],
    sees && isRepairer ? unknownRepairs(tables, channel, MOST_REPAIRS) : [],
    Promise.all(entryStates.map((state) => countEntries(tables, channel, state, MOST_COUNTED))),
  ]);
  const files = [...offered, ...done].map((file) => ({ ...file, isClosed: isClosed(file, now) }));
  const { url, secretMadeAt } = configuration?.webhook ?? {};
  return ok({
    answer: {
      channel,
      delivery: deliveryOf(configuration),
      ...(mayConfigure(officer) && url && { webhook: { url, secretMadeAt } }),
      may: { configure: mayConfigure(officer), exchange: sees, settle: maySettle(officer) },
      counts: Object.fromEntries(
        entryStates.map((state, place) => [
          state,
          { found: counts[place]?.found ?? 0, more: counts[place]?.more ?? false },
        ]),
      ),
      files,
      repairs,
      state: query.state,
      entries: page.entries
        .filter(({ department }) => isOwnOrAll(officer, department))
        .map((entry) => ({ ...entry, mayResend: mayResend(officer, entry.department) })),
      ...(page.next && { cursor: encodeCursor(page.next) }),
    },
  });
}

export const handler = http(
  {
    call: 'GET /api/desk/channels/{channel}',
    path: ChannelPath,
    query: EntriesQuery,
    staff: officerOf,
  },
  readChannel,
  () => ({ tables: new DynamoTables() }),
);
