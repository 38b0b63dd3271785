/** Gives a record its places in the lists it stands in, and takes back those it left: what one publication writes into lists. */
import { pageOfPlace } from '../../shared/disclosure/lists.ts';
import {
  listHeadWrite,
  placeGone,
  placeWrite,
  type ListHead,
  type Places,
} from '../aws/disclosure-store.ts';
import type { Write } from '../ports.ts';

interface Wish {
  /** Paths of the lists it is to stand in. */
  readonly lists: readonly string[];
  /** What the lists show of it. */
  readonly entry: object;
}

/**
 * @param before - the places it has
 * @param wish - absent: it leaves every list
 * @param headOf - as each list stands
 */
export function placed(
  before: Places,
  wish: Wish | undefined,
  headOf: (list: string) => ListHead,
): { readonly places: Places; readonly writes: readonly Write[] } {
  const wanted = wish?.lists ?? [];
  const places: Record<string, number> = {};
  const writes: Write[] = [];
  for (const list of new Set([...wanted, ...Object.keys(before)])) {
    const head = headOf(list);
    const old = before[list];
    const stays = wish && wanted.includes(list);
    const place = old ?? head.placed + 1;
    const page = pageOfPlace(place);
    if (stays) places[list] = place;
    writes.push(stays ? placeWrite(list, place, page, wish.entry) : placeGone(list, place, page));
    if (stays && old !== undefined) continue;
    const total = head.total + (stays ? 1 : -1);
    const filled = Math.max(head.placed, place);
    writes.push(listHeadWrite(list, { placed: filled, total, version: head.version + 1 }));
  }
  return { places, writes };
}
