/** What `Ref` and `Fn::GetAtt` of each resource type give on one machine. */
import { LOCAL_REGION } from '../engines/engine-call.ts';
import { object, type JsonObject, type Resource } from './assembly.ts';

export const LOCAL_ACCOUNT = '000000000000';

export interface Names {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Places {
  /** Origin of the front, `http://localhost:8080`. */
  readonly origin: string;
  /** `http://127.0.0.1:…` of the queue engine. */
  readonly sqs: string;
}

export const arn = (service: string, resource: string, region = LOCAL_REGION): string =>
  `arn:aws:${service}:${region}:${LOCAL_ACCOUNT}:${resource}`;

/** A distribution belongs to no region. */
export const distributionArn = (id: string): string => arn('cloudfront', `distribution/${id}`, '');

/** @param properties - evaluated as far as they hold a name */
export function namesOf(resource: Resource, properties: JsonObject, places: Places): Names {
  const { type, logicalId, stack } = resource;
  const named = (property: string, otherwise = `${stack.name}-${logicalId}`): string => {
    const given = properties[property];
    return typeof given === 'string' ? given : otherwise;
  };
  switch (type) {
    case 'AWS::DynamoDB::GlobalTable': {
      const name = named('TableName');
      const tableArn = arn('dynamodb', `table/${name}`);
      return {
        ref: name,
        attributes: { Arn: tableArn, StreamArn: `${tableArn}/stream/local`, TableId: name },
      };
    }
    case 'AWS::SQS::Queue': {
      const fifo = properties['FifoQueue'] === true;
      const name = named('QueueName', `${stack.name}-${logicalId}${fifo ? '.fifo' : ''}`);
      const url = `${places.sqs}/${LOCAL_ACCOUNT}/${name}`;
      return { ref: url, attributes: { Arn: arn('sqs', name), QueueName: name, QueueUrl: url } };
    }
    case 'AWS::S3::Bucket': {
      const name = named('BucketName', `${stack.name}-${logicalId}`.toLowerCase());
      return {
        ref: name,
        attributes: {
          Arn: `arn:aws:s3:::${name}`,
          DomainName: `${name}.s3.amazonaws.com`,
          RegionalDomainName: `${name}.s3.${LOCAL_REGION}.amazonaws.com`,
        },
      };
    }
    case 'AWS::Lambda::Function': {
      const name = named('FunctionName');
      return { ref: name, attributes: { Arn: arn('lambda', `function:${name}`) } };
    }
    case 'AWS::SecretsManager::Secret': {
      const secretArn = arn('secretsmanager', `secret:${named('Name')}`);
      return { ref: secretArn, attributes: { Id: secretArn } };
    }
    case 'AWS::Logs::LogGroup': {
      const name = named('LogGroupName');
      return { ref: name, attributes: { Arn: arn('logs', `log-group:${name}:*`) } };
    }
    case 'AWS::IAM::Role': {
      const name = named('RoleName');
      return { ref: name, attributes: { Arn: arn('iam', `role/${name}`, ''), RoleId: name } };
    }
    case 'AWS::ApiGatewayV2::Api':
      return { ref: logicalId, attributes: { ApiEndpoint: places.origin, ApiId: logicalId } };
    case 'AWS::Events::Rule': {
      const name = named('Name');
      return { ref: name, attributes: { Arn: arn('events', `rule/${name}`) } };
    }
    case 'AWS::CloudFront::Distribution':
      return {
        ref: logicalId,
        attributes: { DomainName: new URL(places.origin).host, Id: logicalId },
      };
    default:
      return { ref: logicalId, attributes: { Id: logicalId } };
  }
}

/** Properties that name a resource: they alone are evaluated before its names are known. */
export function namingProperties(resource: Resource): JsonObject {
  const naming = [
    'TableName',
    'QueueName',
    'FifoQueue',
    'BucketName',
    'FunctionName',
    'Name',
  ].concat('LogGroupName', 'RoleName');
  return object(
    Object.fromEntries(
      Object.entries(resource.properties).filter(([property]) => naming.includes(property)),
    ),
    resource.logicalId,
  );
}
