/** Brings the script of the search once the page is painted, so that nothing a reader waits for shares the line with it. */

let brought = false;

function bring(): void {
  if (brought) return;
  brought = true;
  void import('./search.ts');
}

const place = document.querySelector<HTMLElement>('#search');
const isUnanswered =
  place?.dataset['stored'] !== undefined ||
  place?.querySelector<HTMLElement>('#failure')?.hidden === false;

if (isUnanswered) bring();
else {
  place?.addEventListener('focusin', bring, { once: true });
  if (PerformanceObserver.supportedEntryTypes.includes('paint'))
    new PerformanceObserver(bring).observe({ type: 'paint', buffered: true });
  else bring();
}
