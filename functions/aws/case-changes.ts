/** A change of a case with all that it announces, for one transaction: to the departments, to those who count, to the citizen. */
import { toldOf, type CaseChange, type CaseFile } from '../../shared/complaints/case-file.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { newsKindOf } from '../../shared/notices/news.ts';
import type { Write } from '../ports.ts';
import { caseChangeWrites } from './case-store.ts';
import { noticeWrite, referralWrites } from './outbox-store.ts';

/** @param departments - who hears of it */
export function announcedChange(
  file: CaseFile,
  change: CaseChange,
  departments: readonly DepartmentCode[] = toldOf(change),
): readonly Write[] {
  const { caseNumber, version, correlationId } = change.head;
  const occasion = { at: change.event.at, correlationId };
  const isNews = file.news?.contact !== undefined && newsKindOf(change.event) !== undefined;
  return [
    ...caseChangeWrites(change),
    ...referralWrites(caseNumber, version, departments, occasion),
    ...(isNews ? [noticeWrite(caseNumber, version, occasion)] : []),
  ];
}
