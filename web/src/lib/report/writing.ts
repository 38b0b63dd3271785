/** What came of writing to the departments: what was refused comes back as it was. */
import type { HandedIn } from '#lib/report/file-kinds.ts';

export type Writing =
  | { readonly state: 'none' | 'sent' }
  | {
      readonly state: 'refused';
      readonly code: string;
      readonly text: string;
      readonly files: readonly HandedIn[];
      /** In words. */
      readonly fileProblems: readonly string[];
    };
