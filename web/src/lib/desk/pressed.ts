/** Which command a key pressed in the browser is. */
import { commandKey } from './keys.ts';

/** @returns undefined too while a dialog asks something */
export function commandOf(event: KeyboardEvent): string | undefined {
  const { target } = event;
  const element = target instanceof HTMLElement ? target : undefined;
  if (document.querySelector('dialog[open]')) return undefined;
  return commandKey({
    key: event.key,
    ctrlKey: event.ctrlKey,
    metaKey: event.metaKey,
    altKey: event.altKey,
    defaultPrevented: event.defaultPrevented,
    target: {
      tag: element?.tagName ?? '',
      ...(element instanceof HTMLInputElement && { type: element.type }),
    },
  });
}
