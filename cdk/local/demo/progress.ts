/** A bar on a terminal, and now and then a plain line where there is none. */

const WIDTH = 24;
const PLAIN_STEPS = 4;

export class Progress {
  readonly #label: string;
  readonly #total: number;
  #done = 0;

  constructor(label: string, total: number) {
    this.#label = label.padEnd(22);
    this.#total = total;
    this.#draw();
  }

  step(): void {
    this.#done++;
    this.#draw();
  }

  #draw(): void {
    const { isTTY } = process.stdout;
    const ended = this.#done === this.#total;
    if (!isTTY) {
      const every = Math.ceil(this.#total / PLAIN_STEPS);
      if (this.#done > 0 && (ended || this.#done % every === 0))
        console.log(`${this.#label} ${this.#done}/${this.#total}`);
      return;
    }
    const filled = Math.round((this.#done / this.#total) * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    process.stdout.write(
      `\r${this.#label} ${bar} ${this.#done}/${this.#total}${ended ? '\n' : ''}`,
    );
  }
}

/** Does the work on every item, a few at a time, in order of arrival; answers in the order of the items. */
export async function inParallel<T, R>(
  label: string,
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
  lanes = 4,
): Promise<readonly R[]> {
  const progress = new Progress(label, items.length);
  const results = new Map<number, R>();
  const queue = items.entries();
  const lane = async (): Promise<void> => {
    for (const [index, item] of queue) {
      results.set(index, await work(item, index));
      progress.step();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
