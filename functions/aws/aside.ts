/** What needs a person, over the states and addressees somebody may see. */
import { asideStates, type AsideState, type OutboxRow } from '../../shared/relay/outbox.ts';
import type { Tables } from '../ports.ts';
import { asideRows } from './outbox-store.ts';

/** @param addressees - all, or these; at most `limit` rows of each state and addressee */
export async function needingAPerson(
  tables: Pick<Tables, 'query'>,
  addressees: readonly string[] | 'all',
  limit: number,
  states: readonly AsideState[] = asideStates,
): Promise<readonly OutboxRow[]> {
  const asked = addressees === 'all' ? [undefined] : addressees;
  const lists = states.flatMap((state) =>
    asked.map((addressee) => asideRows(tables, state, addressee, limit)),
  );
  return (await Promise.all(lists)).flat();
}
