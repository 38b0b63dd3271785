/** What became of one act of the demo, as the closing table counts it. */
import type { Answer } from './client.ts';

export interface Outcome {
  readonly what: string;
  /** Did the system do what the demo expects of it (which, for bad input, is to refuse)? */
  readonly held: boolean;
  readonly said?: string;
}

export function outcome(what: string, answer: Answer, expected: number): Outcome {
  const held = answer.status === expected;
  return held
    ? { what, held }
    : { what, held, said: `${answer.status} ${answer.text}`.slice(0, 300) };
}
