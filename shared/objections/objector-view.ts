/** What the holder of the receipt code sees of an objection: no officer by name, no word between departments. */
import { recordPath } from '../disclosure/record.ts';
import type { Objection, ObjectionEvent } from './objection.ts';
import { remedied, type PublicSide } from './outcome.ts';

export function objectionForObjector(
  objection: Objection,
  events: readonly ObjectionEvent[],
  side: PublicSide | undefined,
) {
  const { objectionId, recordId, recordKind, department, objector, ground, words } = objection;
  const { status, filedAt, answerBy, provisional, answer } = objection;
  const outcome = remedied(objection, side);
  return {
    ...{ objectionId, recordKind, path: recordPath(recordId), department },
    ...{ objector, ground, words, status, filedAt, answerBy, provisional },
    ...(answer && {
      answer: {
        ...{ at: answer.at, department: answer.department, words: answer.words },
        ...(answer.remedy && { remedy: answer.remedy }),
      },
    }),
    ...(outcome && { outcome }),
    events: events.map(({ at, type, department: of, to }) => ({
      ...{ at, type, department: of },
      ...(to && { to }),
    })),
  };
}
