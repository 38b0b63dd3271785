/** Reads the demonstration's register of institutions in, as the publisher of the health commission would. */
import { createHash } from 'node:crypto';
import { askUntil } from './ask.ts';
import type { DemoClient } from './client.ts';
import { registerRows } from './institutions.ts';
import { outcome, type Outcome } from './outcome.ts';

const BROUGHT_IN_WITHIN_MS = 60_000;

/** One outcome for each call, and a last one for all entries being in; what an earlier run brought in is known already. */
export async function registerInstitutions(
  client: DemoClient,
  run: string,
): Promise<readonly Outcome[]> {
  const token = await client.officer('HEALTH', 'publisher');
  const imports = '/api/desk/imports';
  const sha256 = createHash('sha256').update(JSON.stringify(registerRows)).digest('hex');
  const started = await client.post(imports, {
    ...{ token, key: `${run}-register` },
    body: {
      ...{ kind: 'institutions', fileName: '示例机构名录.csv' },
      ...{ sha256, rows: registerRows.length },
    },
  });
  const first = outcome('announcing the register', started, 201);
  if (!first.held) return [first];
  const { importId } = started.json as { readonly importId: string }; // the contract of a 201
  const rows = registerRows.map((cells, place) => ({ line: place + 2, cells }));
  const staged = await client.post(`${imports}/${importId}/rows`, {
    ...{ token, key: `${run}-register-rows`, body: { from: 1, rows } },
  });
  const applied = await client.post(`${imports}/${importId}/commands`, {
    ...{ token, key: `${run}-register-apply`, body: { type: 'apply' } },
  });
  const isIn = await askUntil(async () => {
    const { json } = await client.get(`${imports}/${importId}/report?limit=1`, token);
    return (json as { import: { state: string } }).import.state === 'applied' || undefined; // the contract of a 200
  }, BROUGHT_IN_WITHIN_MS);
  return [
    first,
    outcome('checking its rows', staged, 200),
    outcome('applying it', applied, 200),
    { what: 'the register of institutions is in', held: isIn === true },
  ];
}
