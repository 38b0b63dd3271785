/** One running system for all tests of a project; a test takes it with `inject('system')`. */
import type { TestProject } from 'vitest/node';
import type { DemoCredentials } from '../../cdk/local/identity/credentials.ts';
import { newDataDir, removeDataDir, startSystem, type RunningSystem } from './system.ts';

declare module 'vitest' {
  interface ProvidedContext {
    system: {
      readonly base: string;
      readonly dataDir: string;
      readonly credentials: DemoCredentials;
      readonly pid: number;
    };
  }
}

let system: RunningSystem | undefined;

export async function setup(project: TestProject): Promise<void> {
  system = await startSystem(newDataDir());
  const { base, dataDir, credentials, pid } = system;
  project.provide('system', { base, dataDir, credentials, pid });
}

export async function teardown(): Promise<void> {
  await system?.stop();
  if (system) removeDataDir(system.dataDir);
}
