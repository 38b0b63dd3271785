/** What the API answers about objections. */
import type { Contact } from '../../../../../shared/notices/notice.ts';
import type { ObjectionInList } from '../../../../../shared/objections/list-view.ts';
import type { objectionForDesk } from '../../../../../shared/objections/views.ts';

export interface ObjectionPage {
  readonly objections: readonly ObjectionInList[];
  readonly cursor?: string;
}

/** `contact`: in the answer to its opening alone. */
export type ShownObjection = ReturnType<typeof objectionForDesk> & { readonly contact?: Contact };
