/** Takes roles apart into their smallest grants: one action, one resource, one pattern of leading keys. */
import type { Condition, Statement } from '../../../cdk/local/permissions/policy.ts';

export function grantsOf(statements: readonly Statement[]): readonly Statement[] {
  return statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) =>
      statement.actions.flatMap((action) =>
        statement.resources.flatMap((resource) =>
          narrowed(statement.conditions).map((conditions) => ({
            ...statement,
            actions: [action],
            resources: [resource],
            conditions,
          })),
        ),
      ),
    );
}

/** The role as it would be had that grant never been given. */
export function without(statements: readonly Statement[], gone: Statement): readonly Statement[] {
  const same = inWords(gone);
  return [
    ...grantsOf(statements).filter((grant) => inWords(grant) !== same),
    ...statements.filter(({ effect }) => effect === 'Deny'),
  ];
}

export const inWords = ({ actions, resources, conditions }: Statement): string =>
  [...actions, ...resources, ...conditions.flatMap(({ values }) => values)].join(' ');

/** A condition with several values is as many conditions with one. */
function narrowed(conditions: readonly Condition[]): readonly (readonly Condition[])[] {
  const [first, ...others] = conditions;
  if (!first) return [[]];
  return narrowed(others).flatMap((rest) =>
    first.values.map((value) => [{ ...first, values: [value] }, ...rest]),
  );
}
