/** The headers that guard every page of the window: the distribution adds them, and where it cannot, the renderer does. */

/** Nothing from elsewhere, no inline script, no frame. A page that brings its own content policy (with hashes) keeps it. */
export const contentSecurity = {
  'default-src': ['self'],
  'script-src': ['self'],
  'object-src': ['none'],
  'base-uri': ['none'],
  'form-action': ['self'],
  'frame-ancestors': ['none'],
} satisfies Record<string, SourceName[]>;

type SourceName = 'self' | 'none';

export const contentSecurityPolicy = Object.entries<readonly string[]>(contentSecurity)
  .map(([directive, sources]) => `${directive} ${sources.map((s) => `'${s}'`).join(' ')}`)
  .join('; ');

/**
 * Of the stylesheet that follows the reader's choices: every copy of it is compared before it is used, so that a choice shows
 * at once; the distribution keeps one for each choice, answers with it while it asks for a newer one, and also while the function is away.
 */
export const DISPLAY_CACHE =
  'public, max-age=0, s-maxage=600, stale-while-revalidate=86400, stale-if-error=604800';

export const transportSecurityDays = 365;

export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'strict-transport-security': `max-age=${transportSecurityDays * 86_400}; includeSubDomains`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
