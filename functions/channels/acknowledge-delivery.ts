/** POST /api/desk/channels/{channel}/acknowledgements: what a platform took of a file or a call, and what it rejected and why. */
import type { Refusal } from '../../shared/api/problem.ts';
import {
  Acknowledgement,
  ChannelPath,
  deliveryOfId,
  mayExchange,
} from '../../shared/channels/calls.ts';
import { answered, type EntryFault } from '../../shared/channels/entry.ts';
import { isClosed } from '../../shared/channels/file.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { entryWrites, fileWrite, linesOf, loadEntry, loadFile } from '../aws/channel-store.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables, Write } from '../ports.ts';

type Asked = Request<Acknowledgement, ChannelPath, undefined>;
type Told = { readonly line: number; readonly penaltyId: string; readonly version: number };

export async function acknowledgeDelivery(
  { path: { channel }, body, officer, now }: Asked,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!mayExchange(officer)) return err({ status: 403, code: 'ROLE_MISSING', role: 'publisher' });
  const told = await whatWasTold(tables, channel, body, now);
  if (!told.ok) return told;
  const { lines, file } = told.value;
  if (file?.acknowledgedAt) return ok({ answer: { file, changed: 0 } });
  const rejectedRows = new Set(body.rejected.map(({ row }) => row));
  const unknown = [...rejectedRows].some((row) => !lines.some(({ line }) => line === row));
  if (unknown || body.accepted + rejectedRows.size !== lines.length)
    return err({ status: 422, code: 'INVALID', errors: [{ field: 'accepted', code: 'NOT_ALL' }] });
  const changes = await Promise.all(
    newestOnly(lines).map(async ({ line, penaltyId, version }): Promise<readonly Write[]> => {
      const entry = await loadEntry(tables, channel, penaltyId);
      const after = entry && answered(entry, version, faultsOf(body, line), now);
      return after ? entryWrites(channel, after) : [];
    }),
  );
  const after = file && {
    ...file,
    ...{ acknowledgedAt: now, rejected: rejectedRows.size, revision: file.revision + 1 },
  };
  return ok({
    answer: {
      ...(after && { file: after }),
      changed: changes.filter((writes) => writes.length > 0).length,
    },
    writes: [...(after ? [fileWrite(channel, after)] : []), ...changes.flat()],
  });
}

export const handler = http(
  {
    call: 'POST /api/desk/channels/{channel}/acknowledgements',
    path: ChannelPath,
    body: Acknowledgement,
    staff: officerOf,
  },
  acknowledgeDelivery,
  () => ({ tables: new DynamoTables() }),
);

async function whatWasTold(
  tables: Tables,
  channel: ChannelPath['channel'],
  { file: number, deliveryId = '' }: Acknowledgement,
  now: string,
) {
  if (number === undefined) {
    const delivery = deliveryOfId(channel, deliveryId);
    const entry = delivery && (await loadEntry(tables, channel, delivery.penaltyId));
    if (!delivery || !entry || entry.version < delivery.version)
      return err({ status: 404, code: 'NOT_FOUND' } as const);
    return ok({ lines: [{ line: 1, ...delivery }], file: undefined });
  }
  const file = await loadFile(tables, channel, number);
  if (!file) return err({ status: 404, code: 'NOT_FOUND' } as const);
  if (!isClosed(file, now)) return err({ status: 409, code: 'CHANNEL_FILE_OPEN' } as const);
  const lines: readonly Told[] = await linesOf(tables, channel, number);
  return ok({ lines, file });
}

/** A penalty may lie in a file in several versions: the last one counts. */
const newestOnly = (lines: readonly Told[]): readonly Told[] => [
  ...new Map(lines.map((line) => [line.penaltyId, line])).values(),
];

const faultsOf = ({ rejected }: Acknowledgement, line: number): readonly EntryFault[] =>
  rejected
    .filter(({ row }) => row === line)
    .map(({ code, field, message }) => ({
      code,
      ...(field !== undefined && { field }),
      ...(message !== undefined && { message }),
    }));
