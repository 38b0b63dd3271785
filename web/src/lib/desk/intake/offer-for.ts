/** Asks what a text is about; a call that fails offers nothing, for the clerk knows the list. */
import type { Offer } from '#lib/report/offer.ts';

export async function offerFor(text: string): Promise<Offer | undefined> {
  if (text === '') return undefined;
  try {
    const answer = await fetch('/api/categories/suggest', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    });
    return answer.ok ? ((await answer.json()) as Offer) : undefined; // the contract of a 200
  } catch {
    return undefined;
  }
}
