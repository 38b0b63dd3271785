/** What pages of the complaint have in common: what only script can do, and an answer shown in place of its form. */
import { startFiles } from '#lib/report/script/files.ts';
import { main } from '#lib/report/script/find.ts';
import { startPrintButtons } from '#lib/report/script/print.ts';
import { startReceipts } from '#lib/report/script/receipt.ts';

/** @param page - this one, or an answer that is about to be shown */
export function preparePage(page: Document): void {
  startPrintButtons(page);
  startReceipts(page);
  // The complaint's own form is folded by the walk, which asks before it sends.
  for (const part of page.querySelectorAll('form:not(.report) .files')) holdUntilUploaded(part);
}

function holdUntilUploaded(part: Element): void {
  const form = part.closest('form');
  const notYet = form && startFiles(form);
  form?.addEventListener('submit', (event) => {
    const waiting = notYet?.();
    if (!waiting) return;
    event.preventDefault();
    const said = part.querySelector('[role=status]');
    if (said) said.textContent = waiting;
  });
}

/** Shows the answer to a form in place of the form, as the browser would have done. */
export function showAnswer(answer: Document): void {
  preparePage(answer);
  document.title = answer.title;
  main().classList.remove('further');
  main().replaceChildren(...(answer.querySelector('main') ?? answer.body).childNodes);
  const heading = main().querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
  scrollTo({ top: 0, behavior: 'instant' });
}

/** Browsers keep pages in memory for going back; what was typed and receipts are not to be found there. */
export function eraseWhenLeft(): void {
  addEventListener('pagehide', ({ persisted }) => {
    if (persisted) main().replaceChildren();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.replace(location.pathname);
  });
}
