/** Turns the evaluated resources of all stacks into what the host has to create and wire. */
import type { Statement } from '../permissions/policy.ts';
import { roleStatements } from '../permissions/role-statements.ts';
import type { EvaluatedResource } from './evaluation.ts';
import { functionPlans, type FunctionPlan } from './plan-functions.ts';
import { queueSources, schedules, streamSources } from './plan-sources.ts';
import type { QueueSource, Schedule, StreamSource } from './plan-sources.ts';
import { apiRoutes, distributions, type Distribution, type Route } from './plan-site.ts';
import { bucketNames, queues, tables, type Queue, type Table } from './plan-stores.ts';

export interface Plan {
  readonly tables: readonly Table[];
  readonly queues: readonly Queue[];
  readonly buckets: readonly string[];
  readonly functions: readonly FunctionPlan[];
  /** The statements of each function's role, by the function's name. */
  readonly permissions: ReadonlyMap<string, readonly Statement[]>;
  readonly queueSources: readonly QueueSource[];
  readonly streamSources: readonly StreamSource[];
  readonly schedules: readonly Schedule[];
  readonly routes: readonly Route[];
  readonly distribution: Distribution;
}

/** @throws with the resource's name for a combination that the host cannot wire */
export function planOf(resources: readonly EvaluatedResource[]): Plan {
  const [distribution, ...others] = distributions(resources);
  if (!distribution || others.length > 0) {
    throw new Error(
      `the host serves exactly one distribution, not ${distribution ? others.length + 1 : 0}`,
    );
  }
  return {
    tables: tables(resources),
    queues: queues(resources),
    buckets: bucketNames(resources),
    functions: functionPlans(resources),
    permissions: roleStatements(resources),
    queueSources: queueSources(resources),
    streamSources: streamSources(resources),
    schedules: schedules(resources),
    routes: apiRoutes(resources),
    distribution,
  };
}
