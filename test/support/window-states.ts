/** Every kind of page of the window in every state worth looking at. */
import { citizenStates } from './citizen-states.ts';
import { deskStates } from './desk-states.ts';
import { registerStates } from './register-states.ts';
import type { WindowState } from './window-state.ts';

export const windowStates: readonly WindowState[] = [
  ...registerStates,
  ...citizenStates,
  ...deskStates,
];
