/** The functions are the catalogue's and nothing else: files, environment, routes and permissions. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { lambdas } from '../../functions/catalogue.ts';
import { environmentOf } from '../../functions/catalogue/lambda.ts';
import { tableVariable } from '../../functions/table-definitions.ts';
import { raise, RELEASE, type Assembly } from './assembly.ts';
import {
  builtFunctions,
  FunctionProperties,
  type Built,
  type Statement,
} from './built-functions.ts';
import { declared, granted, label, type Declared } from './declared-functions.ts';

const root = join(import.meta.dirname, '../..');

let building: Assembly;
let built: ReadonlyMap<string, Built>;
beforeAll(() => {
  building = raise();
  built = builtFunctions(building);
}, 60_000);

function builtAs(entry: Declared): Built {
  const found = built.get(label(entry));
  if (!found) throw new Error(`${label(entry)} was not synthesised`);
  return found;
}

const inOrder = (statements: readonly Statement[]): readonly string[] =>
  statements
    .map((statement) =>
      JSON.stringify(statement, ['effect', 'actions', 'resources', 'leadingKeys']),
    )
    .sort();

const tablesReached = ({ statements }: Built): readonly string[] =>
  statements
    .filter(({ actions }) => actions.some((action) => action.startsWith('dynamodb:')))
    .flatMap(({ resources }) => resources.map((resource) => resource.split('.')[0] ?? resource));

describe('the catalogue', () => {
  it('names exactly the files that export a handler', () => {
    const files = globSync('functions/*/*.ts', { cwd: root }).filter((file) =>
      /^export (const|async function|function) handler\b/m.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    );
    expect(files.sort()).toEqual(
      lambdas.map(({ room, name }) => join('functions', room, `${name}.ts`)).sort(),
    );
  });

  it('is synthesised entry by entry, once for each department where it says so', () => {
    expect([...built.keys()].sort()).toEqual(declared.map(label).sort());
    expect(building.all('AWS::Lambda::Function', FunctionProperties)).toHaveLength(declared.length);
  });
});

describe('each function', () => {
  it.each(declared.map((entry) => [label(entry), entry] as const))(
    'finds the declared environment and no more: %s',
    (_, entry) => {
      const { environment } = builtAs(entry);
      expect(Object.keys(environment).sort()).toEqual([...environmentOf(entry.lambda)].sort());
      for (const table of Object.keys(entry.lambda.tables ?? {})) {
        expect(environment[tableVariable(table)]).toBe(table);
      }
    },
  );

  it.each(declared.map((entry) => [label(entry), entry] as const))(
    'may do what its entry says and no more: %s',
    (_, entry) => {
      expect(inOrder(builtAs(entry).statements)).toEqual(inOrder(granted(entry)));
    },
  );

  it('has no permission from elsewhere: its role carries no policy but that one', () => {
    const Role = v.strictObject({ AssumeRolePolicyDocument: v.unknown() });
    expect(building.all('AWS::IAM::Role', Role)).toHaveLength(declared.length);
  });

  it('holds no action by wildcard', () => {
    const actions = [...built.values()].flatMap(({ statements }) =>
      statements.flatMap((statement) => statement.actions),
    );
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  it('is told the release of the build, and the pepper only by reference', () => {
    const environments = [...built.values()].map(({ environment }) => environment);
    const values = (name: string) => new Set(environments.flatMap((all) => all[name] ?? []));
    expect([...values('RELEASE')]).toEqual([RELEASE]);
    expect([...values('PEPPER')]).toEqual(['{{resolve:secretsmanager:Pepper:SecretString:::}}']);
  });
});

describe('what the public reads', () => {
  const register = lambdas.filter(
    ({ trigger, tables: reached = {} }) =>
      'auth' in trigger &&
      trigger.auth === 'public' &&
      Object.keys(reached).join() === 'disclosures',
  );

  it('comes from functions that can reach no table but the public one', () => {
    expect(register.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['list-disclosures', 'read-disclosure']),
    );
    for (const lambda of register) {
      expect(new Set(tablesReached(builtAs({ lambda })))).toEqual(new Set(['disclosures']));
    }
  });

  it('is rendered by a function that can reach no table at all', () => {
    const renderer = built.get('render-page');
    expect(renderer).toBeDefined();
    expect(renderer && tablesReached(renderer)).toEqual([]);
  });
});

describe('every staff route', () => {
  it('stands behind the token check, and no public one does', () => {
    const Route = v.object({ RouteKey: v.string(), AuthorizationType: v.string() });
    const found = building
      .all('AWS::ApiGatewayV2::Route', Route)
      .map(({ properties }) => `${properties.RouteKey} ${properties.AuthorizationType}`);
    const expected = lambdas.flatMap(({ trigger }) =>
      'routes' in trigger
        ? trigger.routes.map(
            ({ method, path }) => `${method} ${path} ${trigger.auth === 'staff' ? 'JWT' : 'NONE'}`,
          )
        : [],
    );
    expect(found.sort()).toEqual(expected.sort());
  });
});
