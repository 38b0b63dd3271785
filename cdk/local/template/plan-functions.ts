/** Functions as processes: the bundle in the assembly, its export, environment, time-out. */
import { join } from 'node:path';
import type { EvaluatedResource } from './evaluation.ts';
import {
  nameOf,
  ofType,
  optionalNumber,
  optionalObject,
  optionalText,
  requiredText,
} from './reading.ts';

export interface FunctionPlan {
  /** `Ref` of the function. */
  readonly name: string;
  /** What its log file is called. */
  readonly label: string;
  readonly file: string;
  readonly exportName: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly reservedConcurrency: number | undefined;
}

const DEFAULT_TIMEOUT_SECONDS = 3;

export function functionPlans(resources: readonly EvaluatedResource[]): readonly FunctionPlan[] {
  return ofType(resources, 'AWS::Lambda::Function').map((fn) => {
    const where = nameOf(fn);
    const { properties, resource, names } = fn;
    const [module, exportName, ...rest] = requiredText(properties, 'Handler', where).split('.');
    if (!module || !exportName || rest.length > 0) {
      throw new Error(`${where}: the host cannot read the handler ${properties['Handler']}`);
    }
    const key = requiredText(optionalObject(properties, 'Code', where), 'S3Key', where);
    const asset = resource.stack.assets.get(key.replace(/\.zip$/, ''));
    if (asset === undefined) throw new Error(`${where}: the assembly has no asset ${key}`);
    const variables = optionalObject(
      optionalObject(properties, 'Environment', where),
      'Variables',
      where,
    );
    // The CDK's eight-digit hash says nothing to a person who looks for a log.
    const logicalName = resource.logicalId.replace(/[0-9A-F]{8}$/, '');
    const description = optionalText(properties, 'Description');
    const sharesDescription = ofType(resources, 'AWS::Lambda::Function').some(
      (other) => other !== fn && optionalText(other.properties, 'Description') === description,
    );
    return {
      name: names.ref,
      label: !description || sharesDescription ? [description, logicalName].join('-') : description,
      file: join(asset, `${module}.mjs`),
      exportName,
      environment: Object.fromEntries(
        Object.entries(variables).map(([name, value]) => [name, String(value)]),
      ),
      timeoutSeconds: optionalNumber(properties, 'Timeout') ?? DEFAULT_TIMEOUT_SECONDS,
      reservedConcurrency: optionalNumber(properties, 'ReservedConcurrentExecutions'),
    };
  });
}
