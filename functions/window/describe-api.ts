/** GET /api/openapi.json: the contract as an OpenAPI 3.1 document, made from the very schemas that calls are checked with. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import type { Call } from '../../shared/api/call.ts';
import { calls } from '../../shared/api/contract.ts';
import { WebhookDelivery } from '../../shared/departments/webhook.ts';
import { district } from '../../shared/district.ts';
import { ok } from '../../shared/result.ts';
import { http } from '../aws/http.ts';

export function describeApi() {
  return Promise.resolve(ok({ answer: openApi() }));
}

export const handler = http(
  { call: 'GET /api/openapi.json', cacheSeconds: 300 },
  describeApi,
  () => ({}),
);

export function openApi() {
  const byPath = Map.groupBy(calls, ({ path }) => path);
  const paths = [...byPath].map(([path, all]) => [
    path,
    Object.fromEntries(all.map((call) => [call.method.toLowerCase(), operationOf(call)])),
  ]);
  return {
    openapi: '3.1.0',
    info: { title: district.siteName, version: '1' },
    paths: Object.fromEntries(paths) as Record<string, unknown>,
    webhooks: { caseChanged: { post: caseChanged } },
    components: {
      securitySchemes: { staff: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: problemSchema },
    },
  };
}

/** What a department's own system has to answer, where one is configured. */
const caseChanged = {
  summary: 'A case has something new: fetch it. Told again, for days, until the answer is 2xx',
  parameters: ['Idempotency-Key', 'Mingcha-Timestamp', 'Mingcha-Signature'].map((name) => ({
    ...{ name, in: 'header', required: true, schema: { type: 'string' } },
  })),
  requestBody: {
    required: true,
    content: { 'application/json': { schema: schemaOf(WebhookDelivery) } },
  },
  responses: { '2XX': { description: 'Taken' } },
};

function operationOf(call: Call) {
  const { summary, auth, body, status, refusals } = call;
  const bodyRefusals = body ? [400, 413, 422] : call.query ? [422] : [];
  return {
    summary,
    ...(auth === 'staff' && { security: [{ staff: [] }] }),
    parameters: parametersOf(call),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } },
    }),
    responses: {
      [status]: { description: 'Done', content: { 'application/json': {} } },
      ...Object.fromEntries([...refusals, ...bodyRefusals].map((code) => [code, problemAnswer])),
    },
  };
}

function parametersOf({ method, path, query }: Call) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
  }));
  const inQuery = Object.entries(query?.entries ?? {}).map(([name, schema]) => ({
    ...{ name, in: 'query', required: false, schema: schemaOf(schema) },
  }));
  const key = { name: 'Idempotency-Key', in: 'header', schema: { type: 'string', minLength: 8 } };
  const inHeader = method === 'POST' ? [{ ...key, required: path === '/api/complaints' }] : [];
  return [...inPath, ...inQuery, ...inHeader];
}

/** Checks that JSON Schema cannot say are left out; the call itself still makes them. */
function schemaOf(schema: GenericSchema) {
  return toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' });
}

const problemAnswer = {
  description: 'Refused: RFC 9457',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const problemSchema = {
  type: 'object',
  required: ['status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, code: { type: 'string' } },
      },
    },
  },
};
