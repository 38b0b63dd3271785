/** An objection's line in a list of the desk: without its words. */
import { recordPath } from '../disclosure/record.ts';
import type { Objection } from './objection.ts';

export function objectionInList(objection: Objection) {
  const { objectionId, recordId, recordKind, department, objector, ground, status } = objection;
  const { filedAt, answerBy, provisional } = objection;
  return {
    ...{ objectionId, recordId, recordKind, path: recordPath(recordId), department },
    ...{ objector, ground, status, filedAt, answerBy, provisional },
  };
}

export type ObjectionInList = ReturnType<typeof objectionInList>;
