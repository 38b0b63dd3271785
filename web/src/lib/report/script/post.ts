/** Posts a form as the browser would, and reads the page that answers. */

/** A line that hangs must not keep anyone from trying again. */
const LONGEST_WAIT_MS = 60_000;

export interface Answer {
  readonly ok: boolean;
  readonly page: Document;
}

/** @throws when no answer came: it may or may not have arrived */
export async function post(form: HTMLFormElement, body: FormData): Promise<Answer> {
  const stop = new AbortController();
  const wait = setTimeout(() => stop.abort(), LONGEST_WAIT_MS);
  try {
    const { signal } = stop;
    const answer = await fetch(form.action, { method: 'POST', body, cache: 'no-store', signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return { ok: answer.ok, page };
  } finally {
    clearTimeout(wait);
  }
}
