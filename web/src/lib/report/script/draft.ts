/** A draft on this device: only when the person asks for it, never with who he is, gone when he says so or has sent it. */
import { readForm } from '#lib/report/complaint-form.ts';
import type { ScriptWords } from '#lib/report/script-words.ts';
import { find } from '#lib/report/script/find.ts';

const KEY = 'mingcha-draft';

/** Nothing of who reports, and no receipt code. */
const KEPT = [
  'categories',
  'circumstances',
  'institutionId',
  'institutionName',
  'nameUnknown',
  'institutionStreet',
  'institutionAddress',
  'placeDescription',
  'facts',
  'otherWay',
  'accused',
  'accusation',
  'occurredOn',
  'demand',
] as const;

/** @returns what forgets the draft */
export function startDraft(form: HTMLFormElement, words: ScriptWords): () => void {
  const said = find(document, '#draft-said');
  const found = find<HTMLTemplateElement>(document, '#draft-found').content.firstElementChild;

  function forget(): void {
    found?.remove();
    try {
      localStorage.removeItem(KEY);
    } catch {
      // a browser that stores nothing has nothing to forget
    }
  }

  function save(): void {
    const entered = readForm(new FormData(form));
    const kept = Object.fromEntries(KEPT.map((name) => [name, entered[name]]));
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
      said.textContent = words.draftSaved;
    } catch {
      said.textContent = words.draftRefused;
    }
  }

  function erase(): void {
    forget();
    said.textContent = words.draftErased;
  }

  find(document, '#draft').hidden = false;
  find(document, '#draft-save').addEventListener('click', save);
  find(document, '#draft-erase').addEventListener('click', erase);
  const kept = stored();
  if (kept && found) {
    form.before(found);
    find(found, '[data-draft=continue]').addEventListener('click', () => {
      fill(form, kept);
      found.remove();
    });
    find(found, '[data-draft=erase]').addEventListener('click', erase);
  }
  return forget;
}

type Draft = Readonly<Record<string, unknown>>;

function stored(): Draft | undefined {
  try {
    const text = localStorage.getItem(KEY);
    return text ? (Object(JSON.parse(text)) as Draft) : undefined; // read field by field below
  } catch {
    return undefined;
  }
}

function fill(form: HTMLFormElement, draft: Draft): void {
  for (const [name, value] of Object.entries(draft))
    for (const field of form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === 'radio') field.checked = field.value === value;
      else if (field.type !== 'checkbox') field.value = String(value);
      else field.checked = Array.isArray(value) ? value.includes(field.value) : value === true;
      if (field.checked) field.closest('details')?.setAttribute('open', '');
    }
}
