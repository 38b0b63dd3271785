/** The synthesised functions, each with its environment and all that its role may do. */
import * as v from 'valibot';
import type { Assembly } from './assembly.ts';

export const FunctionProperties = v.object({
  Description: v.string(),
  Environment: v.optional(v.object({ Variables: v.record(v.string(), v.unknown()) }), {
    Variables: {},
  }),
  Role: v.unknown(),
  Timeout: v.number(),
});

export interface Built {
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly leadingKeys?: readonly string[];
}

/** Every synthesised function by the label of its declaration. */
export function builtFunctions(building: Assembly): ReadonlyMap<string, Built> {
  const statements = statementsByRole(building);
  return new Map(
    building.all('AWS::Lambda::Function', FunctionProperties).map(({ properties }) => {
      const environment = Object.fromEntries(
        Object.entries(properties.Environment.Variables).map(([name, value]) => [
          name,
          building.inWords(value),
        ]),
      );
      const { DEPARTMENT } = environment;
      const role = building.inWords(properties.Role).replace(/\.Arn$/, '');
      return [
        DEPARTMENT ? `${properties.Description} ${DEPARTMENT}` : properties.Description,
        { environment, statements: statements.get(role) ?? [] },
      ];
    }),
  );
}

const oneOrMore = v.pipe(
  v.unknown(),
  v.transform((value): unknown[] => (Array.isArray(value) ? value : [value])),
);

const Policy = v.object({
  Roles: v.array(v.unknown()),
  PolicyDocument: v.object({
    Statement: v.array(
      v.strictObject({
        Effect: v.string(),
        Action: oneOrMore,
        Resource: oneOrMore,
        Condition: v.optional(
          v.strictObject({
            'ForAllValues:StringLike': v.strictObject({
              'dynamodb:LeadingKeys': v.array(v.string()),
            }),
            // Without it a call that names no key would pass.
            Null: v.strictObject({ 'dynamodb:LeadingKeys': v.literal('false') }),
          }),
        ),
      }),
    ),
  }),
});

function statementsByRole(building: Assembly): ReadonlyMap<string, readonly Statement[]> {
  const byRole = new Map<string, Statement[]>();
  for (const { properties } of building.all('AWS::IAM::Policy', Policy)) {
    const statements = properties.PolicyDocument.Statement.map((statement) => ({
      effect: statement.Effect,
      actions: statement.Action.map(building.inWords).sort(),
      resources: statement.Resource.map(building.inWords).sort(),
      ...(statement.Condition && {
        leadingKeys: statement.Condition['ForAllValues:StringLike']['dynamodb:LeadingKeys'],
      }),
    }));
    for (const role of properties.Roles.map(building.inWords)) {
      byRole.set(role, [...(byRole.get(role) ?? []), ...statements]);
    }
  }
  return byRole;
}
