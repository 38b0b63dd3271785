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
  const { results } = await htmlReader.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column }) =>
        `${ruleId}: ${message} at ${html.split('\n')[line - 1]?.slice(Math.max(0, column - 60), column + 60)}`,
    ),
  );
}

/** Against RFC 4287. */
export async function atomFaults(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'feed.atom', contents: xml }],
    schema: [schema('atom.rng')],
    extension: 'relaxng',
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

/** Against the sitemap protocol: a list of addresses or of such lists. */
export async function sitemapFaults(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'sitemap.xml', contents: xml }],
    schema: [schema('sitemap.xsd')],
  });
  return errors.map(({ rawMessage }) => rawMessage);
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
