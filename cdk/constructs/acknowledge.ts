/** Leaves a finding of cdk-nag as it is, with the reason, beside the construct it concerns. */
import { Stack, Validations } from 'aws-cdk-lib/core';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import type { IConstruct } from 'constructs';

/** @param reasons - rule id → why it does not hold here */
export function acknowledge(scope: IConstruct, reasons: Readonly<Record<string, string>>): void {
  for (const [id, reason] of Object.entries(reasons)) {
    Validations.of(scope).acknowledge({ id, reason });
  }
}

/** One resource of a role's policy may end in a star. The rule's own spelling of the resource is part of its finding's id. */
export function acknowledgeWildcard(role: IConstruct, resource: string, reason: string): void {
  const spelt = flattenCfnReference(Stack.of(role).resolve(resource));
  acknowledge(role, { [`AwsSolutions-IAM5[Resource::${spelt}]`]: reason });
}
