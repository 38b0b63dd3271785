/** What officers choose from, in words. */
import {
  bundleDocuments,
  refusalGrounds,
  type BundleDocument,
  type RefusalGround,
} from '../../../../../shared/complaints/commands.ts';
import { pauseGrounds, type PauseGround } from '../../../../../shared/clocks/rule.ts';
import { m } from '#lib/desk/paraglide/messages.js';

const grounds: Readonly<Record<RefusalGround, () => string>> = {
  NOT_OUR_DUTY: m.desk_ground_NOT_OUR_DUTY,
  TAKEN_UP_ELSEWHERE: m.desk_ground_TAKEN_UP_ELSEWHERE,
  NO_DISPUTE: m.desk_ground_NO_DISPUTE,
  TOO_LONG_AGO: m.desk_ground_TOO_LONG_AGO,
  MATERIAL_MISSING: m.desk_ground_MATERIAL_MISSING,
  IDENTITY_NOT_SHOWN: m.desk_ground_IDENTITY_NOT_SHOWN,
  OTHER_GROUND: m.desk_ground_OTHER_GROUND,
  REPEAT: m.desk_ground_REPEAT,
  CHANNEL: m.desk_ground_CHANNEL,
};

const pauses: Readonly<Record<PauseGround, () => string>> = {
  TESTING: m.desk_deadline_ground_TESTING,
  APPRAISAL: m.desk_deadline_ground_APPRAISAL,
};

const documents: Readonly<Record<BundleDocument, () => string>> = {
  LETTER: m.desk_document_LETTER,
  REPORT: m.desk_document_REPORT,
  THINGS: m.desk_document_THINGS,
  EXPERTISE: m.desk_document_EXPERTISE,
  OTHER: m.desk_document_OTHER,
};

export interface Choice {
  readonly value: string;
  readonly text: string;
}

const choices =
  <T extends string>(codes: readonly T[], names: Readonly<Record<T, () => string>>) =>
  (): readonly Choice[] =>
    codes.map((value) => ({ value, text: names[value]() }));

export const groundChoices = choices(refusalGrounds, grounds);
export const pauseChoices = choices(pauseGrounds, pauses);
export const documentChoices = choices(bundleDocuments, documents);

/** What an event keeps as a code, in words. */
export const wordOf = (of: readonly Choice[], code: string): string =>
  of.find(({ value }) => value === code)?.text ?? code;
