/** POST /api/objections: anybody objects to a public record; its publisher finds it in its list. */
import { randomBytes } from 'node:crypto';
import type { Refusal } from '../../shared/api/problem.ts';
import { aggregateId, randomBytesFor, receiptCode } from '../../shared/ids.ts';
import { ObjectionSubmission } from '../../shared/objections/calls.ts';
import { fileObjection } from '../../shared/objections/filing.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { dateInShanghai } from '../../shared/time.ts';
import { loadDisclosed } from '../aws/disclosure-store.ts';
import { http, type Request } from '../aws/http.ts';
import {
  objectionContactWrite,
  objectionReceiptWrite,
  objectionWrites,
} from '../aws/objection-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Chance, Outcome, Tables } from '../ports.ts';

interface Deps extends Chance {
  readonly tables: Tables;
}

export async function submitObjection(
  { body, now }: Request<ObjectionSubmission, undefined, undefined>,
  { tables, randomBytes }: Deps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  const found = await loadDisclosed(tables, body.record);
  if (!found) return err({ status: 404, code: 'NOT_FOUND' });
  const about = found.state === 'public' ? found.record : found.tombstone;
  const id = aggregateId('O', dateInShanghai(now), randomBytes(randomBytesFor.recordId));
  const { objection, event } = fileObjection(id, body, about, now);
  const receipt = receiptCode(randomBytes(randomBytesFor.receiptCode));
  const { department, answerBy, provisional } = objection;
  return ok({
    answer: { objectionId: id, receiptCode: receipt, department, answerBy, provisional },
    writes: [
      ...objectionWrites(objection, event),
      objectionReceiptWrite(receipt, id),
      ...(body.contact ? [objectionContactWrite(id, body.contact, now)] : []),
    ],
  });
}

export const handler = http(
  {
    call: 'POST /api/objections',
    body: ObjectionSubmission,
    idempotencyKey: 'required',
    status: 201,
  },
  submitObjection,
  () => ({ tables: new DynamoTables(), randomBytes }),
);
