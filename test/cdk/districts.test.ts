/** The building of each district: a queue for every department of its directory and for no other, under its own number. */
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

/** DISTRICT is read once, when the modules are first loaded. */
async function buildingOf(choice: string) {
  vi.stubEnv('DISTRICT', choice);
  vi.resetModules();
  const { chosenDistrict } = await import('../../shared/districts/chosen.ts');
  const { raise } = await import('./assembly.ts');
  return { building: raise(), district: chosenDistrict };
}

describe.each(['demo', 'beibei', 'dadukou'])('%s', (choice) => {
  it('is raised with no open finding, its departments’ queues and its own publications', async () => {
    const { building, district } = await buildingOf(choice);
    expect(district.choice).toBe(choice);
    const queues = building
      .all('AWS::SQS::Queue', v.object({ QueueName: v.optional(v.string(), '') }))
      .map(({ properties }) => /^mingcha-referral-(.+)$/.exec(properties.QueueName)?.[1])
      .filter((code) => code !== undefined);
    expect(queues.toSorted()).toEqual(district.departments.toSorted());
    const numbers = building.stacks.flatMap(
      ({ text }) => text.match(/"MessageGroupId": ?"\d+"/g) ?? [],
    );
    expect(new Set(numbers.map((one) => one.replace(/\D/g, '')))).toEqual(
      new Set([district.site.code]),
    );
  }, 60_000);
});

it('a district nobody knows is refused in one sentence', async () => {
  await expect(buildingOf('mars')).rejects.toThrow('DISTRICT must be demo, beibei or dadukou');
});
