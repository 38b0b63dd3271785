/** Sends the complaint. Who reports is sealed in this browser where it can; without a name none leaves it at all. */
import { identityOf, readForm, textOf, type Envelopes } from '#lib/report/complaint-form.ts';
import type { ScriptWords } from '#lib/report/script-words.ts';
import { find } from '#lib/report/script/find.ts';
import type { Recipients } from '#lib/report/script/seal.ts';
import { post } from '#lib/report/script/post.ts';
import { problemsIn, type Shown } from '#lib/report/script/problems.ts';

type Outcome = { readonly page: Document } | { readonly problems: readonly Shown[] };

const identityFields = ['personName', 'phone', 'personAddress'];

/** After a failure to seal here the server seals, as it does for browsers that cannot. */
let canSeal = typeof globalThis.crypto?.subtle === 'object';

/**
 * What was sealed, by everything that went into it. Sealing is different each time, and a second try with the same key has
 * to be the same: only so a lost answer is not filed twice.
 */
const sealed = new Map<string, Envelopes>();

export async function send(form: HTMLFormElement, words: ScriptWords): Promise<Outcome> {
  try {
    let { page } = await post(form, await contentOf(form));
    const recipients = recipientsIn(page);
    if (recipients) ({ page } = await post(form, await contentOf(form, recipients)));
    if (page.querySelector('.receipt')) return { page };
    const key = page.querySelector<HTMLInputElement>('[name=idempotencyKey]')?.value;
    if (key) find<HTMLInputElement>(form, '[name=idempotencyKey]').value = key;
    const problems = problemsIn(page);
    return { problems: problems.length > 0 ? problems : [{ text: words.unavailable }] };
  } catch (error) {
    return {
      problems: [{ text: error instanceof NotSealed ? words.notSealed : words.unavailable }],
    };
  }
}

/** The server names them when the browser sealed for others than it would have. */
function recipientsIn(page: Document): Recipients | undefined {
  const { recipients, separate } = page.querySelector<HTMLElement>('form.report')?.dataset ?? {};
  return recipients
    ? { first: recipients.split(' '), ...(separate && { second: separate.split(' ') }) }
    : undefined;
}

async function contentOf(form: HTMLFormElement, recipients?: Recipients): Promise<FormData> {
  const content = new FormData(form);
  const entered = readForm(content);
  if (entered.named && !canSeal) return content;
  for (const field of identityFields) content.delete(field);
  if (!entered.named) return content;
  const identity = identityOf(entered);
  const binding = textOf(content, 'idempotencyKey');
  const { categories, accused } = entered;
  const from = JSON.stringify([identity, categories, accused, recipients, binding]);
  let envelopes = sealed.get(from);
  if (!envelopes) {
    try {
      const { recipientsOf, sealFor } = await import('#lib/report/script/seal.ts');
      const all = recipients ?? recipientsOf(categories, accused);
      envelopes = await sealFor(all, identity, binding);
    } catch {
      canSeal = false;
      throw new NotSealed();
    }
    sealed.set(from, envelopes);
  }
  content.set('sealedIdentity', JSON.stringify(envelopes.sealedIdentity));
  if (envelopes.sealedForSeparate)
    content.set('sealedForSeparate', JSON.stringify(envelopes.sealedForSeparate));
  return content;
}

class NotSealed extends Error {}
