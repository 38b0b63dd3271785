/** All stacks of an assembly evaluated together: parameters, references, exports, conditions, secrets. */
import { LOCAL_REGION } from '../engines/engine-call.ts';
import { object, type Json, type JsonObject, type Resource, type Stack } from './assembly.ts';
import { evaluate, NO_VALUE, text, type Scope } from './intrinsics.ts';
import { LOCAL_ACCOUNT, namesOf, namingProperties, type Names, type Places } from './names.ts';
import { refuseUnknown } from './vocabulary.ts';

export interface EvaluatedResource {
  readonly resource: Resource;
  readonly names: Names;
  readonly properties: JsonObject;
}

export interface Surroundings extends Places {
  readonly parameters: Readonly<Record<string, string>>;
  /** The value of a secret, made at its first use; `generate` are its `GenerateSecretString` rules. */
  secret(secretArn: string, generate: JsonObject): string;
}

/** @throws with the resource's name for anything the host does not know */
export function evaluateAssembly(
  stacks: readonly Stack[],
  surroundings: Surroundings,
): readonly EvaluatedResource[] {
  const exports_ = new Map<string, () => Json>();
  const secretRules = new Map<string, JsonObject>();
  const evaluated: EvaluatedResource[] = [];
  for (const stack of stacks) {
    const scope = scopeOf(stack, surroundings, exports_, secretRules);
    for (const [name, output] of Object.entries(
      object(stack.template['Outputs'] ?? {}, 'Outputs'),
    )) {
      const where = `${stack.name} output ${name}`;
      const { Value: value = null, Export: exported } = object(output, where);
      const evaluateOutput = () => evaluate(value, scope, where);
      if (exported === undefined) continue;
      const exportName = evaluate(object(exported, where)['Name'] ?? null, scope, where);
      exports_.set(text(exportName, where), evaluateOutput);
    }
    for (const resource of stack.resources.values()) {
      if (resource.condition !== undefined && !scope.condition(resource.condition)) continue;
      const where = `${stack.name}/${resource.logicalId}`;
      const properties = object(evaluate(resource.properties, scope, where), where);
      refuseUnknown(where, resource.type, properties);
      evaluated.push({ resource, names: scope.namesOf(resource), properties });
    }
  }
  return evaluated;
}

function scopeOf(
  stack: Stack,
  surroundings: Surroundings,
  exports_: ReadonlyMap<string, () => Json>,
  secretRules: Map<string, JsonObject>,
): Scope & { namesOf(resource: Resource): Names } {
  const known = new Map<string, Names>();
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::AccountId': LOCAL_ACCOUNT,
    'AWS::Partition': 'aws',
    'AWS::Region': LOCAL_REGION,
    'AWS::StackName': stack.name,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  const parameters = object(stack.template['Parameters'] ?? {}, 'Parameters');
  const conditions = object(stack.template['Conditions'] ?? {}, 'Conditions');

  const scope = {
    namesOf(resource: Resource): Names {
      const already = known.get(resource.logicalId);
      if (already) return already;
      const where = `${stack.name}/${resource.logicalId}`;
      const naming = object(evaluate(namingProperties(resource), scope, where), where);
      const names = namesOf(resource, naming, surroundings);
      known.set(resource.logicalId, names);
      if (resource.type === 'AWS::SecretsManager::Secret') {
        const rules = resource.properties['GenerateSecretString'] ?? {};
        secretRules.set(names.ref, object(rules, where));
      }
      return names;
    },
    ref(name: string) {
      if (name === 'AWS::NoValue') return NO_VALUE;
      const own = pseudo[name] ?? parameterValue(stack, parameters, name, surroundings.parameters);
      if (own !== undefined) return own;
      const resource = stack.resources.get(name);
      if (!resource) throw new Error(`${stack.name}: there is nothing called ${name} to refer to`);
      return scope.namesOf(resource).ref;
    },
    attribute(logicalId: string, attribute: string) {
      const resource = stack.resources.get(logicalId);
      if (!resource) throw new Error(`${stack.name}: there is no resource ${logicalId}`);
      const value = scope.namesOf(resource).attributes[attribute];
      if (value === undefined) {
        throw new Error(
          `${stack.name}/${logicalId}: the host does not know Fn::GetAtt ${attribute} of ${resource.type}`,
        );
      }
      return value;
    },
    condition(name: string) {
      const condition = conditions[name];
      if (condition === undefined) throw new Error(`${stack.name}: there is no condition ${name}`);
      return evaluate(condition, scope, `${stack.name} condition ${name}`) === true;
    },
    exported(name: string) {
      const value = exports_.get(name);
      if (!value) throw new Error(`${stack.name}: no earlier stack exports ${name}`);
      return value();
    },
    secret(id: string, key: string | undefined) {
      const rules = secretRules.get(id);
      if (!rules) throw new Error(`${stack.name}: there is no secret ${id}`);
      const value = surroundings.secret(id, rules);
      if (key === undefined) return value;
      return text(object(JSON.parse(value) as Json, id)[key] ?? null, id); // JSON.parse gives Json
    },
  };
  return scope;
}

function parameterValue(
  stack: Stack,
  parameters: JsonObject,
  name: string,
  given: Readonly<Record<string, string>>,
): string | undefined {
  const declared = parameters[name];
  if (declared === undefined) return undefined;
  const value = given[name] ?? object(declared, name)['Default'];
  if (value === undefined) {
    throw new Error(`${stack.name}: the host has no value for the parameter ${name}`);
  }
  return text(value, name);
}
