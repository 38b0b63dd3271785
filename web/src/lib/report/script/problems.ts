/** Says what is wrong: in a summary that takes the focus, with the same words beside each field, and in the title. */
import { find, main } from '#lib/report/script/find.ts';

export interface Shown {
  /** Id of the element to mend; absent when the problem is not with one field. */
  readonly id?: string | undefined;
  readonly text: string;
}

export interface SummaryWords {
  readonly summaryTitle: string;
  readonly summaryIntro: string;
}

export function showProblems(problems: readonly Shown[], words: SummaryWords): void {
  clearProblems();
  for (const { id, text } of problems) if (id) markField(id, text);
  const summary = document.createElement('div');
  summary.className = 'errors';
  summary.tabIndex = -1;
  summary.setAttribute('role', 'alert');
  summary.setAttribute('aria-labelledby', 'errors-title');
  const title = element('h2', words.summaryTitle);
  title.id = 'errors-title';
  const list = document.createElement('ul');
  for (const { id, text } of problems) {
    const entry = document.createElement('li');
    entry.append(id ? Object.assign(element('a', text), { href: `#${id}` }) : text);
    list.append(entry);
  }
  summary.append(title, element('p', words.summaryIntro), list);
  main().prepend(summary);
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ behavior: 'instant' });
}

/** The problems that an answer of the server shows. */
export const problemsIn = (answer: ParentNode): readonly Shown[] =>
  [...answer.querySelectorAll('.errors li')].map((entry) => ({
    id: entry.querySelector('a')?.hash.slice(1),
    text: entry.textContent.trim(),
  }));

export function clearProblems(): void {
  for (const summary of main().querySelectorAll('.errors')) summary.remove();
  for (const beside of main().querySelectorAll('.problem')) {
    const name = beside.id;
    beside.remove();
    for (const field of main().querySelectorAll(`[aria-describedby~="${CSS.escape(name)}"]`)) {
      const others = describedBy(field).filter((id) => id !== name);
      if (others.length > 0) field.setAttribute('aria-describedby', others.join(' '));
      else field.removeAttribute('aria-describedby');
      field.removeAttribute('aria-invalid');
    }
  }
}

/** A radio button stands for its group. */
function markField(id: string, text: string): void {
  const named = document.getElementById(id);
  if (!named) return;
  const isRadio = named instanceof HTMLInputElement && named.type === 'radio';
  const field = (isRadio && named.closest('fieldset')) || named;
  const beside = Object.assign(element('p', text), { id: `${id}-problem`, className: 'problem' });
  if (field.tagName === 'FIELDSET') {
    (field.querySelector(':scope > .hint') ?? find(field, 'legend')).after(beside);
  } else {
    field.before(beside);
    field.setAttribute('aria-invalid', 'true');
  }
  field.setAttribute('aria-describedby', [...describedBy(field), beside.id].join(' '));
}

const describedBy = (field: Element): readonly string[] =>
  (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text: string,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
