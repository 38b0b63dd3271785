/** Where the building stands and what becomes of it: chosen before the templates are made, by context or environment. */
import type { App } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';

export const regions = ['us-east-1', 'cn-north-1', 'cn-northwest-1'] as const;
export type Region = (typeof regions)[number];

/** `production` keeps and protects what cannot be made again; `demo` leaves nothing behind but a full bucket. */
export const stages = ['production', 'demo'] as const;
export type Stage = (typeof stages)[number];

export interface Place {
  /** Without one the templates stand anywhere outside China: so they are hosted on one machine. */
  readonly region?: Region;
  readonly stage: Stage;
}

/** @throws Error with a message for people */
export function readPlace(given: { readonly region?: unknown; readonly stage?: unknown }): Place {
  const region = oneOf(regions, 'region', given.region);
  const stage = oneOf(stages, 'stage', given.stage) ?? 'production';
  return { ...(region && { region }), stage };
}

/** The place of the app that a construct belongs to. */
export const placeOf = ({ node }: IConstruct): Place =>
  readPlace({ region: node.tryGetContext('region'), stage: node.tryGetContext('stage') });

/** Two clouds: what the Chinese one lacks or does in another way is asked here. */
export const isInChina = (scope: IConstruct): boolean =>
  placeOf(scope).region?.startsWith('cn-') ?? false;

export const isProduction = (scope: IConstruct): boolean => placeOf(scope).stage === 'production';

/** The place as an app's context; the CDK command's `-c region=… -c stage=…` goes before it. */
export const contextOf = ({
  region,
  stage,
}: Place): NonNullable<ConstructorParameters<typeof App>[0]>['context'] => ({
  ...(region && { region }),
  stage,
});

function oneOf<T extends string>(known: readonly T[], name: string, given: unknown): T | undefined {
  if (given === undefined || given === '') return undefined;
  const found = known.find((value) => value === given);
  if (found) return found;
  throw new Error(`${name} is ${known.join(' or ')}, not ${JSON.stringify(given)}`);
}
