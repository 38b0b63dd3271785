/** Offers the institutions of the register while a name is typed; whoever picks one sends its number. */
import type { ScriptWords } from '#lib/report/script-words.ts';
import { find } from '#lib/report/script/find.ts';

interface Institution {
  readonly id: string;
  readonly name: string;
  readonly uscc?: string;
}

const PAUSE_MS = 250;
const FEWEST_CHARACTERS = 2;

export function startInstitutions(form: HTMLFormElement, words: ScriptWords): void {
  const field = find<HTMLInputElement>(form, '#institutionName');
  const id = find<HTMLInputElement>(form, '[name=institutionId]');
  const known = find(form, '#institution-known');
  const list = document.createElement('datalist');
  list.id = 'institutions';
  field.after(list);
  field.setAttribute('list', list.id);
  let offered: readonly Institution[] = [];
  let pause: ReturnType<typeof setTimeout> | undefined;

  /** Two of one name cannot be told apart by it: then the name goes, and no number. */
  function recognise(): void {
    const same = offered.filter(({ name }) => name === field.value.trim());
    const [one] = same.length === 1 ? same : [];
    id.value = one?.id ?? '';
    known.textContent = one ? words.known.replace('{}', one.uscc ?? one.name) : '';
  }

  async function offer(): Promise<void> {
    const typed = field.value.trim();
    if (typed.length < FEWEST_CHARACTERS) return;
    const answer = await fetch(`/api/institutions?${new URLSearchParams({ q: typed })}`);
    if (!answer.ok) return;
    ({ institutions: offered } = (await answer.json()) as { institutions: readonly Institution[] }); // the contract of a 200
    list.replaceChildren(
      ...offered.map(({ name, uscc }) => {
        const option = document.createElement('option');
        option.value = name;
        if (uscc) option.label = uscc;
        return option;
      }),
    );
    recognise();
  }

  field.addEventListener('input', () => {
    recognise();
    clearTimeout(pause);
    // Without the list the name is typed in full, as it is without script.
    pause = setTimeout(() => void offer().catch(() => undefined), PAUSE_MS);
  });
}
