/** Decides by the statements of a role whether a call may be made: what IAM would say, as far as the templates speak its language. */

/** What one call, or one item of it, asks for. */
export interface Need {
  /** `dynamodb:PutItem` */
  readonly action: string;
  /** An ARN. */
  readonly resource: string;
  /** Partition keys it reaches: `dynamodb:LeadingKeys`. Absent where the call names none, as a scan does. */
  readonly leadingKeys?: readonly string[];
}

export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** All of them must hold. */
  readonly conditions: readonly Condition[];
}

export interface Condition {
  /** How the values of the request together answer; `single` stands for an operator without a set word. */
  readonly over: 'ForAllValues' | 'ForAnyValue' | 'single';
  readonly operator: Operator;
  readonly ifExists: boolean;
  readonly values: readonly string[];
}

export type Operator = 'StringEquals' | 'StringNotEquals' | 'StringLike' | 'StringNotLike' | 'Null';

/** Allowed by one statement at least, denied by none. */
export function isAllowed(statements: readonly Statement[], need: Need): boolean {
  const speaking = statements.filter((statement) => covers(statement, need));
  return (
    speaking.some(({ effect }) => effect === 'Allow') &&
    !speaking.some(({ effect }) => effect === 'Deny')
  );
}

const covers = ({ actions, resources, conditions }: Statement, need: Need): boolean =>
  actions.some((action) => matches(action.toLowerCase(), need.action.toLowerCase())) &&
  resources.some((resource) => matches(resource, need.resource)) &&
  conditions.every((condition) => holds(condition, need.leadingKeys));

/** @param given - the values of the condition's key in the request; undefined when the request has no such key */
function holds(
  { over, operator, ifExists, values }: Condition,
  given: readonly string[] | undefined,
): boolean {
  const missing = given === undefined || given.length === 0;
  if (operator === 'Null') return values.includes(String(missing));
  if (missing) {
    // The trap: "all of none" is true, and so is a negation.
    return over === 'ForAllValues' || ifExists || (over === 'single' && operator.includes('Not'));
  }
  const fits = (value: string) => compares(operator, values, value);
  if (over === 'ForAnyValue') return given.some(fits);
  return over === 'ForAllValues' ? given.every(fits) : given.length === 1 && given.every(fits);
}

function compares(operator: Operator, values: readonly string[], value: string): boolean {
  const isIn = operator.endsWith('Like')
    ? values.some((pattern) => matches(pattern, value))
    : values.includes(value);
  return operator.includes('Not') ? !isIn : isIn;
}

const expressions = new Map<string, RegExp>();

/** `*` is any number of characters, `?` is one. */
export function matches(pattern: string, text: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern === text;
  let expression = expressions.get(pattern);
  if (!expression) {
    const source = pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    expression = new RegExp(`^${source}$`, 's');
    expressions.set(pattern, expression);
  }
  return expression.test(text);
}
