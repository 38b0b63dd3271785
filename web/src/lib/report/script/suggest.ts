/** Asks what a text is about and offers the kinds of problem it names. Nothing is ticked: the citizen decides. */
import { find } from '#lib/report/script/find.ts';
import { MOST_OFFERED, type Offer } from '#lib/report/offer.ts';

export interface Suggesting {
  /** Asks when the text is another than before. */
  readonly ask: () => void;
  readonly circumstances: () => readonly string[];
}

/** @param because - how the words that speak for a kind are introduced */
export function startSuggesting(form: HTMLFormElement, because: string): Suggesting {
  const facts = find<HTMLTextAreaElement>(form, '#facts');
  const front = find(form, '#suggested');
  const lists = [...form.querySelectorAll<HTMLElement>('#groups ul')].map((list) => ({
    list,
    entries: [...list.children],
  }));
  const notices = [...form.querySelectorAll<HTMLElement>('[data-notice]')];
  let asked = '';
  let offer: Offer | undefined;

  async function fetchOffer(text: string): Promise<void> {
    const answer = await fetch('/api/categories/suggest', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const found = (await answer.json()) as Offer; // the contract of a 200
    if (text === asked) show(found);
  }

  function show(found: Offer): void {
    offer = found;
    putBack();
    const entries = found.categories.slice(0, MOST_OFFERED).flatMap(({ code, because: words }) => {
      const box = form.querySelector(`#groups [name=categories][value="${CSS.escape(code)}"]`);
      const entry = box?.closest('li');
      if (entry) tellWhy(entry, words);
      return entry ? [entry] : [];
    });
    find(front, 'ul').append(...entries);
    front.hidden = entries.length === 0;
    for (const notice of notices) notice.hidden = notice.dataset['notice'] !== found.channel;
    if (notices.some(({ hidden, dataset }) => !hidden && dataset['notice'] !== 'INCOMPLETE'))
      find(form, '#other-ways').setAttribute('open', '');
  }

  function putBack(): void {
    for (const why of front.querySelectorAll('.because')) why.remove();
    for (const { list, entries } of lists) list.append(...entries);
  }

  function tellWhy(entry: Element, words: readonly string[]): void {
    if (words.length === 0) return;
    const why = document.createElement('span');
    why.className = 'hint because';
    const said = document.createElement('span');
    said.lang = 'zh-CN';
    said.textContent = words.join('、');
    why.append(because, said);
    find(entry, 'label > span').append(why);
  }

  return {
    ask() {
      const text = facts.value.trim();
      if (text === asked || text === '') return;
      asked = text;
      // Without an answer the whole list stands, as it does without script.
      void fetchOffer(text).catch(() => (asked = ''));
    },
    circumstances: () => offer?.circumstances ?? [],
  };
}
