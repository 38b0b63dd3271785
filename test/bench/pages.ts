/** What Lighthouse says of the pages that most people see: a slow telephone, simulated. */
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { DemoClient } from '../../cdk/local/demo/client.ts';
import { browserProgram } from '../support/browser.ts';
import { furnish } from '../support/furnished.ts';
import { freePort, newDataDir, removeDataDir, startSystem } from '../support/system.ts';
import { median } from './figures.ts';

/** A score is the median of so many visits, because machines are noisy. */
const VISITS = 3;

/** In hundredths. */
const LEAST = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 98 } as const;
type Category = keyof typeof LEAST;
const categories = Object.keys(LEAST) as readonly Category[]; // its own keys
/** What search engines are asked to leave alone has no score to reach there. */
const UNINDEXED: readonly string[] = ['/report', '/search'];

interface Visited {
  readonly scores: Readonly<Record<Category, number>>;
  readonly paintedMs: number;
  readonly blockedMs: number;
  readonly shifted: number;
  readonly kilobytes: number;
}

export async function benchPages(): Promise<{
  readonly lines: readonly string[];
  readonly failures: readonly string[];
}> {
  const dataDir = newDataDir();
  const system = await startSystem(dataDir);
  const lines: string[] = [];
  const failures: string[] = [];
  try {
    const client = new DemoClient(system.base, system.credentials, 1);
    const { penaltyMonth, penaltyRecord, institution } = await furnish(client);
    const lists = [penaltyMonth, institution, '/departments/MARKET', '/statistics'];
    for (const path of ['/', penaltyRecord, ...lists, '/search', '/report']) {
      const visits: Visited[] = [];
      for (let count = 0; count < VISITS; count++) visits.push(await visit(system.base + path));
      const scores = categories.map(
        (name) => [name, median(visits.map((v) => v.scores[name]))] as const,
      );
      const of = (figure: (visited: Visited) => number) => median(visits.map(figure));
      lines.push(
        `${path.padEnd(22)} ${scores.map(([name, score]) => `${name} ${score}`).join('  ')}  ` +
          `LCP ${of((v) => v.paintedMs).toFixed(0)} ms  TBT ${of((v) => v.blockedMs).toFixed(0)} ms  ` +
          `CLS ${of((v) => v.shifted).toFixed(3)}  ${of((v) => v.kilobytes).toFixed(0)} KB`,
      );
      for (const [name, score] of scores)
        if (score < LEAST[name] && !(name === 'seo' && UNINDEXED.includes(path)))
          failures.push(`${path} ${name} ${score} < ${LEAST[name]}`);
    }
  } finally {
    await system.stop();
    removeDataDir(dataDir);
  }
  return { lines, failures };
}

/** In a browser of its own: nothing is cached. */
async function visit(url: string): Promise<Visited> {
  const port = await freePort();
  const { executablePath, args } = await browserProgram();
  const browser = await chromium.launch({
    executablePath,
    // Lighthouse opens and closes pages, which the one-process mode of the package does not outlive.
    args: [
      ...args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote'),
      `--remote-debugging-port=${port}`,
    ],
  });
  try {
    const result = await lighthouse(url, {
      port,
      logLevel: 'error',
      onlyCategories: [...categories],
    });
    if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse did not see ${url}`);
    const { audits, categories: found } = result.lhr;
    const figure = (name: string) => audits[name]?.numericValue ?? NaN;
    const score = (name: Category) => Math.round((found[name]?.score ?? 0) * 100);
    return {
      scores: {
        performance: score('performance'),
        accessibility: score('accessibility'),
        'best-practices': score('best-practices'),
        seo: score('seo'),
      },
      paintedMs: figure('largest-contentful-paint'),
      blockedMs: figure('total-blocking-time'),
      shifted: figure('cumulative-layout-shift'),
      kilobytes: figure('total-byte-weight') / 1_000,
    };
  } finally {
    await browser.close();
  }
}
