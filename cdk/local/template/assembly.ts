/** Reads a CDK cloud assembly: its stacks' templates in the order in which they would be deployed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export interface Resource {
  readonly stack: Stack;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly condition: string | undefined;
  /** `MingchaData/relay/Resource`, where the template carries it. */
  readonly path: string | undefined;
}

export interface Stack {
  readonly name: string;
  readonly template: JsonObject;
  readonly resources: ReadonlyMap<string, Resource>;
  /** Asset hash → its folder or file. */
  readonly assets: ReadonlyMap<string, string>;
}

const TEMPLATE_SECTIONS = new Set([
  'AWSTemplateFormatVersion',
  'Conditions',
  'Description',
  'Mappings',
  'Metadata',
  'Outputs',
  'Parameters',
  'Resources',
  'Rules',
]);
/** Order and survival of resources: there is one order here, and nothing is deleted but by `npm run reset`. */
const RESOURCE_ATTRIBUTES = new Set([
  'Type',
  'Properties',
  'Condition',
  'Metadata',
  'DependsOn',
  'DeletionPolicy',
  'UpdateReplacePolicy',
]);

export function readAssembly(outdir: string): readonly Stack[] {
  const manifest = readJson(join(outdir, 'manifest.json'));
  const artifacts = Object.entries(object(manifest['artifacts'] ?? {}, 'manifest.json'));
  const stacks = artifacts.filter(
    ([, artifact]) => object(artifact, 'artifact')['type'] === 'aws:cloudformation:stack',
  );
  return inDeploymentOrder(stacks.map(([id, artifact]) => [id, object(artifact, id)])).map(
    ([id, artifact]) => readStack(outdir, id, artifact),
  );
}

function readStack(outdir: string, id: string, artifact: JsonObject): Stack {
  const file = String(object(artifact['properties'] ?? {}, id)['templateFile']);
  const template = readJson(join(outdir, file));
  for (const section of Object.keys(template)) {
    if (!TEMPLATE_SECTIONS.has(section)) throw new Error(`${id}: template section ${section}?`);
  }
  const resources = new Map<string, Resource>();
  const stack: Stack = { name: id, template, resources, assets: readAssets(outdir, file) };
  for (const [logicalId, value] of Object.entries(object(template['Resources'] ?? {}, id))) {
    const resource = object(value, logicalId);
    for (const attribute of Object.keys(resource)) {
      if (!RESOURCE_ATTRIBUTES.has(attribute)) {
        throw new Error(`${id}/${logicalId}: the host does not know the attribute ${attribute}`);
      }
    }
    const metadata = object(resource['Metadata'] ?? {}, logicalId);
    const path = metadata['aws:cdk:path'];
    const condition = resource['Condition'];
    resources.set(logicalId, {
      stack,
      logicalId,
      type: String(resource['Type']),
      properties: object(resource['Properties'] ?? {}, logicalId),
      condition: typeof condition === 'string' ? condition : undefined,
      path: typeof path === 'string' ? path : undefined,
    });
  }
  return stack;
}

function readAssets(outdir: string, templateFile: string): ReadonlyMap<string, string> {
  const manifest = readJson(
    join(outdir, templateFile.replace(/\.template\.json$/, '.assets.json')),
    true,
  );
  return new Map(
    Object.entries(object(manifest['files'] ?? {}, templateFile)).map(([hash, file]) => {
      const source = object(object(file, hash)['source'] ?? {}, hash);
      return [hash, join(outdir, String(source['path']))];
    }),
  );
}

/** A stack comes after those it depends on; otherwise the manifest's order stays. */
function inDeploymentOrder(
  stacks: readonly (readonly [string, JsonObject])[],
): readonly (readonly [string, JsonObject])[] {
  const ordered: (readonly [string, JsonObject])[] = [];
  const visit = (entry: readonly [string, JsonObject]) => {
    if (ordered.includes(entry)) return;
    const dependencies = entry[1]['dependencies'];
    for (const other of stacks) {
      if (other !== entry && Array.isArray(dependencies) && dependencies.includes(other[0])) {
        visit(other);
      }
    }
    ordered.push(entry);
  };
  for (const entry of stacks) visit(entry);
  return ordered;
}

export function object(value: Json, where: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${where}: an object is expected, not ${JSON.stringify(value)}`);
  }
  return value as JsonObject; // the narrowing above leaves no other; TypeScript does not subtract readonly arrays
}

function readJson(path: string, optional = false): JsonObject {
  try {
    return object(JSON.parse(readFileSync(path, 'utf8')) as Json, path); // JSON.parse gives Json
  } catch (cause) {
    if (optional) return {};
    throw new Error(`${path} cannot be read`, { cause });
  }
}
