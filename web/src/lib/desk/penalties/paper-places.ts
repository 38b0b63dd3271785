/** Where on a page the papers of an act stand, and what their fields are called. */
import { m } from '#lib/desk/paraglide/messages.js';
import type { FieldPlace } from '#lib/desk/forms/form-problems.ts';

/** @param id - of the papers on the page */
export const paperPlaces = (id: string): readonly FieldPlace[] =>
  (['kind', 'name', 'pages'] as const).map((part) => ({
    field: `documents.*.${part}`,
    id: `${id}-paper-*-${part}`,
    name: part === 'pages' ? m.penalty_paper_pages : m.penalty_paper_name,
  }));

export const isPaperProblem = (field: string): boolean => field.startsWith('documents');
