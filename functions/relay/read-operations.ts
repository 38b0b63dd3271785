/** GET /api/desk/operations: how the system stands, in the very figures that alarms and the dashboard read. */
import type { Refusal } from '../../shared/api/problem.ts';
import { URGENT_PARKED } from '../../shared/coordination/parked.ts';
import { relayFigureNames } from '../../shared/relay/figures.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { CloudWatchMetrics } from '../aws/metrics.ts';
import type { Figure, Metrics, Outcome, Tables } from '../ports.ts';

const figures: readonly Figure[] = [
  ...relayFigureNames.map((name) => ({ namespace: 'Mingcha', name, of: 'now' as const })),
  { namespace: 'Mingcha', name: URGENT_PARKED, of: 'hour' },
  { namespace: 'AWS/Lambda', name: 'Invocations', of: 'hour' },
  { namespace: 'AWS/Lambda', name: 'Errors', of: 'hour' },
  { namespace: 'AWS/Lambda', name: 'Throttles', of: 'hour' },
];

interface Deps {
  readonly metrics: Metrics;
  /** None: this call writes nothing. */
  readonly tables?: Tables;
}

export async function readOperations(
  { officer, now }: Request<undefined, undefined, undefined>,
  { metrics }: Deps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!officer.roles.includes('administrator'))
    return err({ status: 403, code: 'ROLE_MISSING', role: 'administrator' });
  const values = await metrics.latest(figures, now);
  return ok({
    answer: {
      at: now,
      /** Null where nothing was measured in the last hour. */
      figures: figures.map(({ name, of }, position) => ({
        name,
        of,
        // Only urgent matters are written down: no point is none of them.
        value: values[position] ?? (name === URGENT_PARKED ? 0 : null),
      })),
    },
  });
}

export const handler = http(
  { call: 'GET /api/desk/operations', staff: officerOf },
  readOperations,
  (): Deps => ({ metrics: new CloudWatchMetrics() }),
);
