/** Which institution a penalty or an inspection is about, whether or not the register of institutions has it. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';

/** Unified social credit code, GB 32100-2015: 18 characters without I, O, S, V, Z. */
export const Uscc = v.pipe(v.string(), v.trim(), v.regex(/^[0-9A-HJ-NP-RTUWXY]{18}$/, 'INVALID'));

export interface NamedInstitution {
  readonly id: string;
  readonly name: string;
  readonly uscc?: string;
  /** Where it stands: street or town, nine digits. */
  readonly streetCode?: string;
}

/** The credit code identifies an institution; without one, its name does, as a short digest that is fit for an address. */
export function institutionOf(given: {
  readonly name: string;
  readonly uscc?: string | undefined;
  readonly streetCode?: string | undefined;
}) {
  const { name, uscc, streetCode } = given;
  const id = uscc ?? `n-${bytesToHex(sha256(utf8ToBytes(name))).slice(0, 16)}`;
  return {
    ...{ id, name },
    ...(uscc && { uscc }),
    ...(streetCode && { streetCode }),
  } satisfies NamedInstitution;
}
