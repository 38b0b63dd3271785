/** The API describes itself, and nothing else. */
import { describe, expect, it } from 'vitest';
import { lambdas } from '../../functions/catalogue.ts';
import { openApi } from '../../functions/window/describe-api.ts';
import { calls } from '../../shared/api/contract.ts';
import { signedDelivery } from '../../shared/departments/webhook.ts';
import { AT } from '../support/builders.ts';

const routes = lambdas.flatMap(({ trigger }) =>
  'routes' in trigger
    ? trigger.routes.map(({ method, path }) => `${method} ${path} ${trigger.auth}`)
    : [],
);

describe('the OpenAPI document', () => {
  it('has every API route of the catalogue and no other, behind the right door', () => {
    expect(calls.map(({ method, path, auth }) => `${method} ${path} ${auth}`).toSorted()).toEqual(
      routes.filter((route) => route.includes(' /api/')).toSorted(),
    );
  });

  it('describes each body by the schema that checks it', () => {
    const { paths } = openApi();
    const text = JSON.stringify(paths['/api/complaints']);
    for (const field of ['facts', 'categories', 'institution', 'anonymous', 'circumstances'])
      expect(text).toContain(`"${field}"`);
    expect(text).toContain('"maxLength":10000');
  });

  it('tells a department’s own system what it will be sent', () => {
    const { post } = openApi().webhooks.caseChanged;
    const { properties } = post.requestBody.content['application/json'].schema;
    const { body } = signedDelivery('TAX', { caseNumber: 'C-1', version: 1 }, ['s'], AT);
    expect(Object.keys(properties ?? {})).toEqual(Object.keys(JSON.parse(body) as object));
  });

  it('names every part of every path', () => {
    for (const [path, operations] of Object.entries(openApi().paths))
      for (const [, name] of path.matchAll(/\{(\w+)\}/g))
        expect([path, JSON.stringify(operations).includes(`"name":"${name}","in":"path"`)]).toEqual(
          [path, true],
        );
  });
});
