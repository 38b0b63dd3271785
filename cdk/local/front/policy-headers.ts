/** Adds the headers of a distribution's policy to those of an origin. */
import type { Header } from '../template/plan-site.ts';

type Headers = Readonly<Record<string, string | readonly string[]>>;

export function addHeaders(
  own: Headers,
  policy: readonly Header[],
): Record<string, string | string[]> {
  const all: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(own)) {
    all[name] = typeof value === 'string' ? value : [...value];
  }
  for (const { name, value, overrides } of policy) {
    if (overrides || all[name] === undefined) all[name] = value;
  }
  return all;
}
