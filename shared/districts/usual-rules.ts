/** What the shipped districts have in common: rules that neither plan gives and each district may set for itself. */
import type { MajorRules, ServiceLevels, UrgencyRules } from './configuration.ts';

/** [design] After domain A.6: death or serious injury, five or more persons, suspected crime, media, minors as a group. */
export const usualMajorRules: MajorRules = {
  circumstances: ['DEATH', 'INJURY', 'FIVE_OR_MORE', 'SUSPECTED_CRIME', 'MEDIA_EXPOSURE'],
  minorsAsGroup: ['MINORS', 'FIVE_OR_MORE'],
  disagreementFrom: 3,
};

/** [design] A death is acted on now; an injury or something still going on, the same working day. */
export const usualUrgencyRules: UrgencyRules = {
  circumstances: { DEATH: 'P0', INJURY: 'P1', UNDERWAY_NOW: 'P1' },
};

/** [design] The levels of domain B.0, as strict as the strictest law that applies to some of the items. */
export const usualServiceLevels: ServiceLevels = {
  triageInWorkingDays: 1,
  takeInWorkingDays: 5,
  acceptInWorkingDays: 7,
  replyInWorkingDays: 10,
  answerInDays: 60,
  objectionInWorkingDays: 15,
};
