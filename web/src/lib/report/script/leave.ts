/** Leaves at once: nothing that was typed stays in the page, on the device or in the way back. */
import { main } from '#lib/report/script/find.ts';

export function startLeaving(link: HTMLElement, forgetDraft: () => void): void {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    forgetDraft();
    main().replaceChildren();
    location.replace('about:blank');
  });
}
