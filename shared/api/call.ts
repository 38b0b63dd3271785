/** What the contract says of one call of the HTTP API. */
import type * as v from 'valibot';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly auth: 'public' | 'staff';
  readonly body?: v.GenericSchema;
  readonly query?: v.GenericSchema & {
    readonly entries: Readonly<Record<string, v.GenericSchema>>;
  };
  /** The status of success. */
  readonly status: 200 | 201;
  /** Refusals beyond 400, 413 and 422, which any body may meet. */
  readonly refusals: readonly number[];
}

export const get = (path: string, summary: string) => ({ method: 'GET', path, summary }) as const;
export const post = (path: string, summary: string) => ({ method: 'POST', path, summary }) as const;
