/** The ways by which a complaint comes other than by the site. */
import type { IntakeChannel } from '../../../../../shared/complaints/intake.ts';
import { m } from '#lib/desk/paraglide/messages.js';

const names: Readonly<Record<IntakeChannel, () => string>> = {
  TELEPHONE: m.intake_channel_TELEPHONE,
  COUNTER: m.intake_channel_COUNTER,
  LETTER: m.intake_channel_LETTER,
  HOTLINE_12345: m.intake_channel_HOTLINE_12345,
  GRID: m.intake_channel_GRID,
  OTHER_BODY: m.intake_channel_OTHER_BODY,
};

export const channelName = (channel: IntakeChannel): string => names[channel]();
