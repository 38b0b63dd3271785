/** The headers that guard every page of the window: the distribution adds them, and where it cannot, the renderer does. */

/** Nothing from elsewhere, no inline script, no frame. A page that brings its own content policy (with hashes) keeps it. */
export const contentSecurity = {
  'default-src': ['self'],
  // The script in the head of web/src/app.html, which sets letters and colours before the first paint.
  'script-src': ['self', 'sha256-L+CdSO5SyDgx0I/E+rm6zdPg+Qqo8j/endn6qKcCMmw='],
  'object-src': ['none'],
  'base-uri': ['none'],
  'form-action': ['self'],
  'frame-ancestors': ['none'],
} satisfies Record<string, SourceName[]>;

type SourceName = 'self' | 'none' | `sha256-${string}`;

export const contentSecurityPolicy = Object.entries<readonly string[]>(contentSecurity)
  .map(([directive, sources]) => `${directive} ${sources.map((s) => `'${s}'`).join(' ')}`)
  .join('; ');

export const transportSecurityDays = 365;

export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'strict-transport-security': `max-age=${transportSecurityDays * 86_400}; includeSubDomains`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
