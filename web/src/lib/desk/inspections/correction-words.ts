/** What a correction changes, one line for each part: what stood there, and what stands there now. */
import type {
  Inspection,
  InspectionEvent,
  InspectionReport,
} from '../../../../../shared/inspections/inspection.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { streetName } from '#lib/list-names.ts';
import { inspectionKindName, resultName } from './inspection-words.ts';

/** The parts of an inspection; of a correction only those that it names. */
export type Parts = {
  readonly [Part in keyof Inspection['report']]?: Inspection['report'][Part] | undefined;
} & {
  readonly institution?:
    | {
        readonly name: string;
        readonly uscc?: string | undefined;
        readonly streetCode?: string | undefined;
      }
    | undefined;
};

export function changedLines(before: Parts, after: Parts): readonly string[] {
  const { institution, kind, inspectedOn, inspectors, items, result } = after;
  return [
    ...(institution
      ? [
          line(m.inspection_institution_label(), before.institution?.name, institution.name),
          line(m.inspection_uscc_label(), before.institution?.uscc, institution.uscc),
          line(
            m.registry_street_label(),
            streetText(before.institution?.streetCode),
            streetText(institution.streetCode),
          ),
        ]
      : []),
    ...(kind ? [line(m.inspection_kind_label(), kindText(before.kind), kindText(kind))] : []),
    ...(inspectedOn ? [line(m.inspection_date_label(), before.inspectedOn, inspectedOn)] : []),
    ...(inspectors
      ? [line(m.inspection_inspectors_label(), listText(before.inspectors), listText(inspectors))]
      : []),
    ...(items ? itemLines(before.items ?? [], items) : []),
    ...(result
      ? [line(m.inspection_result_label(), resultText(before.result), resultName(result))]
      : []),
  ].filter((text) => text !== undefined);
}

/** Of each act what it changed. @param events - oldest first, from the recording on */
export function changesOf(events: readonly InspectionEvent[]): readonly (readonly string[])[] {
  let stands: Parts = {};
  return events.map(({ type, said }) => {
    if (type === 'withdraw') return [];
    const parts = said as Parts; // as the acts say it
    const lines = type === 'correct' ? changedLines(stands, parts) : [];
    stands = { ...stands, ...parts };
    return lines;
  });
}

type Items = InspectionReport['items'];

function itemLines(before: Items, after: Items): readonly (string | undefined)[] {
  const places = Array.from({ length: Math.max(before.length, after.length) }, (_, at) => at);
  return places.map((at) =>
    line(m.inspection_item_label({ number: at + 1 }), itemText(before[at]), itemText(after[at])),
  );
}

function itemText(item: Items[number] | undefined): string | undefined {
  if (!item) return undefined;
  const found = `${item.item}（${resultName(item.result)}）`;
  return item.note ? `${found}${item.note}` : found;
}

function line(name: string, before: string | undefined, after: string | undefined) {
  if (before === after) return undefined;
  const empty = m.inspection_empty();
  return m.inspection_changed({ name, before: before ?? empty, after: after ?? empty });
}

const streetText = (code: string | undefined) => code && streetName(code);
const kindText = (kind: Parts['kind']) => kind && inspectionKindName(kind);
const resultText = (result: Parts['result']) => result && resultName(result);
const listText = (list: readonly string[] | undefined) => list?.join('、');
