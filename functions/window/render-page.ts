/** GET and POST of the form and search paths: renders them with what the HTTP API answers; touches no table itself. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { respond } from '../../web/build/renderer.js';
import { log, traceOf } from '../aws/log.ts';
import { setting } from '../runtime.ts';

export type Api = (path: string, init?: RequestInit) => Promise<Response>;

export async function renderPage(request: Request, api: Api): Promise<Response> {
  const answer = await respond(request, { api });
  answer.headers.set('cache-control', 'no-store');
  answer.headers.set('referrer-policy', 'no-referrer');
  return answer;
}

export async function handler(
  event: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  const api: Api = (path, init) => fetch(setting('API_ORIGIN') + path, init);
  try {
    const answer = await renderPage(requestOf(event), api);
    return {
      statusCode: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
    };
  } catch (error) {
    const { requestId } = event.requestContext;
    log('error', 'PAGE_FAILED', { requestId, ...traceOf(error) });
    return { statusCode: 500, headers: { 'content-type': 'text/plain' }, body: '500' };
  }
}

function requestOf(event: APIGatewayProxyEventV2): Request {
  const { rawPath, rawQueryString, headers, body, isBase64Encoded, requestContext } = event;
  const query = rawQueryString ? `?${rawQueryString}` : '';
  const { method } = requestContext.http;
  const given = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  return new Request(setting('SITE_ORIGIN') + rawPath + query, {
    method,
    headers: given,
    ...(method === 'POST' && {
      body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
    }),
  });
}
