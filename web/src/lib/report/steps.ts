/** The seven steps of a complaint, in the order of the form; without script they are its sections. */

export const steps = [
  'kind',
  'where',
  'what',
  'circumstances',
  'demand',
  'identity',
  'check',
] as const;

export type StepName = (typeof steps)[number];
