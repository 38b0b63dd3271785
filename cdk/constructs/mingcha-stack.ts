/** What all stacks share: their place, a description, and no bootstrap rule, because the manifest demands the version already. */
import { CfnParameter, DefaultStackSynthesizer, Stack } from 'aws-cdk-lib/core';
import type { CfnParameterProps, IStackSynthesizer } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { isProduction, placeOf } from '../place.ts';

export class MingchaStack extends Stack {
  constructor(scope: Construct, id: string, description: string) {
    const { region } = placeOf(scope);
    super(scope, id, {
      description,
      terminationProtection: isProduction(scope),
      ...(region && { env: { region } }),
      // CDK's own types disagree under `exactOptionalPropertyTypes`: the class has `undefined` where the interface has nothing.
      synthesizer: new DefaultStackSynthesizer({
        generateBootstrapVersionRule: false,
      }) as IStackSynthesizer,
    });
  }

  /** A text that the deployment must give. */
  protected parameter(name: string, description: string, more: CfnParameterProps = {}): string {
    return new CfnParameter(this, name, { type: 'String', minLength: 1, description, ...more })
      .valueAsString;
  }
}
