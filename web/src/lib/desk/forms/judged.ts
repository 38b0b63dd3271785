/** A form of the desk is judged by the schema of the API before anything is sent. */
import * as v from 'valibot';
import type { FieldError } from '../../../../../shared/api/problem.ts';
import { err, ok, type Result } from '../../../../../shared/result.ts';

/** The same judgement, in the same codes, as the API's. */
export function judged<T>(
  schema: v.GenericSchema<unknown, T>,
  body: unknown,
): Result<T, readonly FieldError[]> {
  const outcome = v.safeParse(schema, body);
  if (outcome.success) return ok(outcome.output);
  return err(
    outcome.issues.map((issue) => ({
      field: v.getDotPath(issue) ?? '',
      code: /^[A-Z_]+$/.test(issue.message) ? issue.message : codeOf(issue),
    })),
  );
}

const codeOf = (issue: v.BaseIssue<unknown>): string =>
  issue.received === 'undefined' ? 'REQUIRED' : 'INVALID';
