/** What all stacks share: a description, and no bootstrap rule, because the assembly's manifest demands the version already. */
import { DefaultStackSynthesizer, Stack, type IStackSynthesizer } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

export class MingchaStack extends Stack {
  constructor(scope: Construct, id: string, description: string) {
    super(scope, id, {
      description,
      // CDK's own types disagree under `exactOptionalPropertyTypes`: the class has `undefined` where the interface has nothing.
      synthesizer: new DefaultStackSynthesizer({
        generateBootstrapVersionRule: false,
      }) as IStackSynthesizer,
    });
  }
}
