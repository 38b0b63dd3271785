/** One JSON line per fact, with a code; never a name, phone, address, receipt code or free text. */

type Fact = Readonly<Record<string, string | number | boolean | undefined>>;

export function log(level: 'info' | 'warn' | 'error', code: string, fact: Fact = {}): void {
  console.log(JSON.stringify({ level, code, at: new Date().toISOString(), ...fact }));
}

/** What may be told of an unexpected error: its kind and where it was thrown; its message could repeat input. */
export function traceOf(error: unknown): { error: string; trace?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return { error: error.name, trace: frames.slice(0, 6).join(' ').replaceAll(/\s+/g, ' ') };
}
