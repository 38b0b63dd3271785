/** Waits for something that another part of the system does in its own time. */
import { setTimeout as pause } from 'node:timers/promises';

const ASK_AGAIN_AFTER_MS = 150;

/** Asks until there is an answer; undefined when the time is up. */
export async function askUntil<T>(
  question: () => Promise<T | undefined>,
  withinMs: number,
): Promise<T | undefined> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const answer = await question();
    if (answer !== undefined || performance.now() > deadline) return answer;
    await pause(ASK_AGAIN_AFTER_MS);
  }
}
