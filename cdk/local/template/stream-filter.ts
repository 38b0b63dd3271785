/** Lambda's filter patterns for stream records, as far as the templates use them. */
import { object, type Json, type JsonObject } from './assembly.ts';

type Test = (value: Json | undefined) => boolean;

/** @throws for an operator the host does not know; `where` names the source */
export function compileFilters(
  patterns: readonly JsonObject[],
  where: string,
): (record: JsonObject) => boolean {
  const tests = patterns.map((pattern) => compile(pattern, `${where} filter`));
  return (record) => tests.length === 0 || tests.some((test) => test(record));
}

function compile(pattern: Json, where: string): Test {
  if (Array.isArray(pattern)) {
    const choices = (pattern as readonly Json[]).map((choice) => compileChoice(choice, where)); // isArray does not narrow a readonly union
    return (value) => choices.some((choice) => choice(value));
  }
  const parts = Object.entries(object(pattern, where)).map(
    ([name, part]) => [name, compile(part, `${where}.${name}`)] as const,
  );
  return (value) => parts.every(([name, test]) => test(isObject(value) ? value[name] : undefined));
}

function compileChoice(choice: Json, where: string): Test {
  if (!isObject(choice)) return (value) => value === choice;
  const [operator, operand] = Object.entries(choice)[0] ?? [];
  switch (operator) {
    case 'prefix':
      return (value) => typeof value === 'string' && value.startsWith(String(operand));
    case 'suffix':
      return (value) => typeof value === 'string' && value.endsWith(String(operand));
    case 'exists':
      return (value) => (value !== undefined) === operand;
    case 'anything-but': {
      const unwanted: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
      return (value) => value !== undefined && !unwanted.includes(value);
    }
    default:
      throw new Error(`${where}: the host does not know the filter operator ${operator}`);
  }
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
