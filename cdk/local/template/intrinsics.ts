/** Evaluates the intrinsic functions of a template; one that is not known stops the host. */
import { object, type Json, type JsonObject } from './assembly.ts';

/** What a name in a template stands for; each throws for a name it does not know. */
export interface Scope {
  ref(name: string): Json | typeof NO_VALUE;
  attribute(logicalId: string, attribute: string): Json;
  condition(name: string): boolean;
  exported(name: string): Json;
  /** `{{resolve:secretsmanager:<id>:SecretString:<key>}}` */
  secret(id: string, key: string | undefined): string;
}

/** `AWS::NoValue`: the property or element is as if it had not been written. */
export const NO_VALUE = Symbol('AWS::NoValue');

type Value = Json | typeof NO_VALUE;

/** @param where - named in the error for what cannot be evaluated */
export function evaluate(value: Json, scope: Scope, where: string): Json {
  const result = evaluateAny(value, scope, where);
  if (result === NO_VALUE) throw new Error(`${where}: AWS::NoValue cannot stand here`);
  return result;
}

function evaluateAny(value: Json, scope: Scope, where: string): Value {
  if (typeof value === 'string') return withSecrets(value, scope);
  if (Array.isArray(value)) {
    return value
      .map((item: Json) => evaluateAny(item, scope, where))
      .filter((item): item is Json => item !== NO_VALUE);
  }
  if (typeof value !== 'object' || value === null) return value;
  const node = object(value, where);
  const [name, ...others] = Object.keys(node);
  if (name !== undefined && others.length === 0 && (name.startsWith('Fn::') || name === 'Ref')) {
    return callIntrinsic(name, node[name] ?? null, scope, where);
  }
  const entries = Object.entries(node).map(
    ([key, item]) => [key, evaluateAny(item, scope, `${where}.${key}`)] as const,
  );
  return Object.fromEntries(
    entries.filter((entry): entry is [string, Json] => entry[1] !== NO_VALUE),
  );
}

function callIntrinsic(name: string, argument: Json, scope: Scope, where: string): Value {
  const intrinsic = INTRINSICS[name];
  if (!intrinsic) throw new Error(`${where}: the host does not know the intrinsic ${name}`);
  return intrinsic(argument, scope, `${where} (${name})`);
}

const INTRINSICS: Readonly<Record<string, (argument: Json, scope: Scope, where: string) => Value>> =
  {
    Ref: (argument, scope, where) => {
      const value = scope.ref(text(argument, where));
      return typeof value === 'string' ? withSecrets(value, scope) : value;
    },
    'Fn::GetAtt': (argument, scope, where) => {
      const [logicalId, ...attribute] =
        typeof argument === 'string' ? argument.split('.') : list(argument, where).map(String);
      return scope.attribute(logicalId ?? '', attribute.join('.'));
    },
    'Fn::Join': (argument, scope, where) => {
      const [separator, parts] = list(argument, where);
      const joined = list(evaluate(parts ?? null, scope, where), where)
        .map((part) => text(part, where))
        .join(text(separator ?? null, where));
      return withSecrets(joined, scope);
    },
    'Fn::Sub': (argument, scope, where) => {
      const [template, variables] =
        typeof argument === 'string' ? [argument] : list(argument, where);
      const own = object(variables ?? {}, where);
      const filled = text(template ?? null, where).replaceAll(
        /\$\{(!?)([^}]+)\}/g,
        (_, literal: string, name: string) =>
          literal ? `\${${name}}` : text(substitute(name, own, scope, where), where),
      );
      return withSecrets(filled, scope);
    },
    'Fn::Select': (argument, scope, where) => {
      const [index, items] = list(evaluate(argument, scope, where), where);
      const item = list(items ?? null, where)[Number(index)];
      if (item === undefined) throw new Error(`${where}: there is no element ${String(index)}`);
      return item;
    },
    'Fn::Split': (argument, scope, where) => {
      const [separator, whole] = list(evaluate(argument, scope, where), where);
      return text(whole ?? null, where).split(text(separator ?? null, where));
    },
    'Fn::ImportValue': (argument, scope, where) =>
      scope.exported(text(evaluate(argument, scope, where), where)),
    'Fn::If': (argument, scope, where) => {
      const [condition, yes, no] = list(argument, where);
      const chosen = scope.condition(text(condition ?? null, where)) ? yes : no;
      return evaluateAny(chosen ?? null, scope, where);
    },
    'Fn::Equals': (argument, scope, where) => {
      const [left, right] = list(evaluate(argument, scope, where), where);
      return JSON.stringify(left) === JSON.stringify(right);
    },
    'Fn::And': (argument, scope, where) =>
      list(argument, where).every((part) => truth(part, scope, where)),
    'Fn::Or': (argument, scope, where) =>
      list(argument, where).some((part) => truth(part, scope, where)),
    'Fn::Not': (argument, scope, where) => !truth(list(argument, where)[0] ?? null, scope, where),
    'Fn::Base64': (argument, scope, where) =>
      Buffer.from(text(evaluate(argument, scope, where), where)).toString('base64'),
  };

function truth(value: Json, scope: Scope, where: string): boolean {
  const node: JsonObject = typeof value === 'object' ? object(value, where) : {};
  const condition = node['Condition'];
  return typeof condition === 'string'
    ? scope.condition(condition)
    : evaluate(value, scope, where) === true;
}

function substitute(name: string, own: JsonObject, scope: Scope, where: string): Json {
  const given = own[name];
  if (given !== undefined) return evaluate(given, scope, where);
  const [logicalId, ...attribute] = name.split('.');
  if (attribute.length > 0) return scope.attribute(logicalId ?? '', attribute.join('.'));
  const value = scope.ref(name);
  if (value === NO_VALUE) throw new Error(`${where}: AWS::NoValue cannot stand here`);
  return value;
}

function withSecrets(value: string, scope: Scope): string {
  const known = value.replaceAll(
    /\{\{resolve:secretsmanager:(.+?):SecretString:([^:}]*)(?::[^:}]*){0,2}\}\}/g,
    (_, id: string, key: string) => scope.secret(id, key === '' ? undefined : key),
  );
  const unknown = /\{\{resolve:[^}]*\}\}/.exec(known);
  if (unknown) throw new Error(`the host does not know the dynamic reference ${unknown[0]}`);
  return known;
}

export function text(value: Json, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`${where}: a text is expected, not ${JSON.stringify(value)}`);
}

export function list(value: Json, where: string): readonly Json[] {
  if (Array.isArray(value)) return value as readonly Json[]; // isArray does not narrow a readonly union
  throw new Error(`${where}: a list is expected, not ${JSON.stringify(value)}`);
}
