/** The statements of a role are read as IAM reads them: nothing is allowed by silence, and "all of none" is true. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isAllowed,
  matches,
  type Condition,
  type Statement,
} from '../../../cdk/local/permissions/policy.ts';

const TABLE = 'arn:aws:dynamodb:us-east-1:000000000000:table/vault';
const need = { action: 'dynamodb:GetItem', resource: TABLE };
const aStatement = (changes: Partial<Statement> = {}): Statement => ({
  effect: 'Allow',
  actions: ['dynamodb:GetItem'],
  resources: [TABLE],
  conditions: [],
  ...changes,
});
const onKeys = (changes: Partial<Condition>): Statement =>
  aStatement({
    conditions: [
      {
        over: 'ForAllValues',
        operator: 'StringLike',
        ifExists: false,
        values: ['RECEIPT#*'],
        ...changes,
      },
    ],
  });
const withKeys = (...leadingKeys: readonly string[]) => ({ ...need, leadingKeys });

describe('a role', () => {
  it('allows nothing without a statement', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (action, resource) => {
        expect(isAllowed([], { action, resource })).toBe(false);
      }),
    );
  });

  it('allows what a statement names, and no other action or resource', () => {
    expect(isAllowed([aStatement()], need)).toBe(true);
    expect(isAllowed([aStatement()], { ...need, action: 'dynamodb:PutItem' })).toBe(false);
    expect(isAllowed([aStatement()], { ...need, resource: `${TABLE}/index/open` })).toBe(false);
    expect(isAllowed([aStatement()], { ...need, resource: `${TABLE}2` })).toBe(false);
  });

  it('takes actions in any case, resources in their own', () => {
    expect(isAllowed([aStatement({ actions: ['DynamoDB:getitem'] })], need)).toBe(true);
    expect(isAllowed([aStatement({ resources: [TABLE.toUpperCase()] })], need)).toBe(false);
  });

  it('is denied what one statement denies, however many allow it', () => {
    const deny = aStatement({ effect: 'Deny', actions: ['dynamodb:*'], resources: ['*'] });
    expect(isAllowed([aStatement(), deny, aStatement()], need)).toBe(false);
    expect(isAllowed([deny], need)).toBe(false);
  });

  it('never allows more with one statement less that allows', () => {
    const word = fc.constantFrom('dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:*', '*');
    const allowing = fc.array(word.map((action) => aStatement({ actions: [action] })));
    fc.assert(
      fc.property(allowing, fc.nat(), (statements, position) => {
        const fewer = statements.filter((_, index) => index !== position % statements.length);
        expect(isAllowed(fewer, need) && !isAllowed(statements, need)).toBe(false);
      }),
    );
  });
});

describe('a wildcard', () => {
  it.each([
    ['*', '', true],
    ['a*c', 'abbc', true],
    ['a*c', 'abcd', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['a.c', 'abc', false],
    ['mingcha-referral-*', 'mingcha-referral-HEALTH', true],
    ['a*', 'a\nb', true],
  ])('%s against %j: %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it('matches any text put in its place, and a text without wildcards only itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, between, after) => {
        const plain = (text: string) => text.replaceAll(/[*?]/g, '');
        const [a, c] = [plain(before), plain(after)];
        expect(matches(`${a}*${c}`, `${a}${between}${c}`)).toBe(true);
        expect(matches(a, c)).toBe(a === c);
      }),
    );
  });
});

describe('a condition on leading keys', () => {
  it('holds ForAllValues when every key fits, and also when there is none', () => {
    const role = [onKeys({})];
    expect(isAllowed(role, withKeys('RECEIPT#1', 'RECEIPT#2'))).toBe(true);
    expect(isAllowed(role, withKeys('RECEIPT#1', 'IDENTITY#1'))).toBe(false);
    expect(isAllowed(role, withKeys())).toBe(true);
    expect(isAllowed(role, need), 'a scan names no key').toBe(true);
  });

  it('holds ForAllValues for a list exactly when it holds for each of its keys', () => {
    const key = fc.constantFrom('RECEIPT#1', 'RECEIPT#', 'IDENTITY#1', 'KEYS');
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        const each = keys.every((one) => isAllowed([onKeys({})], withKeys(one)));
        expect(isAllowed([onKeys({})], withKeys(...keys))).toBe(each);
      }),
    );
  });

  it('holds ForAnyValue and a plain operator only when there is a key', () => {
    for (const over of ['ForAnyValue', 'single'] as const) {
      expect(isAllowed([onKeys({ over })], withKeys('RECEIPT#1'))).toBe(true);
      expect(isAllowed([onKeys({ over })], need)).toBe(false);
      expect(isAllowed([onKeys({ over, ifExists: true })], need)).toBe(true);
    }
    expect(isAllowed([onKeys({ over: 'ForAnyValue' })], withKeys('X', 'RECEIPT#1'))).toBe(true);
  });

  it('takes wildcards in StringLike alone', () => {
    const equals = (values: readonly string[]) => onKeys({ operator: 'StringEquals', values });
    expect(isAllowed([equals(['RECEIPT#*'])], withKeys('RECEIPT#1'))).toBe(false);
    expect(isAllowed([equals(['RECEIPT#1'])], withKeys('RECEIPT#1'))).toBe(true);
    const unlike = onKeys({ over: 'single', operator: 'StringNotLike' });
    expect(isAllowed([unlike], withKeys('RECEIPT#1'))).toBe(false);
    expect(isAllowed([unlike], withKeys('IDENTITY#1'))).toBe(true);
  });

  it('asks with Null whether there is a key, which closes the gap that ForAllValues leaves', () => {
    const present: Condition = {
      over: 'single',
      operator: 'Null',
      ifExists: false,
      values: ['false'],
    };
    const [like] = onKeys({}).conditions;
    const closed = aStatement({ conditions: like ? [like, present] : [] });
    expect(isAllowed([closed], withKeys('RECEIPT#1'))).toBe(true);
    expect(isAllowed([closed], need)).toBe(false);
  });
});
