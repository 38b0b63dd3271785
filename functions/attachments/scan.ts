/** Looks for viruses: by the one signature that every scanner knows, and where a gateway is named, by asking it as well. */
import type { Scanner } from '../ports.ts';

/** `SCANNER` of a place that has no gateway. */
export const SIGNATURES_ONLY = 'signatures';

/** EICAR's harmless test file, in two halves: this file and its bundle are not to be taken for one. */
const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

const GATEWAY_PATIENCE_MILLISECONDS = 15_000;

/** @param setting - `signatures`, or the address of a gateway (this room's README says what it is asked) */
export function scannerFor(setting: string): Scanner {
  return {
    async isInfected(bytes) {
      if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(EICAR)) return true;
      return setting === SIGNATURES_ONLY ? false : asked(setting, bytes);
    },
  };
}

/** @throws when the gateway does not answer: nothing is taken for clean that nobody looked at */
async function asked(gateway: string, bytes: Uint8Array): Promise<boolean> {
  const answer = await fetch(gateway, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(GATEWAY_PATIENCE_MILLISECONDS),
  });
  const { infected } = Object(await answer.json()) as { readonly infected?: unknown };
  if (!answer.ok || typeof infected !== 'boolean')
    throw new Error(`the antivirus gateway answered ${answer.status}`);
  return infected;
}
