/** GET /api/desk/channels/{channel}/files/{number}: a closed file as CSV, the same whenever it is fetched. */
import type { Refusal } from '../../shared/api/problem.ts';
import { ChannelFilePath, mayExchange } from '../../shared/channels/calls.ts';
import { cellsOf, isClosed, lineColumns } from '../../shared/channels/file.ts';
import { fieldsOf } from '../../shared/channels/outgoing.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { linesOf, loadFile } from '../aws/channel-store.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import { csvText } from '../csv.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function readChannelFile(
  { path: { channel, number }, officer, now }: Request<undefined, ChannelFilePath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!mayExchange(officer)) return err({ status: 403, code: 'ROLE_MISSING', role: 'publisher' });
  const file = await loadFile(tables, channel, number);
  if (!file) return err({ status: 404, code: 'NOT_FOUND' });
  if (!isClosed(file, now)) return err({ status: 409, code: 'CHANNEL_FILE_OPEN' });
  const fields = fieldsOf(channel);
  const codes = fields.map(({ code }) => code);
  const lines = await linesOf(tables, channel, number);
  const answer = csvText([
    [...fields.map(({ name }) => name), ...lineColumns],
    ...lines.map((line) => cellsOf(line, codes)),
  ]);
  return ok({ answer });
}

export const handler = http(
  {
    call: 'GET /api/desk/channels/{channel}/files/{number}',
    path: ChannelFilePath,
    staff: officerOf,
    contentType: 'text/csv; charset=utf-8',
  },
  readChannelFile,
  () => ({ tables: new DynamoTables() }),
);
