/** The building as CloudFormation would read it, raised once on stub bundles, and its values in a form that people can compare. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { newApp, raiseBuilding } from '../../cdk/app.ts';
import { readPlace, type Place } from '../../cdk/place.ts';
import { lambdas } from '../../functions/catalogue.ts';

const Template = v.object({
  Resources: v.record(
    v.string(),
    v.object({
      Type: v.string(),
      DeletionPolicy: v.optional(v.string()),
      Properties: v.optional(v.record(v.string(), v.unknown()), {}),
    }),
  ),
  Outputs: v.optional(
    v.record(
      v.string(),
      v.object({ Value: v.unknown(), Export: v.optional(v.object({ Name: v.string() })) }),
    ),
    {},
  ),
});

export interface Assembly {
  readonly stacks: readonly {
    readonly name: string;
    readonly text: string;
    readonly size: number;
  }[];
  /** All resources of a type, their properties parsed; `id` is without the hash. */
  all<S extends v.GenericSchema>(
    type: string,
    properties: S,
  ): readonly {
    readonly id: string;
    readonly properties: v.InferOutput<S>;
    /** What becomes of it with its stack. */
    readonly deletion: string | undefined;
  }[];
  /** `relay` for a Ref, `relay.Arn` for an attribute, `<AWS::Region>` for a pseudo parameter; imports are followed. */
  readonly inWords: (value: unknown) => string;
}

export const RELEASE = 'release-of-the-test';

/** CDK's own look at every property takes longer than all else together; it is part of `npm run synth -- --region …`. */
process.env['CDK_VALIDATION'] = 'false';

/** Takes a second. @throws when cdk-nag has an open finding */
export function raise(place: Place = readPlace({})): Assembly {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-cdk-'));
  try {
    const assetRoot = join(folder, 'functions');
    for (const { name } of lambdas) {
      mkdirSync(join(assetRoot, name), { recursive: true });
      writeFileSync(join(assetRoot, name, 'index.mjs'), `// ${name}\n`);
    }
    process.env['CDK_OUTDIR'] = join(folder, 'cdk.out');
    const app = newApp(place);
    raiseBuilding(app, { assetRoot, release: RELEASE });
    const stacks = app.synth().stacks.map(({ stackName: name, templateFullPath }) => {
      const text = readFileSync(templateFullPath, 'utf8');
      const template = v.parse(Template, JSON.parse(text));
      return { name, text, template, size: Object.keys(template.Resources).length };
    });
    return { stacks, ...reader(stacks.map(({ template }) => template)) };
  } finally {
    delete process.env['CDK_OUTDIR'];
    rmSync(folder, { recursive: true, force: true });
  }
}

const withoutHash = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');

function reader(
  templates: readonly v.InferOutput<typeof Template>[],
): Pick<Assembly, 'all' | 'inWords'> {
  const exported = new Map<string, unknown>();
  for (const { Outputs } of templates) {
    for (const { Value, Export } of Object.values(Outputs)) {
      if (Export) exported.set(Export.Name, Value);
    }
  }

  const inWords = (value: unknown): string => {
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    const [intrinsic, argument] = v.parse(OneEntry, value);
    switch (intrinsic) {
      case 'Ref': {
        const id = v.parse(v.string(), argument);
        return id.startsWith('AWS::') ? `<${id}>` : withoutHash(id);
      }
      case 'Fn::GetAtt': {
        const [id, attribute] = v.parse(v.tuple([v.string(), v.string()]), argument);
        return `${withoutHash(id)}.${attribute}`;
      }
      case 'Fn::ImportValue': {
        const name = v.parse(v.string(), argument);
        if (!exported.has(name)) throw new Error(`no stack exports ${name}`);
        return inWords(exported.get(name));
      }
      case 'Fn::Join': {
        const [glue, parts] = v.parse(v.tuple([v.string(), v.array(v.unknown())]), argument);
        return parts.map(inWords).join(glue);
      }
      case 'Fn::Select': {
        const [index, list] = v.parse(
          v.tuple([v.union([v.string(), v.number()]), v.unknown()]),
          argument,
        );
        const [split, [mark, whole]] = v.parse(Split, list);
        return `part ${index} of ${inWords(whole)} ${split} ${mark}`;
      }
      default:
        throw new Error(`the templates use ${intrinsic}, which the local host would have to know`);
    }
  };

  return {
    inWords,
    all: (type, properties) =>
      templates.flatMap(({ Resources }) =>
        Object.entries(Resources)
          .filter(([, resource]) => resource.Type === type)
          .map(([id, resource]) => ({
            id: withoutHash(id),
            properties: v.parse(properties, resource.Properties),
            deletion: resource.DeletionPolicy,
          })),
      ),
  };
}

const OneEntry = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((value) => Object.entries(value)),
  v.strictTuple([v.tuple([v.string(), v.unknown()])]),
  v.transform(([entry]) => entry),
);

const Split = v.pipe(
  v.strictObject({ 'Fn::Split': v.tuple([v.string(), v.unknown()]) }),
  v.transform(({ 'Fn::Split': argument }) => ['split at', argument] as const),
);
