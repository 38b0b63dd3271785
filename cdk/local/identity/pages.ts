/** The identity provider's pages, each in both languages at once: sign-in, sign-out, and what to do when one is over. */
import { createHash } from 'node:crypto';

export interface Page {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface SignIn {
  /** Where the form goes. */
  readonly action: string;
  /** Where the demo accounts stand. */
  readonly credentialsPath: string;
  /** What was typed, when it was refused. */
  readonly refused?: { readonly username: string };
}

export function signInPage({ action, credentialsPath, refused }: SignIn): Page {
  const wrong = refused
    ? `<div class="error" role="alert" id="wrong"><h2>${both('没有登录成功', 'You are not signed in')}</h2>
<p>${both('用户名或密码不正确。请核对后重新输入。', 'The user name or the password is wrong. Check both and try again.')}</p></div>`
    : '';
  const invalid = refused ? ' aria-invalid="true" aria-describedby="wrong"' : '';
  const title = '工作人员登录 · Staff sign-in';
  return page(
    refused ? `错误：${title}` : title,
    `<h1>${both('工作人员登录', 'Staff sign-in')}</h1>
${wrong}
<form method="post" action="${escaped(action)}">
<label for="username">${both('用户名', 'User name')}</label>
<input id="username" name="username" value="${escaped(refused?.username ?? '')}" autocomplete="username" autocapitalize="none" spellcheck="false" required${invalid}>
<label for="password">${both('密码', 'Password')}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${invalid}>
<button>${both('登录', 'Sign in')}</button>
</form>
<aside aria-label="演示说明 About the demonstration">
<p><strong>这是演示系统。</strong>账户和人名都是虚构的，用户名和密码保存在运行本系统的电脑上：<code>${escaped(credentialsPath)}</code></p>
<p lang="en"><strong>This is a demonstration.</strong> Accounts and names are invented; user names and passwords are kept on the computer that runs it, in the file above.</p>
</aside>`,
  );
}

/** @param confirmed - the desk itself asked and proved whom for: no need to ask once more */
export function signOutPage(form: string, confirmed: boolean): Page {
  const button = `<button form="op.logoutForm" name="logout" value="yes">${both('退出登录', 'Sign out')}</button>`;
  const question = confirmed
    ? both(
        '正在退出登录。如果页面没有变化，请按下面的按钮。',
        'Signing you out. If nothing happens, press the button.',
      )
    : both(
        '退出后，再次使用工作台需要重新登录。',
        'To use the desk again you will have to sign in.',
      );
  return page(
    '退出登录 · Sign out',
    `<h1>${both('退出登录', 'Sign out')}</h1>
<p>${question}</p>
${form}
${button}
<p><a href="/desk">返回工作台</a> · <a href="/en/desk" lang="en">Back to the desk</a></p>`,
    confirmed ? PRESS_BUTTON : undefined,
  );
}

export const signedOutPage = (): Page =>
  page(
    '已退出 · Signed out',
    `<h1>${both('您已退出登录', 'You are signed out')}</h1>
<p><a href="/desk">重新登录</a> · <a href="/en/desk" lang="en">Sign in again</a></p>`,
  );

/** @param code - the protocol's own word for what is wrong, for whoever has to mend it */
export const brokenOffPage = (code?: string): Page =>
  page(
    '登录已中断 · Sign-in broken off',
    `<h1>${both('登录没有完成', 'The sign-in was not finished')}</h1>
<p>${both('页面可能放置过久，或者已在别处完成。请从工作台重新开始。', 'It may have been left too long, or finished elsewhere. Start again from the desk.')}</p>
<p><a href="/desk">前往工作台</a> · <a href="/en/desk" lang="en">Go to the desk</a></p>
${code ? `<p class="small"><code>${escaped(code)}</code></p>` : ''}`,
  );

const PRESS_BUTTON = `const b=document.querySelector('button');b.form.requestSubmit(b)`;

const STYLE = `
:root { color-scheme: light dark; --ground: #f2f5f8; --card: #fff; --ink: #16202b; --soft: #4a5866; --line: #5f6e7d;
  --accent: #0b4f7d; --accent-ink: #fff; --danger: #a3150f; --danger-soft: #fdf0ef; --note: #e6f0f7 }
@media (prefers-color-scheme: dark) { :root { --ground: #10161c; --card: #1a222b; --ink: #eef2f6; --soft: #b4c0cc; --line: #8796a5;
  --accent: #8cc8f0; --accent-ink: #10161c; --danger: #ff9d96; --danger-soft: #3a1a18; --note: #1d2f3d } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: anywhere;
  font: 1.0625rem/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif }
header, main { max-width: 30rem; margin: 0 auto; padding: 1.25rem }
header p { margin: 0; font-weight: 600 }
main { background: var(--card); border-top: 4px solid var(--accent); margin-bottom: 2rem }
h1 { font-size: 1.5rem; line-height: 1.3; margin: .5rem 0 1.25rem }
h2 { font-size: 1.0625rem; margin: 0 }
[lang=en].second { color: var(--soft); font-weight: 400; font-size: .9375em }
h1 [lang=en].second { display: block; font-size: 1.0625rem }
main p > .second { display: block }
label { display: block; font-weight: 600; margin-bottom: .25rem }
input { display: block; width: 100%; min-height: 3rem; padding: .5rem .75rem; margin-bottom: 1.25rem; font: inherit;
  color: inherit; background: var(--card); border: 2px solid var(--line); border-radius: 4px }
input[aria-invalid] { border-color: var(--danger) }
button { min-height: 3rem; width: 100%; padding: .5rem 1.25rem; font: inherit; font-weight: 600; color: var(--accent-ink);
  background: var(--accent); border: 2px solid transparent; border-radius: 4px; cursor: pointer }
button [lang=en].second { color: inherit }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 5px #ffbf2e }
a { color: var(--accent); display: inline-block; padding: .5rem 0 }
.error { border: 2px solid var(--danger); background: var(--danger-soft); padding: .75rem 1rem; margin-bottom: 1.25rem }
.error p { margin: .25rem 0 0 }
aside { margin-top: 1.5rem; padding: .75rem 1rem; background: var(--note); font-size: .9375rem }
aside p { margin: .25rem 0 }
.small { font-size: .875rem; color: var(--soft) }
`;

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** @param script - the only one that may run */
function page(title: string, content: string, script?: string): Page {
  const policy = [
    "default-src 'none'",
    `style-src ${hash(STYLE)}`,
    ...(script ? [`script-src ${hash(script)}`] : []),
    "img-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy.join('; '),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    html: `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · 明察 Mingcha</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>${STYLE}</style>
</head>
<body>
<header><p>明察 · 工作台 <span lang="en" class="second">Mingcha desk</span></p></header>
<main>
${content}
</main>
${script ? `<script>${script}</script>` : ''}
</body>
</html>
`,
  };
}

const both = (chinese: string, english: string): string =>
  `${chinese} <span lang="en" class="second">${english}</span>`;

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
