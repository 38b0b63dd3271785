/** The building: raises the stacks from the catalogue. `build.ts` runs it; the output folder is chosen by CDK_OUTDIR. */
import { App, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { DataStack } from './data-stack.ts';
import { DepartmentsStack } from './departments-stack.ts';
import { DeskStack } from './desk-stack.ts';
import { MonitoringStack } from './monitoring-stack.ts';
import { contextOf, readPlace, type Place } from './place.ts';
import { ServiceStack } from './service-stack.ts';
import { SiteStack } from './site-stack.ts';
import { WebhooksStack } from './webhooks-stack.ts';

export interface BuildingOptions {
  /** Folder with one bundle folder per Lambda. */
  readonly assetRoot: string;
  /** Identifies the build of window and functions. */
  readonly release: string;
}

export function raiseBuilding(app: App, { assetRoot, release }: BuildingOptions): void {
  const data = new DataStack(app, 'MingchaData');
  const departments = new DepartmentsStack(app, 'MingchaDepartments', { assetRoot, data });
  const webhooks = new WebhooksStack(app, 'MingchaWebhooks', { assetRoot, data });
  const service = new ServiceStack(app, 'MingchaService', {
    assetRoot,
    data,
    departments,
    webhooks,
    release,
  });
  new DeskStack(app, 'MingchaDesk', { assetRoot, service });
  new SiteStack(app, 'MingchaSite', { assetRoot, service, data });
  new MonitoringStack(app, 'MingchaMonitoring', { departments, webhooks, service });
}

/**
 * An app without what depends on the machine or the way it was started: equal input, equal templates. A template with an
 * open finding of the two rule packs is not made.
 */
export function newApp(place: Place): App {
  const app = new App({
    analyticsReporting: false,
    treeMetadata: false,
    context: { '@aws-cdk/core:target-partitions': ['aws', 'aws-cn'], ...contextOf(place) },
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return app;
}

if (import.meta.main) {
  const { RELEASE, REGION, STAGE } = process.env;
  if (!RELEASE) throw new Error('RELEASE is missing: run `node cdk/build.ts synth` instead');
  const app = newApp(readPlace({ region: REGION, stage: STAGE }));
  raiseBuilding(app, { assetRoot: '.build/functions', release: RELEASE });
  app.synth();
}
