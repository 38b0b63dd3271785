/** Where there is script, another size of letters needs no new page: somebody may be writing on this one. */
import { DISPLAY_PATH, LOOKS_PATH } from '../../../shared/disclosure/pages.ts';

/** Sends the form that every page carries in its header, and fetches the stylesheet of the choice again. */
export function changeDisplayInPlace(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.classList.contains('size-form')) return;
    event.preventDefault();
    void send(new FormData(form, event.submitter), form.action);
  });
}

async function send(choice: FormData, address: string): Promise<void> {
  await fetch(address, { method: 'POST', body: choice, redirect: 'manual' });
  const link = document.querySelector<HTMLLinkElement>(
    `link[href^='${DISPLAY_PATH}.css'], link[href^='${LOOKS_PATH}/']`,
  );
  if (link) link.href = `${new URL(link.href).pathname}?${Date.now()}`;
}
