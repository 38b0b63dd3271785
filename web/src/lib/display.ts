/** How a reader wants to see the pages: kept in the cookie `display`, in which the choices stand joined by dots (`large.dark`). */

export const sizes = ['standard', 'large'] as const;
/** `auto` is what the reader's system asks for. */
export const themes = ['auto', 'light', 'dark', 'contrast'] as const;

export type Size = (typeof sizes)[number];
export type Theme = (typeof themes)[number];

export interface Display {
  readonly size: Size;
  readonly theme: Theme;
}

/** Whatever else the cookie holds counts as not chosen. */
export function displayOf(cookie: string | undefined): Display {
  const words = cookie?.split('.') ?? [];
  return {
    size: sizes.find((size) => words.includes(size)) ?? 'standard',
    theme: themes.find((theme) => words.includes(theme)) ?? 'auto',
  };
}

/** Empty when everything is as it comes. */
export const cookieOf = ({ size, theme }: Display): string =>
  [size !== 'standard' && size, theme !== 'auto' && theme].filter(Boolean).join('.');

/** What a posted form asks for: `toggle` changes the size alone, else each field given counts. */
export function chosenDisplay(form: FormData, now: Display): Display {
  if (form.has('toggle')) return { ...now, size: now.size === 'large' ? 'standard' : 'large' };
  return {
    size: sizes.find((size) => size === form.get('size')) ?? now.size,
    theme: themes.find((theme) => theme === form.get('theme')) ?? now.theme,
  };
}

/** The page to go back to: one of this site, or else `otherwise`. */
export function wayBack(from: unknown, origin: string, otherwise: string): string {
  if (typeof from !== 'string' || !from.startsWith('/') || !URL.canParse(from, origin))
    return otherwise;
  const { origin: itsOrigin, pathname, search } = new URL(from, origin);
  // A path that begins with two slashes would be read as another host.
  return itsOrigin === origin && !pathname.startsWith('//') ? pathname + search : otherwise;
}

/** The choices as a stylesheet, made of the very blocks of the token files. */
export function displayStyles({ size, theme }: Display, tokens: string): string {
  const selectors = [
    ...(size === 'large' ? ["[data-size='large']"] : []),
    ...(theme === 'auto' ? [] : [`[data-theme='${theme}']`]),
  ];
  const blocks = selectors.flatMap((selector) => blocksOf(tokens, selector));
  return `@media screen{${blocks.map((block) => `:root{${block}}`).join('')}}`;
}

/** The declarations of every rule of a token file that has exactly this selector in its list. */
export function blocksOf(tokens: string, selector: string): readonly string[] {
  const rules = tokens.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g);
  return [...rules]
    .filter(([, list = '']) => list.split(',').some((one) => one.trim() === selector))
    .map(([, , block = '']) => block.replaceAll(/\s+/g, ' ').trim());
}
