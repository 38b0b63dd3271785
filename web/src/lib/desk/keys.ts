/** Single keys that do something, for those who leave the mouse alone. */

/** What of a keyboard event counts. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly defaultPrevented: boolean;
  /** Tag name of the element that has the focus, and its type when it is an input. */
  readonly target: { readonly tag: string; readonly type?: string };
}

const TYPED_INTO = ['TEXTAREA', 'SELECT'];
const NOT_TYPED_INTO = ['checkbox', 'radio', 'button', 'submit'];

/** The key when it is meant as a command: not with a modifier, not while somebody writes or chooses. */
export function commandKey(press: KeyPress): string | undefined {
  const { key, ctrlKey, metaKey, altKey, defaultPrevented, target } = press;
  if (ctrlKey || metaKey || altKey || defaultPrevented) return undefined;
  const isField =
    TYPED_INTO.includes(target.tag) ||
    (target.tag === 'INPUT' && !NOT_TYPED_INTO.includes(target.type ?? 'text'));
  return isField ? undefined : key;
}
