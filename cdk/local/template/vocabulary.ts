/** Every resource type and property the host knows: what it acts on, and what it deliberately leaves alone, with the reason. */
import type { Json, JsonObject } from './assembly.ts';

/**
 * `true`: the host acts on it. A sentence: it changes nothing on one machine, and why. A list: the host acts as these
 * values say and refuses any other. An object: the same for the properties below; elements of a list are looked into.
 */
export type Known = true | string | readonly Json[] | { readonly [property: string]: Known };

const AT_REST = 'the disk and its encryption are the machine owner’s';
const OTHERS_PERMISSIONS = 'who else may call: here nobody but the host and its functions can';
const TLS = 'there is no TLS on the loopback address';
const NO_CACHE = 'the front has no cache: every answer is fresh';
const LABEL = 'a label for people';
const NOBODY_IS_WOKEN = 'the desk shows the same figures; one machine wakes nobody';

const KEY_SCHEMA = { AttributeName: true, KeyType: true } as const;
const INDEX = {
  IndexName: true,
  KeySchema: KEY_SCHEMA,
  Projection: { ProjectionType: true, NonKeyAttributes: true },
} as const;

const BEHAVIOUR = {
  AllowedMethods: true,
  CachePolicyId: NO_CACHE,
  CachedMethods: NO_CACHE,
  Compress: true,
  OriginRequestPolicyId:
    'every header but Host, every cookie and the whole query reach the function',
  ResponseHeadersPolicyId: true,
  TargetOriginId: true,
  ViewerProtocolPolicy: TLS,
} as const;

const OVERRIDABLE = { Override: true } as const;

export const vocabulary: Readonly<Record<string, Known>> = {
  'AWS::DynamoDB::GlobalTable': {
    TableName: true,
    AttributeDefinitions: { AttributeName: true, AttributeType: true },
    BillingMode: ['PAY_PER_REQUEST'],
    GlobalSecondaryIndexes: INDEX,
    KeySchema: KEY_SCHEMA,
    Replicas: {
      Region: 'there is one region here',
      GlobalSecondaryIndexes: 'throughput of indexes; the local engine has no throttle',
      PointInTimeRecoverySpecification: 'copy the data folder while the host is stopped',
      DeletionProtectionEnabled: 'nothing but `npm run reset` deletes a table here',
    },
    SSESpecification: AT_REST,
    StreamSpecification: { StreamViewType: true },
    TimeToLiveSpecification: { AttributeName: true, Enabled: true },
  },
  'AWS::SQS::Queue': {
    QueueName: true,
    ContentBasedDeduplication: true,
    DeduplicationScope: true,
    DelaySeconds: true,
    FifoQueue: true,
    FifoThroughputLimit: true,
    KmsMasterKeyId: AT_REST,
    MaximumMessageSize: true,
    MessageRetentionPeriod: true,
    ReceiveMessageWaitTimeSeconds: true,
    RedrivePolicy: { deadLetterTargetArn: true, maxReceiveCount: true },
    SqsManagedSseEnabled: AT_REST,
    VisibilityTimeout: true,
  },
  'AWS::SQS::QueuePolicy': OTHERS_PERMISSIONS,
  'AWS::S3::Bucket': {
    BucketName: true,
    BucketEncryption: AT_REST,
    LifecycleConfiguration: 'what is past its days is swept by a function, here as elsewhere',
    OwnershipControls: OTHERS_PERMISSIONS,
    PublicAccessBlockConfiguration: 'the bucket engine listens on the loopback address only',
  },
  'AWS::S3::BucketPolicy': OTHERS_PERMISSIONS,
  'AWS::SecretsManager::Secret': {
    Name: true,
    Description: LABEL,
    GenerateSecretString: {
      ExcludeCharacters: true,
      ExcludeLowercase: true,
      ExcludeNumbers: true,
      ExcludePunctuation: true,
      ExcludeUppercase: true,
      GenerateStringKey: true,
      PasswordLength: true,
      SecretStringTemplate: true,
    },
    KmsKeyId: AT_REST,
  },
  'AWS::Logs::LogGroup': 'logs are files in the data folder, bounded by size instead of age',
  'AWS::IAM::Role': {
    AssumeRolePolicyDocument: OTHERS_PERMISSIONS,
    Description: LABEL,
    Policies: { PolicyName: LABEL, PolicyDocument: true },
    RoleName: true,
  },
  'AWS::IAM::Policy': { PolicyDocument: true, PolicyName: LABEL, Roles: true },
  'AWS::Lambda::Permission': OTHERS_PERMISSIONS,
  'AWS::Lambda::Function': {
    FunctionName: true,
    Architectures: 'bundles are JavaScript and run on this machine’s processor',
    Code: { S3Bucket: 'assets are read from the assembly', S3Key: true },
    Description: true,
    Environment: { Variables: { '*': true } },
    Handler: true,
    LoggingConfig: 'each function has a log file of its own',
    MemorySize: 'processes share the machine’s memory; their number is bounded instead',
    PackageType: ['Zip'],
    ReservedConcurrentExecutions: true,
    Role: true,
    Runtime: ['nodejs24.x'],
    Timeout: true,
  },
  'AWS::Lambda::EventSourceMapping': {
    BatchSize: true,
    BisectBatchOnFunctionError: true,
    DestinationConfig: { OnFailure: { Destination: true } },
    Enabled: true,
    EventSourceArn: true,
    FilterCriteria: { Filters: { Pattern: true } },
    FunctionName: true,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    MaximumBatchingWindowInSeconds: 'a batch is what has arrived: waiting would only be slower',
    MaximumRecordAgeInSeconds: true,
    MaximumRetryAttempts: true,
    ParallelizationFactor: 'the local stream has one shard, read in order',
    ScalingConfig: { MaximumConcurrency: true },
    StartingPosition: ['TRIM_HORIZON', 'LATEST'],
  },
  'AWS::ApiGatewayV2::Api': {
    Description: LABEL,
    DisableExecuteApiEndpoint: 'the API has no address but the front’s',
    Name: LABEL,
    ProtocolType: ['HTTP'],
  },
  'AWS::ApiGatewayV2::Stage': {
    AccessLogSettings: 'functions log what happens; the front logs nothing about visitors',
    ApiId: true,
    AutoDeploy: 'what the template says is served',
    DefaultRouteSettings: {
      ThrottlingBurstLimit: 'one machine is not throttled',
      ThrottlingRateLimit: 'one machine is not throttled',
      DetailedMetricsEnabled: 'there are no metrics here',
    },
    StageName: ['$default'],
  },
  'AWS::ApiGatewayV2::Integration': {
    ApiId: true,
    IntegrationType: ['AWS_PROXY'],
    IntegrationUri: true,
    PayloadFormatVersion: ['2.0'],
  },
  'AWS::ApiGatewayV2::Route': {
    ApiId: true,
    AuthorizationType: ['NONE', 'JWT'],
    AuthorizerId: true,
    RouteKey: true,
    Target: true,
  },
  'AWS::ApiGatewayV2::Authorizer': {
    ApiId: true,
    AuthorizerType: ['JWT'],
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Audience: true, Issuer: true },
    Name: LABEL,
  },
  'AWS::CloudWatch::Alarm': NOBODY_IS_WOKEN,
  'AWS::CloudWatch::Dashboard': NOBODY_IS_WOKEN,
  'AWS::SNS::Subscription': NOBODY_IS_WOKEN,
  'AWS::SNS::Topic': NOBODY_IS_WOKEN,
  'AWS::SNS::TopicPolicy': NOBODY_IS_WOKEN,
  'AWS::Events::Rule': {
    Description: LABEL,
    Name: true,
    ScheduleExpression: true,
    State: ['ENABLED'],
    Targets: {
      Arn: true,
      Id: LABEL,
      Input: true,
      InputTransformer: { InputPathsMap: { '*': true }, InputTemplate: true },
      RetryPolicy: 'the next period tries again',
      DeadLetterConfig: 'the next period tries again',
      SqsParameters: { MessageGroupId: true },
    },
  },
  'AWS::CloudFront::OriginAccessControl': OTHERS_PERMISSIONS,
  'AWS::CloudFront::CachePolicy': NO_CACHE,
  'AWS::CloudFront::ResponseHeadersPolicy': {
    ResponseHeadersPolicyConfig: {
      Comment: LABEL,
      Name: LABEL,
      CustomHeadersConfig: { Items: { Header: true, Override: true, Value: true } },
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ...OVERRIDABLE, ContentSecurityPolicy: true },
        ContentTypeOptions: OVERRIDABLE,
        FrameOptions: { ...OVERRIDABLE, FrameOption: true },
        ReferrerPolicy: { ...OVERRIDABLE, ReferrerPolicy: true },
        StrictTransportSecurity: TLS,
      },
    },
  },
  'AWS::CloudFront::Distribution': {
    DistributionConfig: {
      Aliases: 'whatever name leads here is served',
      CacheBehaviors: { ...BEHAVIOUR, PathPattern: true },
      Comment: LABEL,
      // A page of the distribution would replace the API's own errors too: one is not known here, on purpose.
      CustomErrorResponses: { ErrorCachingMinTTL: NO_CACHE, ErrorCode: NO_CACHE },
      DefaultCacheBehavior: BEHAVIOUR,
      DefaultRootObject: true,
      Enabled: [true],
      HttpVersion: 'the front speaks HTTP/1.1',
      IPV6Enabled: 'the front listens on 127.0.0.1 only',
      Logging: 'the front logs nothing about visitors',
      OriginGroups: {
        Quantity: 'the items are counted',
        Items: {
          Id: true,
          FailoverCriteria: { StatusCodes: { Quantity: 'the items are counted', Items: true } },
          Members: { Quantity: 'the items are counted', Items: { OriginId: true } },
        },
      },
      Origins: {
        CustomOriginConfig: TLS,
        DomainName: true,
        Id: true,
        OriginPath: true,
        OriginAccessControlId: OTHERS_PERMISSIONS,
        S3OriginConfig: OTHERS_PERMISSIONS,
      },
      PriceClass: 'there is one place here',
      ViewerCertificate: TLS,
    },
  },
};

/** @throws with the resource's name for whatever the vocabulary does not hold. */
export function refuseUnknown(where: string, type: string, properties: JsonObject): void {
  const known = vocabulary[type];
  if (known === undefined) {
    throw new Error(
      `${where}: the host on this machine does not know the resource type ${type}. Teach it in cdk/local/template, or take it out of the template.`,
    );
  }
  check(where, '', properties, known);
}

function check(where: string, path: string, value: Json, known: Known): void {
  if (known === true || typeof known === 'string') return;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) check(where, path, item, known); // isArray does not narrow a readonly union
    return;
  }
  if (isList(known)) {
    if (known.includes(value)) return;
    throw new Error(
      `${where}: the host can do ${path} = ${known.join(' or ')}, not ${JSON.stringify(value)}`,
    );
  }
  if (typeof value !== 'object' || value === null) {
    throw new Error(`${where}: ${path} should be an object, not ${JSON.stringify(value)}`);
  }
  for (const [property, item] of Object.entries(value)) {
    const below = path === '' ? property : `${path}.${property}`;
    const entry = known[property] ?? known['*'];
    if (entry === undefined) {
      throw new Error(
        `${where}: the host on this machine does not know the property ${below}. Add it to cdk/local/template/vocabulary.ts with what it does here, or why it does nothing.`,
      );
    }
    check(where, below, item, entry);
  }
}

const isList = (known: Known): known is readonly Json[] => Array.isArray(known);
