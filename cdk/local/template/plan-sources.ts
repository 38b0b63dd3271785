/** What starts functions besides HTTP: queues, table streams, schedules. */
import { object, type Json, type JsonObject } from './assembly.ts';
import type { EvaluatedResource } from './evaluation.ts';
import {
  find,
  nameOf,
  objects,
  ofType,
  optionalNumber,
  optionalObject,
  optionalText,
  requiredText,
  texts,
} from './reading.ts';
import { compileFilters } from './stream-filter.ts';

interface Source {
  /** Logical id: unique, and stable from start to start. */
  readonly id: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly reportsPartialFailures: boolean;
}

export interface QueueSource extends Source {
  readonly queueArn: string;
  readonly queueUrl: string;
  readonly fifo: boolean;
  readonly maximumConcurrency: number;
}

export interface StreamSource extends Source {
  readonly tableName: string;
  readonly streamArn: string;
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST';
  /** Whether a record passes the source's filters. */
  readonly passes: (record: JsonObject) => boolean;
  readonly bisects: boolean;
  /** `undefined`: until it succeeds. */
  readonly maximumRetries: number | undefined;
  readonly maximumAgeSeconds: number | undefined;
  /** Queue that hears of records given up. */
  readonly onFailureQueueUrl: string | undefined;
}

export interface Schedule {
  readonly id: string;
  readonly everyMilliseconds: number;
  /** The text of each message, from the event of its tick; undefined: the event itself. */
  readonly input: ((event: JsonObject) => string) | undefined;
  readonly target:
    | { readonly functionName: string }
    | { readonly queueUrl: string; readonly messageGroupId: string | undefined };
}

const MOST_PROCESSES_OF_A_FUNCTION = 2;

/** An absent list or number in a stream mapping means what Lambda documents as its default. */
const STREAM_DEFAULTS = { batchSize: 100, forever: -1 };
const QUEUE_BATCH = 10;

export function queueSources(resources: readonly EvaluatedResource[]): readonly QueueSource[] {
  return mappings(resources, ':sqs:').map((mapping) => {
    const where = nameOf(mapping);
    const { properties } = mapping;
    const queue = find(
      ofType(resources, 'AWS::SQS::Queue'),
      requiredText(properties, 'EventSourceArn', where),
      where,
    );
    const fn = functionOf(resources, mapping);
    const fifo = queue.properties['FifoQueue'] === true;
    const scaling = optionalObject(properties, 'ScalingConfig', where);
    return {
      ...common(mapping, fn, QUEUE_BATCH),
      queueArn: queue.names.attributes['Arn'] ?? '',
      queueUrl: queue.names.ref,
      fifo,
      maximumConcurrency: Math.min(
        MOST_PROCESSES_OF_A_FUNCTION,
        optionalNumber(scaling, 'MaximumConcurrency') ?? Infinity,
        optionalNumber(fn.properties, 'ReservedConcurrentExecutions') ?? Infinity,
      ),
    };
  });
}

export function streamSources(resources: readonly EvaluatedResource[]): readonly StreamSource[] {
  return mappings(resources, ':dynamodb:').map((mapping) => {
    const where = nameOf(mapping);
    const { properties } = mapping;
    const streamArn = requiredText(properties, 'EventSourceArn', where);
    const table = find(ofType(resources, 'AWS::DynamoDB::GlobalTable'), streamArn, where);
    const destination = optionalObject(properties, 'DestinationConfig', where);
    const onFailure = optionalText(optionalObject(destination, 'OnFailure', where), 'Destination');
    const criteria = optionalObject(properties, 'FilterCriteria', where);
    const filters = objects(criteria, 'Filters', where).map((filter) => {
      const pattern = requiredText(filter, 'Pattern', where);
      return object(JSON.parse(pattern) as Json, `${where} filter`); // JSON.parse gives Json
    });
    const retries = optionalNumber(properties, 'MaximumRetryAttempts');
    const age = optionalNumber(properties, 'MaximumRecordAgeInSeconds');
    return {
      ...common(mapping, functionOf(resources, mapping), STREAM_DEFAULTS.batchSize),
      tableName: table.names.ref,
      streamArn,
      startingPosition:
        properties['StartingPosition'] === 'LATEST' ? 'LATEST' : ('TRIM_HORIZON' as const),
      passes: compileFilters(filters, where),
      bisects: properties['BisectBatchOnFunctionError'] === true,
      maximumRetries: retries === STREAM_DEFAULTS.forever ? undefined : retries,
      maximumAgeSeconds: age === STREAM_DEFAULTS.forever ? undefined : age,
      onFailureQueueUrl:
        onFailure === undefined
          ? undefined
          : find(ofType(resources, 'AWS::SQS::Queue'), onFailure, where).names.ref,
    };
  });
}

export function schedules(resources: readonly EvaluatedResource[]): readonly Schedule[] {
  return ofType(resources, 'AWS::Events::Rule').flatMap((rule) => {
    const where = nameOf(rule);
    const every = periodOf(requiredText(rule.properties, 'ScheduleExpression', where), where);
    return objects(rule.properties, 'Targets', where).map((target) => {
      const targetArn = requiredText(target, 'Arn', where);
      const input = inputOf(target, where);
      const id = rule.resource.logicalId;
      if (targetArn.includes(':lambda:')) {
        const fn = find(ofType(resources, 'AWS::Lambda::Function'), targetArn, where);
        return { id, everyMilliseconds: every, input, target: { functionName: fn.names.ref } };
      }
      const queue = find(ofType(resources, 'AWS::SQS::Queue'), targetArn, where);
      const group = optionalText(optionalObject(target, 'SqsParameters', where), 'MessageGroupId');
      return {
        id,
        everyMilliseconds: every,
        input,
        target: { queueUrl: queue.names.ref, messageGroupId: group },
      };
    });
  });
}

/** The same text each time, or a template with places for fields of the event: `{"id":<id>}` with `id` at `$.id`. */
function inputOf(target: JsonObject, where: string): Schedule['input'] {
  const constant = optionalText(target, 'Input');
  if (constant !== undefined) return () => constant;
  if (target['InputTransformer'] === undefined) return undefined;
  const transformer = optionalObject(target, 'InputTransformer', where);
  const template = requiredText(transformer, 'InputTemplate', where);
  const paths = optionalObject(transformer, 'InputPathsMap', where);
  const fields = Object.keys(paths).map((place) => {
    const field = /^\$\.([\w-]+)$/.exec(requiredText(paths, place, where))?.[1];
    if (!field) throw new Error(`${where}: the host knows $.<field>, not ${String(paths[place])}`);
    return { place, field };
  });
  return (event) =>
    fields.reduce(
      (text, { place, field }) =>
        text.replaceAll(`<${place}>`, JSON.stringify(event[field] ?? null)),
      template,
    );
}

function mappings(
  resources: readonly EvaluatedResource[],
  service: ':sqs:' | ':dynamodb:',
): readonly EvaluatedResource[] {
  const all = ofType(resources, 'AWS::Lambda::EventSourceMapping');
  for (const mapping of all) {
    const source = requiredText(mapping.properties, 'EventSourceArn', nameOf(mapping));
    if (!source.includes(':sqs:') && !source.includes(':dynamodb:')) {
      throw new Error(`${nameOf(mapping)}: the host knows queues and table streams, not ${source}`);
    }
  }
  return all.filter(
    ({ properties }) =>
      properties['Enabled'] !== false && String(properties['EventSourceArn']).includes(service),
  );
}

function functionOf(
  resources: readonly EvaluatedResource[],
  mapping: EvaluatedResource,
): EvaluatedResource {
  const where = nameOf(mapping);
  const reference = requiredText(mapping.properties, 'FunctionName', where);
  return find(ofType(resources, 'AWS::Lambda::Function'), reference, where);
}

function common(
  { resource, properties }: EvaluatedResource,
  fn: EvaluatedResource,
  defaultBatchSize: number,
): Source {
  return {
    id: resource.logicalId,
    functionName: fn.names.ref,
    batchSize: optionalNumber(properties, 'BatchSize') ?? defaultBatchSize,
    reportsPartialFailures: texts(properties, 'FunctionResponseTypes').length > 0,
  };
}

const UNIT_MILLISECONDS: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

function periodOf(expression: string, where: string): number {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const milliseconds = UNIT_MILLISECONDS[unit ?? ''];
  if (count === undefined || milliseconds === undefined) {
    throw new Error(`${where}: the host knows rate(…), not ${expression}`);
  }
  return Number(count) * milliseconds;
}
