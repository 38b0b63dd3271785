/** Shows a result in the page of the search, as the function would have written it. */
import { institutionPath, localeOf, localPath } from '../../../../shared/disclosure/pages.ts';
import { summaryOf, type RecordSummary } from '../../../../shared/disclosure/record.ts';
import { facets } from '../../../../shared/search/facets.ts';
import { MOST_EXPORTED, printQuery, type SearchQuery } from '../../../../shared/search/query.ts';
import type { EitherScript } from '../../../../shared/search/either-script.ts';
import { penaltiesWithMoney } from '#lib/penalties-with-money.ts';
import { institutionsAmong } from '#lib/search/institutions-among.ts';
import { suggestedFacets, suggestedFilters } from '#lib/search/suggested-filters.ts';

/** Texts of the page; `~` and `#` stand for what is put in. */
export type Words = Readonly<
  Record<
    | ('exact' | 'most' | 'option' | 'pill' | 'query' | 'remove' | 'clear' | 'pages' | 'previous')
    | ('institutions' | 'allInstitutions')
    | ('next' | 'page' | 'failed' | 'penalty' | 'inspection' | 'pills')
    | ('title' | 'titleFor' | 'address' | 'suggest'),
    string
  >
>;

/** @param result - undefined when the index could not be read */
export function show(
  place: HTMLElement,
  form: HTMLFormElement,
  words: Words,
  query: SearchQuery,
  result: EitherScript | undefined,
): void {
  const part = (id: string) => place.querySelector<HTMLElement>(`#${id}`) ?? place;
  const locale = localeOf(location.pathname);
  const address = (change: Partial<SearchQuery>) =>
    addressOf(location.pathname, { ...query, page: 1, ...change });

  const field = form.querySelector<HTMLInputElement>('[name=q]');
  if (field && field.value.trim() !== query.q) field.value = query.q;
  for (const facet of facets) {
    const select = form.querySelector<HTMLSelectElement>(`[name=${facet}]`);
    if (select) fillSelect(select, query.filters[facet] ?? '', result?.counts[facet]);
  }
  showTitle();
  part('pills').replaceChildren(...pills());
  showInstitutions();
  showSuggestions();
  part('most-exported').hidden = (result?.total ?? 0) <= MOST_EXPORTED;
  part('failure').hidden = Boolean(result);
  part('none').hidden = !result || result.records.length > 0;
  part('found').hidden = !result || result.records.length === 0;
  const number = element(
    'strong',
    result
      ? (result.exact ? words.exact : words.most).replace('#', String(result.total))
      : words.failed,
  );
  part('count').replaceChildren(number);
  const template = place.querySelector<HTMLTemplateElement>('#found-row');
  part('found')
    .querySelector('tbody')
    ?.replaceChildren(...(result?.records ?? []).flatMap((record) => row(summaryOf(record))));
  part('pages').replaceChildren(...pages(result?.pages ?? 0));
  for (const link of part('forms').querySelectorAll('a')) {
    link.href = addressOf(
      link.dataset['path'] ?? '',
      link === link.parentElement?.firstElementChild ? query : { ...query, page: 1 },
    );
  }

  /** What is printed, kept and written into the history is this question, not the one the page came with. */
  function showTitle(): void {
    const heading = document.querySelector('h1');
    const before = heading?.textContent ?? '';
    const now = query.q ? words.titleFor.replace('#', () => query.q) : words.title;
    document.title = document.title.replace(before, () => now);
    if (heading) heading.textContent = now;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.tools a[hreflang]'))
      link.search = location.search;
    const from = document.querySelector<HTMLInputElement>('[name=from]');
    if (from) from.value = location.pathname + location.search;
    const printed = document.querySelector('.site-footer .print-only');
    if (printed) printed.textContent = words.address.replace('#', () => location.href);
  }

  function showSuggestions(): void {
    const all = suggestedFacets.flatMap((facet) =>
      [...form.querySelectorAll<HTMLOptionElement>(`[name=${facet}] option[data-text]`)].map(
        ({ value, dataset: { text = '', official } }) => ({
          ...{ facet, value },
          names: official === undefined ? [text] : [text, official],
        }),
      ),
    );
    const asked = { ...query, q: result?.simplified ?? query.q };
    const suggestions = suggestedFilters(asked, result?.total ?? Infinity, all);
    part('suggestions').hidden = suggestions.length === 0;
    part('suggestions').replaceChildren(
      ...suggestions.flatMap(({ facet, names: [text = ''], query: own }) => [
        anchor(
          words.suggest.replace('~', labelOf(facet)).replace('#', () => text),
          addressOf(location.pathname, own),
        ),
        ' ',
      ]),
    );
  }

  function labelOf(facet: string): string {
    return form.querySelector(`label[for=facet-${facet}]`)?.textContent ?? '';
  }

  function showInstitutions(): void {
    const { q } = query;
    const { records = [], total = 0 } = result ?? {};
    const named = institutionsAmong(records, result?.simplified ?? q);
    const mayBeMore = q !== '' && total > records.length;
    const links = named.map(({ id, name }) => {
      const link = anchor(name, localPath(institutionPath(id), locale));
      link.lang = 'zh-CN';
      return link;
    });
    part('institutions').hidden = links.length === 0 && !mayBeMore;
    part('institutions')
      .querySelector('span')
      ?.replaceChildren(
        ...(links.length > 0 ? [words.institutions] : []),
        ...links.flatMap((link, nth) => (nth > 0 ? [' · ', link] : [link])),
        ...(links.length > 0 ? [element('br')] : []),
      );
    const all = part('institutions').querySelector<HTMLAnchorElement>('#all-institutions');
    if (!all) return;
    all.hidden = !mayBeMore;
    all.textContent = words.allInstitutions.replace('#', () => q);
    all.href = addressOf(location.pathname, { q, filters: {}, of: 'institutions', page: 1 });
  }

  function fillSelect(
    select: HTMLSelectElement,
    chosen: string,
    counts: Readonly<Record<string, number>> | undefined,
  ): void {
    for (const value of Object.keys(counts ?? {})
      .sort()
      .reverse()) {
      if ([...select.options].some((option) => option.value === value)) continue;
      const option = element('option', value);
      option.value = value;
      option.dataset['text'] = value;
      select.append(option);
    }
    for (const option of select.options) {
      const text = option.dataset['text'];
      if (text === undefined) continue;
      const count = counts?.[option.value] ?? 0;
      option.textContent = counts
        ? words.option.replace('~', text).replace('#', String(count))
        : text;
      option.hidden = Boolean(counts) && count === 0 && option.value !== chosen;
    }
    select.value = chosen;
  }

  function textOf(facet: string, value: string): string {
    const option = form.querySelector<HTMLOptionElement>(
      `[name=${facet}] option[value="${CSS.escape(value)}"]`,
    );
    return option?.dataset['text'] ?? value;
  }

  function row(record: RecordSummary): Node[] {
    const copy = template?.content.cloneNode(true);
    if (!(copy instanceof DocumentFragment)) return [];
    const [date, kind, , outcome, department] = copy.querySelector('tr')?.children ?? [];
    const link = copy.querySelector('a');
    if (date) date.textContent = record.publishedOn;
    if (kind) kind.textContent = words[record.kind];
    if (link) {
      link.textContent = record.title;
      link.href = localPath(record.path, locale);
    }
    outcome?.append(record.result ? signOf(`found-${record.result}`) : penaltiesOf(record));
    if (department) department.textContent = textOf('department', record.department);
    return [copy];
  }

  /** A copy of a sign that the page brings. */
  function signOf(id: string): Node {
    const sign = place.querySelector<HTMLTemplateElement>(`template#${id}`);
    return sign?.content.cloneNode(true) ?? new Text();
  }

  function penaltiesOf(record: RecordSummary): Node {
    const line = element('span');
    line.className = 'outcome';
    for (const [nth, { kind, fen }] of penaltiesWithMoney(record).entries()) {
      if (nth > 0) line.append(locale === 'zh' ? '、' : ', ');
      line.append(textOf('penaltyKind', kind));
      if (fen === undefined) continue;
      const amount = element('span', `¥${yuan(fen)}`);
      amount.className = 'amount';
      line.append(' ', amount);
    }
    return line;
  }

  function pills(): Node[] {
    const all: [string, SearchQuery][] = [];
    if (query.q) all.push([words.query.replace('#', () => query.q), { ...query, q: '' }]);
    for (const facet of facets) {
      const value = query.filters[facet];
      if (value === undefined) continue;
      const { [facet]: _, ...filters } = query.filters;
      const text = words.pill.replace('~', labelOf(facet)).replace('#', textOf(facet, value));
      all.push([text, { ...query, filters }]);
    }
    if (query.institution) {
      const { institution, ...others } = query;
      const name = result?.records[0]?.institution?.name ?? institution;
      all.push([name, others]);
    }
    if (all.length === 0) return [];
    const list = element('ul');
    list.className = 'pills';
    list.setAttribute('aria-label', words.pills);
    for (const [text, left] of all) {
      const link = anchor(text, addressOf(location.pathname, { ...left, page: 1 }));
      link.append(signOf('pill-sign'));
      link.className = 'pill';
      link.setAttribute(
        'aria-label',
        words.remove.replace('#', () => text),
      );
      list.append(item(link));
    }
    const clear = anchor(words.clear, location.pathname);
    clear.className = 'clear';
    list.append(item(clear));
    return [list];
  }

  function pages(total: number): Node[] {
    if (total < 2) return [];
    const page = result?.page ?? query.page;
    const list = element('ul');
    const add = (number: number, text: string, label?: string) => {
      const link = anchor(text, address({ page: number }));
      if (label) link.setAttribute('aria-label', label);
      if (label && number === page) link.setAttribute('aria-current', 'page');
      list.append(item(link));
    };
    if (page > 1) add(page - 1, words.previous);
    let last = 0;
    for (let number = 1; number <= total; number++) {
      if (number > 1 && number < total && Math.abs(number - page) > 2) continue;
      if (number - last > 1) list.append(item('…'));
      add(number, String(number), words.page.replace('0', String(number)));
      last = number;
    }
    if (page < total) add(page + 1, words.next);
    const nav = element('nav');
    nav.className = 'pages';
    nav.setAttribute('aria-label', words.pages);
    nav.append(list);
    return [nav];
  }
}

function addressOf(path: string, query: SearchQuery): string {
  const parameters = new URLSearchParams(printQuery(query)).toString();
  return parameters ? `${path}?${parameters}` : path;
}

const yuan = (fen: number): string =>
  (fen / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function anchor(text: string, address: string): HTMLAnchorElement {
  const link = element('a', text);
  link.href = address;
  return link;
}

function item(content: Node | string): HTMLLIElement {
  const entry = element('li');
  entry.append(content);
  return entry;
}
