/** Searches in the browser, on the files of the index alone: while one types, without another page, and while every function is away. */
import { facets, type Facet } from '../../../../shared/search/facets.ts';
import { parseQuery, printQuery, type SearchQuery } from '../../../../shared/search/query.ts';
import { searchEitherScript } from '../../../../shared/search/either-script.ts';
import type { Fetch } from '../../../../shared/search/reading.ts';
import { show, type Words } from '#lib/search/show.ts';

const PAUSE_MS = 350;

const index: Fetch = async (path, anew) => {
  const answer = await fetch(path, anew ? { cache: 'reload' } : {});
  return answer.ok ? ((await answer.json()) as unknown) : undefined;
};

/** Its table is as large as all the rest of the words here: who writes simplified characters never fetches it. */
const simplify = async (text: string): Promise<string> =>
  (await import('../../../../shared/search/traditional.ts')).simplified(text);

function start(place: HTMLElement, form: HTMLFormElement): void {
  const words = JSON.parse(place.dataset['words'] ?? '{}') as Words; // written by the page itself
  const counted = new Set<Facet>(['kind', 'department', 'year']);
  let asking = 0;
  let waiting = 0;

  async function ask(query: SearchQuery, keep: 'push' | 'replace' | 'leave'): Promise<void> {
    clearTimeout(waiting);
    const own = ++asking;
    const parameters = new URLSearchParams(printQuery(query)).toString();
    const address = parameters ? `${location.pathname}?${parameters}` : location.pathname;
    if (keep === 'push') history.pushState(null, '', address);
    if (keep === 'replace') history.replaceState(null, '', address);
    if (query.of) return show(place, form, words, query, undefined); // its list is a function's, which is away
    try {
      const result = await searchEitherScript(query, simplify, index, { counted: [...counted] });
      if (own === asking) show(place, form, words, query, result);
    } catch {
      if (own === asking) show(place, form, words, query, undefined);
    }
  }

  const asWritten = (): SearchQuery => {
    const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    return parseQuery(Object.fromEntries(fields));
  };
  const ofAddress = (address: string): SearchQuery =>
    parseQuery(Object.fromEntries(new URL(address).searchParams));

  function askSoon(): void {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void ask(asWritten(), 'replace'), PAUSE_MS);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask(asWritten(), 'push');
  });
  form.addEventListener('input', (event) => {
    if (event.target instanceof HTMLSelectElement) void ask(asWritten(), 'push');
    else if (event instanceof InputEvent && event.isComposing) clearTimeout(waiting);
    else askSoon();
  });
  // What is typed letter by letter is a word only when the characters are chosen.
  form.addEventListener('compositionend', askSoon);
  // The numbers of some filters cost more: they come when somebody looks there.
  form.addEventListener('focusin', ({ target }) => {
    const facet = facets.find((one) => target instanceof HTMLSelectElement && one === target.name);
    if (!facet || counted.has(facet)) return;
    counted.add(facet);
    void ask(ofAddress(location.href), 'leave');
  });
  place.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isOurs = link?.closest('#pills, #pages, #suggestions, .examples');
    if (!link || !isOurs || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const query = ofAddress(link.href);
    void ask(query, 'push').then(() => {
      if (link.closest('#pages')) place.querySelector('#count')?.scrollIntoView();
    });
  });
  addEventListener('popstate', () => void ask(ofAddress(location.href), 'leave'));
  // The stored page, or one whose function had no answer: the address says what was asked.
  const isUnanswered = place.querySelector<HTMLElement>('#failure')?.hidden === false;
  if (place.dataset['stored'] !== undefined || isUnanswered) {
    void ask(ofAddress(location.href), 'leave');
  }
}

const place = document.querySelector<HTMLElement>('#search');
const form = place?.querySelector('form');
if (place && form) start(place, form);
