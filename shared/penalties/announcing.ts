/** Which acts change what the public may see, and until when the change must be in public. */
import { deadline } from '../clocks/clocks.ts';
import { PN_WITHDRAW, PUB_PEN } from '../clocks/enforcement-rules.ts';
import type { DateOnly } from '../time.ts';
import type { PenaltyCommand } from './commands.ts';

/**
 * The legal last day for the public to see what the command did; undefined when it is not for the public.
 * A correction, and the end of a record by repair, are held to the three working days of a withdrawal.
 */
export function publicBy(command: PenaltyCommand, on: DateOnly): DateOnly | undefined {
  switch (command.type) {
    case 'decide':
      return deadline(PUB_PEN, command.decidedOn).dueOn;
    case 'publish-minor':
    case 'list-serious':
      return deadline(PUB_PEN, on).dueOn;
    case 'withdraw':
    case 'correct':
    case 'repair':
      return deadline(PN_WITHDRAW, on).dueOn;
    default:
      return undefined;
  }
}
