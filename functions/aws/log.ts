/** One JSON line per fact, with a code; never a name, phone, address, receipt code or free text. */

type Fact = Readonly<Record<string, string | number | boolean | undefined>>;

export function log(level: 'info' | 'warn' | 'error', code: string, fact: Fact = {}): void {
  console.log(JSON.stringify({ level, code, at: new Date().toISOString(), ...fact }));
}

/** Figures for alarms and the dashboard, in CloudWatch's embedded metric format: a log line that is also a data point. */
export function figures(values: Readonly<Record<string, number>>): void {
  const Metrics = Object.keys(values).map((Name) => ({
    Name,
    Unit: Name.endsWith('Seconds') ? 'Seconds' : 'Count',
  }));
  const directive = { Namespace: 'Mingcha', Dimensions: [[]], Metrics };
  const _aws = { Timestamp: Date.now(), CloudWatchMetrics: [directive] };
  console.log(JSON.stringify({ _aws, ...values }));
}

/** What may be told of an unexpected error: its kind and where it was thrown; its message could repeat input. */
export function traceOf(error: unknown): { error: string; trace?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return { error: error.name, trace: frames.slice(0, 6).join(' ').replaceAll(/\s+/g, ' ') };
}
