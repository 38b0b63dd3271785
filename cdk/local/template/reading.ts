/** Reads the evaluated properties of a resource with the resource's name in every complaint. */
import { object, type Json, type JsonObject } from './assembly.ts';
import type { EvaluatedResource } from './evaluation.ts';

export const ofType = (
  resources: readonly EvaluatedResource[],
  type: string,
): readonly EvaluatedResource[] => resources.filter(({ resource }) => resource.type === type);

export const nameOf = ({ resource }: EvaluatedResource): string =>
  `${resource.stack.name}/${resource.logicalId}`;

export function requiredText(from: JsonObject, property: string, where: string): string {
  const value = from[property];
  if (typeof value === 'string') return value;
  throw new Error(`${where}: ${property} should be a text, not ${JSON.stringify(value)}`);
}

export function optionalText(from: JsonObject, property: string): string | undefined {
  const value = from[property];
  return typeof value === 'string' ? value : undefined;
}

export function optionalNumber(from: JsonObject, property: string): number | undefined {
  const value = from[property];
  return value === undefined ? undefined : Number(value);
}

export const optionalObject = (from: JsonObject, property: string, where: string): JsonObject =>
  object(from[property] ?? {}, `${where}.${property}`);

export function objects(from: JsonObject, property: string, where: string): readonly JsonObject[] {
  return values(from, property).map((value) => object(value, `${where}.${property}`));
}

export function texts(from: JsonObject, property: string): readonly string[] {
  return values(from, property).map(String);
}

function values(from: JsonObject, property: string): readonly Json[] {
  const value = from[property];
  return Array.isArray(value) ? (value as readonly Json[]) : []; // isArray does not narrow a readonly union
}

/** The one resource among `candidates` that has this ARN, name or URL. */
export function find(
  candidates: readonly EvaluatedResource[],
  reference: string,
  where: string,
): EvaluatedResource {
  const found = candidates.find(
    ({ names }) =>
      names.ref === reference ||
      Object.values(names.attributes).some((value) => value === reference),
  );
  if (found) return found;
  throw new Error(`${where}: nothing in the templates is ${reference}`);
}
