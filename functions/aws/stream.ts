/** Table streams: the new image of a record as a plain row. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';

export const plainImage = (record: DynamoDBRecord): unknown =>
  unmarshall((record.dynamodb?.NewImage ?? {}) as Record<string, AttributeValue>); // same wire shape, two type packages
