/** The distribution, which keeps copies of pages. */
import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import type { Copies } from '../ports.ts';
import { setting } from '../runtime.ts';

export class CloudFrontCopies implements Copies {
  readonly #client = new CloudFrontClient({});

  async forget(reference: string, paths: readonly string[]): Promise<void> {
    try {
      await this.#client.send(
        new CreateInvalidationCommand({
          DistributionId: setting('DISTRIBUTION_ID'),
          InvalidationBatch: {
            CallerReference: reference,
            Paths: { Quantity: paths.length, Items: [...paths] },
          },
        }),
      );
    } catch (error) {
      // Asked before with other paths of the same change: all of it stood there already, or went.
      if (error instanceof Error && error.name === 'InvalidationBatchAlreadyExists') return;
      throw error;
    }
  }
}
