/** The table of the diagram in `lifecycle.ts`: from where, by which step, to where, for each procedure. */
import type { PenaltyCommandType } from './commands.ts';
import type { PenaltyProposal, PenaltyStatus } from './penalty.ts';

export type Step =
  | Exclude<PenaltyCommandType, 'review' | 'give-up-hearing'>
  | 'review:pass'
  | 'review:return'
  | 'give-up-hearing:defended'
  | 'give-up-hearing:not-defended';

type Leaving = Readonly<Partial<Record<Step, PenaltyStatus>>>;
type Transitions = Readonly<Record<PenaltyStatus, Leaving>>;

const staying = (status: PenaltyStatus, steps: readonly Step[]): Leaving =>
  Object.fromEntries(steps.map((step) => [step, status]));

/** Before the decision, in any state. */
const open = (status: PenaltyStatus): Leaving => ({
  ...staying(status, ['attach', 'recuse', 'preserve-evidence', 'dispose-evidence', 'extend']),
  ...staying(status, ['suspect-crime', 'clear-suspicion']),
  close: 'closed',
  'transfer-crime': 'transferred',
});

const defence = (next: PenaltyStatus): Leaving => ({
  'hear-defence': next,
  'waive-defence': next,
  'lapse-defence': next,
});

const withoutHearing = (next: PenaltyStatus): Leaving => ({
  'waive-hearing': next,
  'lapse-hearing': next,
  'request-hearing': 'hearing-requested',
});

const givingUp: Leaving = {
  'give-up-hearing:defended': 'cleared',
  'give-up-hearing:not-defended': 'hearing-settled',
};

const review: Leaving = { 'review:pass': 'reviewed', 'review:return': 'proposed' };

const ends = {
  decided: {
    ...staying('decided', ['serve', 'pay', 'defer', 'contest', 'settle-contest', 'execute']),
    ...staying('decided', ['recheck', 'archive', 'attach', 'correct', 'repair']),
    ...staying('decided', ['publish-minor', 'list-serious']),
    withdraw: 'withdrawn',
  },
  withdrawn: staying('withdrawn', ['attach']),
  closed: staying('closed', ['attach']),
  transferred: staying('transferred', ['attach']),
} as const satisfies Partial<Transitions>;

const begin = { notify: 'notified', revise: 'proposed' } as const;

export const transitions: Readonly<Record<PenaltyProposal['procedure'], Transitions>> = {
  ORDINARY: {
    proposed: { ...begin, ...open('proposed') },
    notified: {
      ...defence('defended'),
      ...withoutHearing('hearing-settled'),
      ...open('notified'),
    },
    defended: { ...withoutHearing('cleared'), ...review, ...open('defended') },
    'hearing-settled': { ...defence('cleared'), ...open('hearing-settled') },
    'hearing-requested': {
      'arrange-hearing': 'hearing-arranged',
      ...givingUp,
      ...open('hearing-requested'),
    },
    'hearing-arranged': {
      'hold-hearing': 'cleared',
      'arrange-hearing': 'hearing-arranged',
      ...givingUp,
      ...open('hearing-arranged'),
    },
    cleared: { ...review, discuss: 'cleared', ...open('cleared') },
    reviewed: {
      discuss: 'reviewed',
      decide: 'decided',
      'send-back': 'proposed',
      ...open('reviewed'),
    },
    ...ends,
  },
  SIMPLE: {
    proposed: { ...begin, ...open('proposed') },
    notified: {
      'hear-defence': 'cleared',
      'waive-defence': 'cleared',
      ...open('notified'),
    },
    defended: {},
    'hearing-settled': {},
    'hearing-requested': {},
    'hearing-arranged': {},
    cleared: { decide: 'decided', ...open('cleared') },
    reviewed: {},
    ...ends,
  },
};
