/** Buttons that print the page; without script they do not show. */

export function startPrintButtons(page: ParentNode): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}
