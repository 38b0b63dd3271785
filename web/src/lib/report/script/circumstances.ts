/** Brings forward the circumstances that matter to the kinds of problem chosen or that the text tells of; the others stay within reach. */
import type { ScriptWords } from '#lib/report/script-words.ts';
import { find } from '#lib/report/script/find.ts';

/** @param offered - what the text suggests */
export function arrangeCircumstances(
  form: HTMLFormElement,
  { asks }: ScriptWords,
  offered: readonly string[],
): void {
  const chosen = [...form.querySelectorAll<HTMLInputElement>('[name=categories]:checked')];
  const asked = new Set([...chosen.flatMap(({ value }) => asks[value] ?? []), ...offered]);
  const front = find(form, '#asked');
  const others = find(form, '#others');
  for (const box of form.querySelectorAll<HTMLInputElement>(
    '#asked [name=circumstances], #others [name=circumstances]',
  )) {
    const entry = box.closest('li');
    if (entry) find(asked.has(box.value) ? front : others, 'ul').append(entry);
  }
  front.hidden = !front.querySelector('li');
}
