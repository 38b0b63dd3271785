/** Uploads each chosen file at once, with progress, and lists what was taken; a file that is listed is sent along. */
import { MOST_ATTACHMENTS } from '../../../../../shared/attachments/limits.ts';
import { unfit, type FileProblem } from '#lib/report/file-kinds.ts';
import type { FileWords } from '#lib/report/file-words.ts';
import { find } from '#lib/report/script/find.ts';
import { handIn } from '#lib/report/script/hand-in.ts';

/** @returns why the form should not be sent yet, in words; undefined when it may be */
export function startFiles(form: HTMLFormElement): () => string | undefined {
  const part = form.querySelector<HTMLElement>('.files');
  if (!part) return () => undefined;
  const words = JSON.parse(part.dataset['words'] ?? '{}') as FileWords; // written by the same build
  const input = find<HTMLInputElement>(part, 'input[type=file]');
  const list = find(part, '.chosen');
  const said = find(part, '[role=status]');
  let uploading = 0;

  async function add(file: File): Promise<void> {
    const row = new Row(file.name, words);
    list.append(row.element);
    uploading++;
    const outcome = await handIn(file, (percent) => row.reached(percent)).catch(
      (): FileProblem => 'FAILED',
    );
    uploading--;
    if (typeof outcome === 'string') {
      row.element.remove();
      said.textContent = `${said.textContent} ${words.problems[outcome].replace('{}', file.name)}`;
      said.className = 'problem';
    } else row.finish(outcome.handedIn);
  }

  input.addEventListener('change', () => {
    said.textContent = '';
    const chosen = [...(input.files ?? [])];
    input.value = '';
    for (const file of chosen) {
      const problem = list.children.length >= MOST_ATTACHMENTS ? 'TOO_MANY' : unfit(file);
      if (!problem) void add(file);
      else {
        said.textContent += ` ${words.problems[problem].replace('{}', file.name)}`;
        said.className = 'problem';
      }
    }
  });
  return () => (uploading > 0 ? words.waiting : undefined);
}

class Row {
  readonly element = document.createElement('li');
  readonly progress = document.createElement('progress');
  readonly #words: FileWords;
  readonly #name = document.createElement('strong');
  readonly #state = document.createElement('span');

  constructor(name: string, words: FileWords) {
    this.#words = words;
    this.#name.textContent = name;
    this.#state.className = 'hint';
    this.progress.max = 100;
    this.progress.setAttribute('aria-label', `${words.uploading} ${name}`);
    this.element.append(this.#name, ' ', this.#state, this.progress);
    this.says(words.uploading);
  }

  says(text: string): void {
    this.#state.textContent = text;
  }

  reached(percent: number | undefined): void {
    if (percent === undefined) this.progress.removeAttribute('value');
    else this.progress.value = percent;
  }

  finish(value: string): void {
    const kept = document.createElement('input');
    kept.type = 'hidden';
    kept.name = 'attachments';
    kept.value = value;
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.className = 'quiet';
    remove.textContent = this.#words.remove;
    remove.setAttribute('aria-label', `${this.#words.remove} ${this.#name.textContent}`);
    remove.addEventListener('click', () => {
      const part = this.element.closest('.files');
      this.element.remove();
      part?.querySelector<HTMLElement>('input[type=file]')?.focus();
    });
    this.says(this.#words.ready);
    this.progress.replaceWith(kept, remove);
  }
}
