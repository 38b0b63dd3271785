/** Finds the route of a request as an HTTP API does: literal segments before `{parameters}`, before `{rest+}`, before `$default`. */
import type { Route } from '../template/plan-site.ts';

export interface Match {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

const GREEDY = /^\{(.+)\+\}$/;
const PARAMETER = /^\{(.+)\}$/;

/** @param path - as it was sent, not decoded */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): Match | undefined {
  const segments = path.split('/').slice(1);
  let best: { readonly match: Match; readonly rank: string } | undefined;
  for (const route of routes) {
    if (route.method !== '$default' && route.method !== method && route.method !== 'ANY') continue;
    const found = matchPath(route, segments);
    if (found && (!best || found.rank < best.rank)) best = found;
  }
  return best?.match;
}

/** A rank sorts better matches first: one digit a segment, 0 literal, 1 parameter, 2 greedy, 3 default. */
function matchPath(
  route: Route,
  segments: readonly string[],
): { readonly match: Match; readonly rank: string } | undefined {
  if (route.method === '$default') return { match: { route, pathParameters: {} }, rank: '3' };
  const parts = route.path.split('/').slice(1);
  const pathParameters: Record<string, string> = {};
  let rank = '';
  for (const [index, part] of parts.entries()) {
    const greedy = GREEDY.exec(part)?.[1];
    const segment = segments[index];
    if (segment === undefined || (segment === '' && part !== '')) return undefined;
    if (greedy !== undefined) {
      pathParameters[greedy] = decode(segments.slice(index).join('/'));
      return { match: { route, pathParameters }, rank: `${rank}2` };
    }
    const parameter = PARAMETER.exec(part)?.[1];
    if (parameter !== undefined) pathParameters[parameter] = decode(segment);
    else if (part !== segment) return undefined;
    rank += parameter === undefined ? '0' : '1';
  }
  const method = route.method === 'ANY' ? '1' : '0';
  return parts.length === segments.length
    ? { match: { route, pathParameters }, rank: rank + method }
    : undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
