/** Second opinions on what is published: other people's readers of HTML, XML and CSV, who know nothing of our writers. */
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { validateXML } from 'xmllint-wasm';

const schema = (name: string) => ({
  fileName: name,
  contents: readFileSync(new URL(`schemas/${name}`, import.meta.url), 'utf8'),
});

const htmlReader = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: {
      'no-implicit-button-type': 'off', // a button of our forms submits, which is what it does untold
      'no-redundant-for': 'off', // voice control finds the field of a label that names it more surely
    },
  }),
);

/** A sentence for each thing that the standard or a reader's needs forbid. */
export async function htmlFaults(html: string): Promise<readonly string[]> {
  // What a script fills later is nothing yet.
  const shown = html.replaceAll(/<template[^]*?<\/template>/g, '');
  const { results } = await htmlReader.validateString(shown);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column }) =>
        `${ruleId}: ${message} at ${shown.split('\n')[line - 1]?.slice(Math.max(0, column - 60), column + 60)}`,
    ),
  );
}

/** By name. */
type Texts = readonly (readonly [name: string, xml: string])[];

/** Against RFC 4287. */
export const atomFaults = (feeds: Texts): Promise<readonly string[]> =>
  faultsOf(feeds, { schema: [schema('atom.rng')], extension: 'relaxng' });

/** Against the sitemap protocol: lists of addresses or of such lists. */
export const sitemapFaults = (maps: Texts): Promise<readonly string[]> =>
  faultsOf(maps, { schema: [schema('sitemap.xsd')] });

async function faultsOf(
  texts: Texts,
  against: Pick<Parameters<typeof validateXML>[0], 'extension'> & {
    readonly schema: readonly ReturnType<typeof schema>[];
  },
): Promise<readonly string[]> {
  const xml = texts.map(([name, contents]) => ({ fileName: name.replaceAll('/', '_'), contents }));
  const { errors, valid, rawOutput } = await validateXML({ xml, ...against });
  return valid ? [] : [...errors.map(({ rawMessage }) => rawMessage), rawOutput];
}

/** The cells of a CSV file, its heads first, as a spreadsheet shows them: the mark that kept a formula asleep is not shown. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimiter: ',',
    newline: '\r\n',
  });
  const [fault] = errors;
  if (fault) throw new Error(`row ${fault.row}: ${fault.message}`);
  const rows = data.filter((row) => row.length > 1 || row[0] !== '');
  return rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')));
}
