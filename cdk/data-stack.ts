/** Everything that must outlive a deployment: the tables, the site bucket and the pepper. */
import { AttributeType, Billing, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { ArnFormat, RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { tables, type TableDefinition } from '../functions/catalogue.ts';
import { MingchaStack } from './constructs/mingcha-stack.ts';

export class DataStack extends MingchaStack {
  readonly tables: ReadonlyMap<string, TableV2>;
  readonly site: Bucket;
  /** Key of the HMACs over receipt codes and idempotency keys: replacing it orphans every receipt. */
  readonly pepper: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id, 'Mingcha: tables, site bucket, secrets');
    this.tables = new Map(
      Object.entries(tables).map(([name, definition]) => [name, this.#table(name, definition)]),
    );
    this.site = new Bucket(this, 'Site', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
    });
    this.#letDistributionRead(this.site);
    this.pepper = new Secret(this, 'Pepper', {
      description: 'Pepper of receipt codes and idempotency keys',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  #table(name: string, { indexes, expires, stream }: TableDefinition): TableV2 {
    return new TableV2(this, name, {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billing: Billing.onDemand(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      globalSecondaryIndexes: Object.entries(indexes).map(
        ([indexName, [partitionKey, sortKey]]) => ({
          indexName,
          partitionKey: text(partitionKey),
          sortKey: text(sortKey),
        }),
      ),
      ...(expires && { timeToLiveAttribute: expires }),
      ...(stream && { dynamoStream: StreamViewType.NEW_IMAGE }),
    });
  }

  /**
   * Any distribution of this account, not ours by its id: the site stack needs this stack's bucket, so this stack cannot
   * know the site's distribution. Listing is granted so that a missing object is a 404 and not a 403.
   */
  #letDistributionRead(bucket: Bucket): void {
    const distributions = this.formatArn({
      service: 'cloudfront',
      region: '',
      resource: 'distribution',
      resourceName: '*',
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    const reads = [
      { actions: ['s3:GetObject'], resources: [bucket.arnForObjects('*')] },
      { actions: ['s3:ListBucket'], resources: [bucket.bucketArn] },
    ];
    for (const read of reads) {
      bucket.addToResourcePolicy(
        new PolicyStatement({
          ...read,
          principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
          conditions: { ArnLike: { 'aws:SourceArn': distributions } },
        }),
      );
    }
  }
}

const text = (name: string) => ({ name, type: AttributeType.STRING });
