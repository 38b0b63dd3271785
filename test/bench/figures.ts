/** Figures of a bench: shares of a sorted list, and the machine they were taken on. */
import { cpus, loadavg } from 'node:os';

/** @param share - 0.5 for the median */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Figures mean something only with the machine and how busy it was. */
export function machine(): string {
  const processors = cpus();
  const [load = NaN] = loadavg();
  const day = new Date().toISOString().slice(0, 10);
  return `${day} · ${processors.length} × ${processors[0]?.model} · Node ${process.version} · load ${load.toFixed(1)}`;
}
