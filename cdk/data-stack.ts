/** Everything that must outlive a deployment: the tables, the two buckets and the pepper. */
import { OriginAccessIdentity } from 'aws-cdk-lib/aws-cloudfront';
import {
  AttributeType,
  Billing,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { ArnFormat, CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { tables, type TableDefinition } from '../functions/table-definitions.ts';
import { acknowledge } from './constructs/acknowledge.ts';
import { MingchaStack } from './constructs/mingcha-stack.ts';
import { isInChina, isProduction } from './place.ts';

export class DataStack extends MingchaStack {
  readonly tables: ReadonlyMap<string, TableV2>;
  readonly site: Bucket;
  /** What citizens hand in: `quarantine/` as it came, `kept/` as officers may have it. */
  readonly attachments: Bucket;
  /** As whom a distribution in China reads the bucket. */
  readonly siteReader: OriginAccessIdentity | undefined;
  /** Key of the HMACs over receipt codes and idempotency keys: replacing it orphans every receipt. */
  readonly pepper: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id, 'Mingcha: tables, buckets, secrets');
    const removalPolicy = isProduction(this) ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.tables = new Map(
      Object.entries(tables).map(([name, definition]) => [
        name,
        this.#table(name, definition, removalPolicy),
      ]),
    );
    this.site = new Bucket(this, 'Site', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      // No versions are kept: what was withdrawn must be gone, and every page can be made again from the tables.
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy,
    });
    acknowledge(this.site, {
      'AwsSolutions-S1':
        'The only reader is the distribution and the only writer the publisher, whose log says what it wrote. What is here is public; a log of reads would be one of readers.',
    });
    this.attachments = new Bucket(this, 'Attachments', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // No versions: what came with place and device in it must be gone when it is deleted.
      lifecycleRules: [
        {
          prefix: 'quarantine/',
          expiration: Duration.days(2),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      removalPolicy,
    });
    acknowledge(this.attachments, {
      'AwsSolutions-S1':
        'A log of this bucket would hold the address of everyone who handed in evidence, and a reporter must not be found by it. Each function logs what it did, without whom.',
    });
    this.siteReader = this.#letDistributionRead(this.site);
    const vault = this.tables.get('vault');
    // An operator puts the public sealing keys there.
    if (vault) new CfnOutput(this, 'VaultTable', { value: vault.tableName });
    this.pepper = new Secret(this, 'Pepper', {
      description: 'Pepper of receipt codes and idempotency keys',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy,
    });
    acknowledge(this.pepper, {
      'AwsSolutions-SMG4':
        'Receipts are found by an HMAC under this key: a rotation would close the door to every case filed before it.',
    });
  }

  #table(
    name: string,
    { indexes, expires, stream }: TableDefinition,
    removalPolicy: RemovalPolicy,
  ): TableV2 {
    return new TableV2(this, name, {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billing: Billing.onDemand(),
      // The account's own key for the service: every use of it stands in the account's trail, in both clouds.
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: isProduction(this),
      removalPolicy,
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

  /** Listing is granted so that a missing object is a 404 and not a 403. */
  #letDistributionRead(bucket: Bucket): OriginAccessIdentity | undefined {
    const identity = isInChina(this)
      ? new OriginAccessIdentity(this, 'SiteReader', { comment: 'Mingcha' })
      : undefined;
    const reads = [
      { actions: ['s3:GetObject'], resources: [bucket.arnForObjects('*')] },
      { actions: ['s3:ListBucket'], resources: [bucket.bucketArn] },
    ];
    for (const read of reads) {
      bucket.addToResourcePolicy(
        new PolicyStatement({
          ...read,
          ...(identity
            ? { principals: [identity.grantPrincipal] }
            : {
                principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
                conditions: { ArnLike: { 'aws:SourceArn': this.#anyDistribution() } },
              }),
        }),
      );
    }
    return identity;
  }

  /**
   * Any distribution of this account, not ours by its id: the site stack needs this stack's bucket, so this stack cannot
   * know the site's distribution.
   */
  #anyDistribution(): string {
    return this.formatArn({
      service: 'cloudfront',
      region: '',
      resource: 'distribution',
      resourceName: '*',
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
  }
}

const text = (name: string) => ({ name, type: AttributeType.STRING });
