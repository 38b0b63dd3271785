/** The seven steps of a complaint, in the order of the form; without script they are its sections. People tell first what happened. */

export const steps = [
  'what',
  'kind',
  'where',
  'circumstances',
  'demand',
  'identity',
  'check',
] as const;

export type StepName = (typeof steps)[number];
