/** The words that the script for files says: it carries none, the page hands them over in its language. */
import { m } from '#lib/paraglide/messages.js';
import { fileProblemText } from '#lib/report/files.ts';

/** A place for the name of a file. */
const GAP = '{}';

export const fileWords = () => ({
  uploading: m.files_uploading(),
  checking: m.files_checking(),
  ready: m.files_ready(),
  remove: m.files_remove(),
  waiting: m.files_waiting(),
  problems: {
    INFECTED: fileProblemText('INFECTED', GAP),
    WRONG_TYPE: fileProblemText('WRONG_TYPE', GAP),
    UNREADABLE: fileProblemText('UNREADABLE', GAP),
    DAMAGED: fileProblemText('DAMAGED', GAP),
    TOO_LARGE: fileProblemText('TOO_LARGE', GAP),
    TOO_MANY: fileProblemText('TOO_MANY', GAP),
    EMPTY: fileProblemText('EMPTY', GAP),
    FAILED: fileProblemText('FAILED', GAP),
  },
});

export type FileWords = ReturnType<typeof fileWords>;
