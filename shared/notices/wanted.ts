/** How a citizen wants to hear of news: what stands beside a case, so that who changes it knows whether to tell. */
import type { Contact } from './notice.ts';

export interface NewsWanted {
  /** A feed is open. */
  readonly feed?: true;
  /** A contact is kept; where it leads stands in the vault alone. */
  readonly contact?: Contact['kind'];
}
