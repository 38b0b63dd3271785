/** Asks for a case without leaving the page, so that a mistyped code stays in its field; the server never repeats one. */
import { showAnswer } from '#lib/report/script/page.ts';
import { post } from '#lib/report/script/post.ts';
import { problemsIn, showProblems, type Shown } from '#lib/report/script/problems.ts';

export function startTracking(form: HTMLFormElement): void {
  const { summaryTitle = '', summaryIntro = '', unavailable = '', errorTitle = '' } = form.dataset;
  let isAsking = false;

  function refuse(problems: readonly Shown[], title = errorTitle): void {
    const shown = problems.length > 0 ? problems : [{ text: unavailable }];
    showProblems(shown, { summaryTitle, summaryIntro });
    document.title = title;
  }

  async function ask(): Promise<void> {
    const { ok, page } = await post(form, new FormData(form));
    if (!ok) return refuse(problemsIn(page), page.title);
    history.pushState({}, '');
    addEventListener('popstate', () => location.replace(location.pathname));
    showAnswer(page);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void ask()
      .catch(() => refuse([]))
      .finally(() => (isAsking = false));
  });
}
