/** How far a long work has come: a line that is drawn over on a terminal, and now and then a line of its own where there is none. */
const PLAIN_LINE_EVERY_MS = 10_000;
const DRAWN_EVERY_MS = 200;

export class Pace {
  readonly #total: number;
  readonly #what: string;
  readonly #begun = performance.now();
  #done = 0;
  #skipped = 0;
  #drawn = 0;

  /** @param what - is counted: `cases` */
  constructor(total: number, what: string) {
    this.#total = total;
    this.#what = what;
  }

  /** @param isNew - the work had to be done; what was there already tells nothing of the pace */
  step(isNew: boolean): void {
    this.#done++;
    if (!isNew) this.#skipped++;
    const now = performance.now();
    const isLast = this.#done === this.#total;
    const every = process.stdout.isTTY ? DRAWN_EVERY_MS : PLAIN_LINE_EVERY_MS;
    if (!isLast && now - this.#drawn < every) return;
    this.#drawn = now;
    const line = this.#line(now);
    process.stdout.write(
      process.stdout.isTTY ? `\r\u001b[K${line}${isLast ? '\n' : ''}` : `${line}\n`,
    );
  }

  #line(now: number): string {
    const seconds = (now - this.#begun) / 1000;
    const rate = (this.#done - this.#skipped) / seconds;
    const left = rate > 0 ? (this.#total - this.#done) / rate : 0;
    const percent = Math.floor((100 * this.#done) / this.#total);
    const there = this.#skipped > 0 ? `, ${counted(this.#skipped)} of them were there` : '';
    return `${String(percent).padStart(3)} %  ${counted(this.#done)} of ${counted(this.#total)} ${this.#what}${there}  ${Math.round(rate)} a second  ${inWords(left)} left`;
  }
}

const counted = (count: number): string => count.toLocaleString('en');

const inWords = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
