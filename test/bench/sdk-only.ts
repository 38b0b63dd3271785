/** The bundle that all others are compared with: the DynamoDB document client and nothing else. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';

let client: DynamoDBDocumentClient | undefined;

export function handler(Key: Readonly<Record<string, string>>) {
  client ??= DynamoDBDocumentClient.from(new DynamoDBClient());
  return client.send(new GetCommand({ TableName: 'cases', Key }));
}
