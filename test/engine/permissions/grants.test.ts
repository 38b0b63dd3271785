/** Every grant in the templates is used by somebody's work, and that work fails without it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepare } from '../../../cdk/build.ts';
import { startHost, type Host } from '../../../cdk/local/host.ts';
import { isAllowed, type Statement } from '../../../cdk/local/permissions/policy.ts';
import type { Use } from '../../../cdk/local/permissions/proxy.ts';
import {
  refuseMissingSourceGrants,
  sourceNeeds,
} from '../../../cdk/local/permissions/source-grants.ts';
import { lambdas } from '../../../functions/catalogue.ts';
import type { Lambda } from '../../../functions/catalogue/lambda.ts';
import { exercises, type Exercise } from './exercises.ts';
import { grantsOf, inWords, without } from './grants.ts';
import { World } from './world.ts';

let folder: string;
let host: Host;
let world: World;
/** What each exercise used, in the order of the exercises. */
const uses = new Map<Exercise, readonly Use[]>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-grants-'));
  const { outdir } = await prepare({ outdir: 'cdk.out', report: () => undefined });
  host = await startHost({ outdir, dataDir: folder, port: 0, eventSources: 'off' });
  world = new World(host);
  for (const exercise of exercises) uses.set(exercise, await watched(exercise));
}, 300_000);

afterAll(async () => {
  await host?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function watched(exercise: Exercise): Promise<readonly Use[]> {
  const seen: Use[] = [];
  const stop = host.permissions.watch((use) => seen.push(use));
  try {
    await exercise.run(world);
  } catch (cause) {
    throw new Error(`${exercise.of} ${exercise.deed}`, { cause });
  } finally {
    stop();
  }
  return seen;
}

/** The function, one of them where each department has its own: the one that was seen at work. */
function atWork(name: string) {
  const all = host.plan.functions.filter(
    ({ label }) => label === name || label.startsWith(`${name}-`),
  );
  const used = new Set([...uses.values()].flat().map(({ functionName }) => functionName));
  const fn = all.find((candidate) => used.has(candidate.name)) ?? all[0];
  if (!fn) throw new Error(`${name} is not in the templates`);
  return fn;
}

const roleOf = (functionName: string): readonly Statement[] =>
  host.plan.permissions.get(functionName) ?? [];

/** What the function itself may do; what Lambda does in its name is asked for at the start. */
function ownGrants(functionName: string): readonly Statement[] {
  const sources = sourceNeeds(host.plan).filter((source) => source.functionName === functionName);
  return grantsOf(roleOf(functionName)).filter(
    (grant) =>
      !grant.actions.some((action) => action.startsWith('logs:')) &&
      !sources.some(({ need }) => isAllowed([grant], need)),
  );
}

const usedBy = (functionName: string, grant: Statement) => (use: Use) =>
  use.functionName === functionName && isAllowed([grant], use.need);

/** The function's own exercise that uses the grant, and what it used of it. @throws when there is none */
function needing(name: string, functionName: string, grant: Statement) {
  for (const exercise of exercises.filter(({ of }) => of === name)) {
    const used = uses.get(exercise)?.filter(usedBy(functionName, grant)) ?? [];
    if (used.length > 0) return { exercise, used };
  }
  throw new Error(`no exercise of ${name} uses ${inWords(grant)}`);
}

/** Whose loss is tried out: one grant of each function, another for each; all of them in `npm run test:full`. */
function taken(name: string, grants: readonly Statement[]): readonly Statement[] {
  if (process.env['EVERY_CASE']) return grants;
  const turn = lambdas.findIndex((lambda) => lambda.name === name) % grants.length;
  return grants.slice(turn, turn + 1);
}

const namesOf = (some: readonly Lambda[]) => some.map(({ name }) => name);
const hasGrants = ({ tables, sends, site, metrics, invalidates }: Lambda) =>
  Boolean(tables ?? sends ?? site ?? metrics ?? invalidates);

describe('the work of all functions', () => {
  it('is never denied anything', () => {
    const refused = [...uses.values()].flat().filter(({ allowed }) => !allowed);
    expect(refused).toEqual([]);
  });

  it.each(namesOf(lambdas))('uses every grant of %s', (name) => {
    const fn = atWork(name);
    const everything = [...uses.values()].flat();
    const unused = ownGrants(fn.name).filter((grant) => !everything.some(usedBy(fn.name, grant)));
    expect(unused.map(inWords)).toEqual([]);
  });
});

describe('without one of its grants', () => {
  const logOf = (label: string) => readFileSync(join(folder, 'logs', `${label}.log`), 'utf8');

  const working = namesOf(lambdas.filter(hasGrants));

  it.each(working)('%s could not do its work, whichever grant it is', (name) => {
    const fn = atWork(name);
    for (const grant of ownGrants(fn.name)) {
      const less = without(roleOf(fn.name), grant);
      const missed = needing(name, fn.name, grant).used.filter(
        ({ need }) => !isAllowed(less, need),
      );
      expect(missed, inWords(grant)).not.toEqual([]);
    }
  });

  it.each(working)(
    '%s fails, and the logs say which',
    async (name) => {
      const fn = atWork(name);
      for (const grant of taken(name, ownGrants(fn.name))) {
        const { exercise } = needing(name, fn.name, grant);
        host.permissions.replacePolicies((functionName) =>
          functionName === fn.name ? without(roleOf(fn.name), grant) : roleOf(functionName),
        );
        const denied: Use[] = [];
        const stop = host.permissions.watch((use) => !use.allowed && denied.push(use));
        await expect(
          exercise.run(world),
          `${exercise.deed} without ${inWords(grant)}`,
        ).rejects.toThrow();
        stop();
        expect(denied.filter(usedBy(fn.name, grant)), inWords(grant)).not.toEqual([]);
        for (const log of [logOf('host'), logOf(fn.label)])
          expect(log).toContain(`denied: ${fn.label} may not ${grant.actions[0]} on `);
      }
      host.permissions.replacePolicies(roleOf);
    },
    60_000,
  );

  it('a function is not started by its event source, and the host says so by name', () => {
    const needs = sourceNeeds(host.plan);
    expect(needs.length).toBeGreaterThan(lambdas.length);
    for (const { functionName, need } of needs) {
      const label = host.plan.functions.find((fn) => fn.name === functionName)?.label ?? '';
      const less = roleOf(functionName).map((statement) => ({
        ...statement,
        actions: statement.actions.filter((action) => action !== need.action),
      }));
      const permissions = new Map([...host.plan.permissions, [functionName, less]]);
      expect(() => refuseMissingSourceGrants({ ...host.plan, permissions })).toThrow(
        `${label}: its role lacks ${need.action}`,
      );
    }
  });
});
