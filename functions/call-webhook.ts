/** One HTTP call to a department's own system: ten seconds, no redirect followed, the answer's body unread. */
import { lookup, type LookupAddress } from 'node:dns';
import { request as inTheClear } from 'node:http';
import { request as encrypted } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from '../shared/departments/webhook-address.ts';

const PATIENCE_MS = 10_000;

/** Why nothing was delivered: `HTTP_503`, or a word. */
export type CallFailure =
  `HTTP_${number}` | 'TIMEOUT' | 'NOT_PUBLIC' | 'CERTIFICATE_REFUSED' | 'UNREACHABLE';

/** @returns undefined when the other side has taken it (2xx) */
export function callWebhook(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  patienceMs = PATIENCE_MS,
): Promise<CallFailure | undefined> {
  const signal = AbortSignal.timeout(patienceMs);
  // Plain HTTP passes the rule of addresses only to this very machine.
  const open = url.startsWith('http:') ? inTheClear : encrypted;
  const lookup = url.startsWith('http:') ? undefined : publicOnly;
  return new Promise((resolve) => {
    const options = { method: 'POST', headers, signal, agent: false, ...(lookup && { lookup }) };
    const call = open(url, options, (response) => {
      const status = response.statusCode ?? 0;
      response.destroy();
      resolve(status >= 200 && status < 300 ? undefined : `HTTP_${status}`);
    });
    call.on('error', (error) => resolve(signal.aborted ? 'TIMEOUT' : failureOf(error)));
    call.end(body);
  });
}

function failureOf(error: Error): CallFailure {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'NOT_PUBLIC') return 'NOT_PUBLIC';
  return /CERT|TLS|SSL|SIGNATURE/.test(code) ? 'CERTIFICATE_REFUSED' : 'UNREACHABLE';
}

/** A name may be public and yet lead inside: the addresses that are called are the ones that were looked at. */
const publicOnly: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const reachable = error ? [] : found.filter(({ address }) => isPublicAddress(address));
    const [first] = reachable;
    if (error) done(error, []);
    else if (!first) done(Object.assign(new Error('not public'), { code: 'NOT_PUBLIC' }), []);
    else if (options.all) done(null, reachable);
    else done(null, first.address, first.family);
  });
};
