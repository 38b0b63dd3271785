/** Does a public record answer a question? Words are found anywhere in the published text. */
import type { DepartmentCode } from '../departments/directory.ts';
import type { DateOnly } from '../time.ts';
import type { PublicRecord } from './record.ts';

export interface DisclosureFilter {
  readonly department?: DepartmentCode | undefined;
  readonly from?: DateOnly | undefined;
  readonly to?: DateOnly | undefined;
  readonly kind?: PublicRecord['kind'] | undefined;
  readonly q?: string | undefined;
}

export function matches(record: PublicRecord, filter: DisclosureFilter): boolean {
  if (filter.kind !== undefined && record.kind !== filter.kind) return false;
  if (filter.department !== undefined && record.department !== filter.department) return false;
  if (filter.from !== undefined && record.publishedOn < filter.from) return false;
  if (filter.to !== undefined && record.publishedOn > filter.to) return false;
  return !filter.q || publishedText(record).includes(filter.q.toLowerCase());
}

/** Everything of a record that people read, in one line. */
export function publishedText(record: PublicRecord): string {
  const parts = [record.title, record.institution?.name, record.institution?.uscc];
  if (record.kind === 'penalty') {
    const { decisionNumber, party, violation, facts, legalBasis } = record;
    parts.push(decisionNumber, party.name, party.uscc, violation, facts, ...legalBasis);
  } else {
    for (const { item, note } of record.items) parts.push(item, note);
  }
  return parts
    .filter((part) => part !== undefined)
    .join('\n')
    .toLowerCase();
}
