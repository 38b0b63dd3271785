/** Finds what a page of the complaint always holds. */

/** The part of every page between header and footer. */
export const main = (): HTMLElement => document.querySelector('main') ?? document.body;

/** @throws when it is not there */
export function find<E extends HTMLElement = HTMLElement>(within: ParentNode, selector: string): E {
  const found = within.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
