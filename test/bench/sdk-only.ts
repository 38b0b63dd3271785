/** The bundle that all others are compared with: the DynamoDB document client with the commands our tables use, and nothing else. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';

const commands = [
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
];
let client: DynamoDBDocumentClient | undefined;

/** @returns what a function holds once it is warm */
export function handler() {
  client ??= DynamoDBDocumentClient.from(new DynamoDBClient());
  return { client, commands };
}
