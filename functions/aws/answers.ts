/** Answers as the gateway wants them: JSON, and problems for what was refused. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Refusal } from '../../shared/api/problem.ts';

const common = { 'x-content-type-options': 'nosniff', vary: 'origin' };

/** A call that succeeded: JSON, or text of a type of its own. */
export function success(
  options: {
    readonly status?: number;
    readonly cacheSeconds?: number;
    readonly contentType?: string;
  },
  answer: unknown,
): APIGatewayProxyStructuredResultV2 {
  const { status = 200, cacheSeconds, contentType } = options;
  return {
    statusCode: status,
    headers: {
      ...common,
      'content-type': contentType ?? 'application/json; charset=utf-8',
      'cache-control': cacheSeconds
        ? `public, max-age=${cacheSeconds}`
        : contentType
          ? 'private, no-store'
          : 'no-store',
    },
    body: contentType ? String(answer) : JSON.stringify(answer),
  };
}

const titles: Readonly<Record<number, string>> = {
  400: 'Not JSON',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Refused',
  410: 'Withdrawn',
  413: 'Too large',
  422: 'Not valid',
  500: 'Internal error',
};

/** A refusal, RFC 9457. */
export function problem({ status, ...rest }: Refusal): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: status,
    headers: {
      ...common,
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
    },
    body: JSON.stringify({ type: 'about:blank', title: titles[status], status, ...rest }),
  };
}
