/** Lists what was entered, each with a way back to its step. */
import { ACCUSATION } from '#lib/report/complaint-form.ts';
import { nameOf } from '#lib/report/file-kinds.ts';
import type { ScriptWords } from '#lib/report/script-words.ts';
import { find } from '#lib/report/script/find.ts';

export function fillAnswers(form: HTMLFormElement, words: ScriptWords): void {
  const sections = [...form.querySelectorAll<HTMLElement>('[data-step]')].slice(0, -1);
  find(form, '.answers').replaceChildren(
    ...sections.map((section) => {
      const question = wordsOf(find(section, 'h2'));
      const answers = answersIn(section);
      const row = document.createElement('div');
      const term = document.createElement('dt');
      term.textContent = question;
      const values = (answers.length > 0 ? answers : [words.nothing]).map((text) => {
        const value = document.createElement('dd');
        value.textContent = text;
        return value;
      });
      const change = document.createElement('a');
      change.href = `#${find(section, 'fieldset').id}`;
      change.dataset['change'] = '';
      const about = document.createElement('span');
      about.className = 'unseen';
      about.textContent = ` ${question}`;
      change.append(words.change, about);
      const last = document.createElement('dd');
      last.append(change);
      row.append(term, ...values, last);
      return row;
    }),
  );
}

/** What is sent: the name of an institution that is not known is not, nor that of an anonymous person. */
const answersIn = (section: HTMLElement): readonly string[] =>
  [...section.querySelectorAll<HTMLElement>('input, select, textarea')].flatMap((field) =>
    isAsked(field) ? answerOf(field).map((answer) => named(field, answer)) : [],
  );

/** What stands apart within its step says which question it answers. */
function named(field: HTMLElement, answer: string): string {
  const label = field.matches('.if-accusation *, #earlierReceiptCode')
    ? field.closest('.field')?.querySelector('label')
    : undefined;
  return label ? `${wordsOf(label)}\n${answer}` : answer;
}

/** The section itself is hidden while the answers are read, so only what lies within it counts. */
const isAsked = (field: HTMLElement): boolean => {
  const form = field.closest('form');
  const isTicked = (id: string) =>
    form?.querySelector<HTMLInputElement>(`#${id}`)?.checked ?? false;
  if (field.closest('.person')) return isTicked('named');
  if (field.closest('.if-known')) return !isTicked('nameUnknown');
  if (field.closest('.if-accusation'))
    return form?.querySelector(`[name=categories][value=${ACCUSATION}]:checked`) !== null;
  return true;
};

function answerOf(field: HTMLElement): readonly string[] {
  if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) {
    const label = field.closest('label')?.querySelector('strong') ?? field.closest('label');
    return field.checked && field.value && label ? [wordsOf(label)] : [];
  }
  if (field instanceof HTMLSelectElement)
    return field.value ? [wordsOf(field.selectedOptions[0])] : [];
  const { name, type, value } = field as HTMLInputElement | HTMLTextAreaElement; // what is left of the three
  if (name === 'attachments') return [nameOf(value)];
  return type !== 'hidden' && value.trim() ? [value.trim()] : [];
}

/** Without what only says that something is required. */
function wordsOf(element: Element | undefined): string {
  const copy = element?.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const aside of copy.querySelectorAll('small, .because')) aside.remove();
  return copy.textContent.trim();
}
