/** The staff list of a department: whoever has signed in to the desk, so that work can be given to them. */
import * as v from 'valibot';
import type { Assignee } from '../complaints/case-file.ts';
import type { Instant } from '../time.ts';

/** The token says it all. */
export const SignInRequest = v.strictObject({});
export type SignInRequest = v.InferOutput<typeof SignInRequest>;

export interface StaffMember extends Assignee {
  readonly roles: readonly string[];
  readonly lastSignInAt: Instant;
}
