/** A citizen at the HTTP interface of a running system, and what arrives at departments because of him. */
import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { askUntil } from '../../cdk/local/demo/ask.ts';
import { DemoClient } from '../../cdk/local/demo/client.ts';
import { COORDINATOR, isDepartment } from '../../shared/departments/directory.ts';
import { aComplaintBody, type Filed } from './complaints.ts';

/** The system of this project, asked once: an unexpected answer is a failure, not a reason to try again. */
export function systemClient(): DemoClient {
  const { base, credentials } = inject('system');
  return new DemoClient(base, credentials, 1);
}

/** @throws when the system does not take it. */
export async function file(
  client: DemoClient,
  changes: Readonly<Record<string, unknown>> = {},
  key: string = randomUUID(),
): Promise<Filed> {
  const { status, json, text } = await client.post('/api/complaints', {
    body: aComplaintBody(changes),
    key,
  });
  if (status !== 201) throw new Error(`filing: ${status} ${text}`);
  return json as Filed; // the contract of a 201
}

/** Everyone the case was sent to: the coordinator holds what is for bodies outside the directory, and watches what is major. */
export function addresseesOf({
  items,
  majorCase,
}: Pick<Filed, 'items' | 'majorCase'>): ReadonlySet<string> {
  const named: readonly string[] = items.flatMap(({ lead, cooperating }) => [lead, ...cooperating]);
  const isWatched = majorCase && items.some(({ track }) => track !== 'X');
  return new Set<string>([
    ...named.map((code) => (isDepartment(code) ? code : COORDINATOR)),
    ...(isWatched ? [COORDINATOR] : []),
  ]);
}

/** Waits until the department's open worklist holds the case; undefined when it does not come in time. */
export const arrivalOf = (
  client: DemoClient,
  department: string,
  caseNumber: string,
  withinMs = 10_000,
) =>
  askUntil(async () => {
    const entries = await client.worklist(department, 'open');
    return entries.find((entry) => entry.caseNumber === caseNumber);
  }, withinMs);
