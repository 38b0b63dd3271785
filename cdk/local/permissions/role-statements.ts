/** The statements of each function's role, from the evaluated templates. What they say in words not known here stops the host. */
import { object, type JsonObject } from '../template/assembly.ts';
import type { EvaluatedResource } from '../template/evaluation.ts';
import { nameOf, objects, ofType, optionalText, texts } from '../template/reading.ts';
import type { Condition, Operator, Statement } from './policy.ts';

const STATEMENT_PARTS = new Set(['Sid', 'Effect', 'Action', 'Resource', 'Condition']);
const LEADING_KEYS = 'dynamodb:LeadingKeys';

/** @returns by name of the function */
export function roleStatements(
  resources: readonly EvaluatedResource[],
): ReadonlyMap<string, readonly Statement[]> {
  const byRole = new Map<string, readonly Statement[]>();
  const add = (role: string, statements: readonly Statement[]) =>
    byRole.set(role, [...(byRole.get(role) ?? []), ...statements]);
  for (const role of ofType(resources, 'AWS::IAM::Role')) {
    for (const policy of objects(role.properties, 'Policies', nameOf(role)))
      add(role.names.ref, statementsOf(policy, nameOf(role)));
  }
  for (const policy of ofType(resources, 'AWS::IAM::Policy')) {
    const statements = statementsOf(policy.properties, nameOf(policy));
    for (const role of texts(policy.properties, 'Roles')) add(role, statements);
  }
  const roleByArn = new Map(
    ofType(resources, 'AWS::IAM::Role').map(({ names }) => [names.attributes['Arn'], names.ref]),
  );
  return new Map(
    ofType(resources, 'AWS::Lambda::Function').map(({ names, properties }) => {
      const role = roleByArn.get(optionalText(properties, 'Role'));
      return [names.ref, byRole.get(role ?? '') ?? []];
    }),
  );
}

function statementsOf(policy: JsonObject, where: string): readonly Statement[] {
  const document = object(policy['PolicyDocument'] ?? {}, where);
  return objects(document, 'Statement', where).map((statement): Statement => {
    for (const part of Object.keys(statement)) {
      if (!STATEMENT_PARTS.has(part)) {
        throw new Error(`${where}: the host cannot evaluate ${part} in a policy statement`);
      }
    }
    const conditions = object(statement['Condition'] ?? {}, where);
    return {
      effect: statement['Effect'] === 'Deny' ? 'Deny' : 'Allow',
      actions: oneOrMore(statement, 'Action'),
      resources: oneOrMore(statement, 'Resource'),
      conditions: Object.entries(conditions).map(([operator, comparison]) =>
        conditionOf(operator, object(comparison, where), where),
      ),
    };
  });
}

function conditionOf(operator: string, comparison: JsonObject, where: string): Condition {
  const [, over, name, ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(StringEquals|StringNotEquals|StringLike|StringNotLike|Null)(IfExists)?$/.exec(
      operator,
    ) ?? [];
  const keys = Object.keys(comparison);
  if (name === undefined || keys.length !== 1 || keys[0] !== LEADING_KEYS) {
    throw new Error(
      `${where}: the host cannot evaluate the condition ${operator} on ${keys.join(', ')}`,
    );
  }
  return {
    over: over === 'ForAllValues' || over === 'ForAnyValue' ? over : 'single',
    operator: name as Operator, // the expression above lists them
    ifExists: ifExists !== undefined,
    values: oneOrMore(comparison, LEADING_KEYS),
  };
}

function oneOrMore(from: JsonObject, property: string): readonly string[] {
  const value = from[property];
  return typeof value === 'string' ? [value] : texts(from, property);
}
