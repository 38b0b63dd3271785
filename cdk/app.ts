/** The building: raises the four stacks from the catalogue. `build.ts` runs it; the output folder is chosen by CDK_OUTDIR. */
import { App } from 'aws-cdk-lib/core';
import { DataStack } from './data-stack.ts';
import { DepartmentsStack } from './departments-stack.ts';
import { ServiceStack } from './service-stack.ts';
import { SiteStack } from './site-stack.ts';

export interface BuildingOptions {
  /** Folder with one bundle folder per Lambda. */
  readonly assetRoot: string;
  /** Identifies the build of window and functions. */
  readonly release: string;
}

export function raiseBuilding(app: App, { assetRoot, release }: BuildingOptions): void {
  const data = new DataStack(app, 'MingchaData');
  const departments = new DepartmentsStack(app, 'MingchaDepartments', { assetRoot, data });
  const service = new ServiceStack(app, 'MingchaService', {
    assetRoot,
    data,
    departments,
    release,
  });
  new SiteStack(app, 'MingchaSite', { api: service.api, bucket: data.site });
}

/** An app without what depends on the machine or the way it was started: equal input, equal templates. */
export const newApp = (): App =>
  new App({
    analyticsReporting: false,
    treeMetadata: false,
    context: { '@aws-cdk/core:target-partitions': ['aws', 'aws-cn'] },
  });

if (import.meta.main) {
  const { RELEASE } = process.env;
  if (!RELEASE) throw new Error('RELEASE is missing: run `node cdk/build.ts synth` instead');
  const app = newApp();
  raiseBuilding(app, { assetRoot: '.build/functions', release: RELEASE });
  app.synth();
}
