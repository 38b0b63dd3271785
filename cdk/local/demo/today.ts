/** The day of the demonstration. */
import { dateInShanghai, instantOf } from '../../../shared/time.ts';

export const today = () => dateInShanghai(instantOf(Date.now()));
