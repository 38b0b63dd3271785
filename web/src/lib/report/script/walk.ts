/** Folds the complaint form into one thing at a time. The browser's Back goes one step back; no address holds an answer. */
import { dateInShanghai } from '../../../../../shared/time.ts';
import { failedChecks } from '#lib/report/checks.ts';
import { readForm } from '#lib/report/complaint-form.ts';
import { steps } from '#lib/report/steps.ts';
import type { ScriptWords } from '#lib/report/script-words.ts';
import { fillAnswers } from '#lib/report/script/answers.ts';
import { arrangeCircumstances } from '#lib/report/script/circumstances.ts';
import { startDraft } from '#lib/report/script/draft.ts';
import { startInstitutions } from '#lib/report/script/institutions.ts';
import { startLeaving } from '#lib/report/script/leave.ts';
import { startFiles } from '#lib/report/script/files.ts';
import { find, main } from '#lib/report/script/find.ts';
import { showAnswer } from '#lib/report/script/page.ts';
import {
  clearProblems,
  problemsIn,
  showProblems,
  type Shown,
} from '#lib/report/script/problems.ts';
import { startSuggesting } from '#lib/report/script/suggest.ts';
import { send } from '#lib/report/script/send.ts';

const LAST = steps.length - 1;

export function startWalk(form: HTMLFormElement): void {
  const words = JSON.parse(form.dataset['words'] ?? '{}') as ScriptWords; // written by the same build
  const sections = steps.map((name) => find(form, `[data-step=${name}]`));
  const next = find(form, '#next');
  const back = find(form, '#back');
  const sending = find(form, '#sending');
  let at = 0;
  /** Left to change one answer: the next step is the check again. */
  let changing = false;
  let isSending = false;

  function show(step: number): void {
    at = step;
    sections.forEach((section, place) => (section.hidden = place !== step));
    main().classList.toggle('further', step > 0);
    next.hidden = step === LAST;
    back.hidden = step === 0;
    document.title = titleOf(step);
    if (steps[step] === 'kind') suggesting.ask();
    if (steps[step] === 'circumstances')
      arrangeCircumstances(form, words, suggesting.circumstances());
    if (step === LAST) {
      changing = false;
      fillAnswers(form, words);
    }
  }

  const titleOf = (step: number): string => sections[step]?.dataset['title'] ?? '';

  function arrive(step: number): void {
    clearProblems();
    show(step);
    sections[step]?.querySelector('h2')?.focus({ preventScroll: true });
    form.scrollIntoView({ behavior: 'instant' });
  }

  function go(step: number): void {
    history.pushState({ step }, '');
    arrive(step);
  }

  function refuse(problems: readonly Shown[]): void {
    showProblems(problems, words);
    document.title = words.errorTitle.replace('{}', titleOf(at));
  }

  const failed = () => failedChecks(readForm(new FormData(form)), dateInShanghai(now()));

  const shown = (checks: ReturnType<typeof failed>): readonly Shown[] =>
    checks.map(({ id, problem }) => ({ id, text: words.problems[problem] }));

  function goOn(): void {
    const here = failed().filter(({ step }) => step === steps[at]);
    if (here.length > 0) refuse(shown(here));
    else go(changing ? LAST : nextOf(at));
  }

  /** What is no complaint needs no place and no circumstances. */
  function nextOf(step: number): number {
    const { otherWay } = readForm(new FormData(form));
    return steps[step] === 'kind' && otherWay ? steps.indexOf('identity') : step + 1;
  }

  async function sendAll(): Promise<void> {
    if (isSending) return;
    const all = failed();
    const [first] = all;
    if (first) {
      if (steps[at] !== first.step) go(steps.indexOf(first.step));
      return refuse(shown(all));
    }
    const waiting = notYet();
    if (waiting) return refuse([{ id: 'files', text: waiting }]);
    isSending = true;
    clearProblems();
    sending.textContent = words.sending;
    const answer = await send(form, words);
    isSending = false;
    sending.textContent = '';
    if ('problems' in answer) refuse(answer.problems);
    else finish(answer.page);
  }

  function finish(page: Document): void {
    forgetDraft();
    removeEventListener('popstate', onPopState);
    // Going back from the receipt would lead into a form that is no longer there.
    addEventListener('popstate', () => location.replace(location.pathname));
    showAnswer(page);
  }

  /** To a field from the summary, to a step from the answers. */
  function follow(event: MouseEvent): void {
    const link = event.target instanceof Element && event.target.closest('a');
    const target = link && link.hash && document.getElementById(link.hash.slice(1));
    if (!target) return;
    const place = sections.findIndex((section) => section.contains(target));
    if (place < 0) return;
    event.preventDefault();
    if (place !== at) {
      changing = at === LAST;
      const problems = main().querySelector('.errors');
      history.pushState({ step: place }, '');
      show(place);
      if (problems) document.title = words.errorTitle.replace('{}', titleOf(place));
    }
    target.closest('details')?.setAttribute('open', '');
    const toStep = link.hasAttribute('data-change');
    const focused = toStep ? find(sections[place] ?? form, 'h2') : target;
    focused.focus({ preventScroll: true });
    (toStep ? form : focused).scrollIntoView({
      behavior: 'instant',
      block: toStep ? 'start' : 'center',
    });
  }

  function onPopState({ state }: PopStateEvent): void {
    const { step } = Object(state) as { readonly step?: number }; // ours, or the page's first
    changing = false;
    arrive(step ?? 0);
  }

  startInstitutions(form, words);
  const notYet = startFiles(form);
  const suggesting = startSuggesting(form, words.because);
  const forgetDraft = startDraft(form, words);
  startLeaving(find(document, '#leave'), forgetDraft);
  find(form, '#walk').hidden = false;
  find(form, '#read-again').hidden = true;
  find(form, '.answers').hidden = false;
  history.replaceState({ step: 0 }, '');
  const [mend] = problemsIn(main());
  const broken = mend?.id ? document.getElementById(mend.id) : null;
  show(
    Math.max(
      0,
      sections.findIndex((section) => section.contains(broken)),
    ),
  );
  if (mend) document.title = words.errorTitle.replace('{}', titleOf(at));
  next.addEventListener('click', goOn);
  back.addEventListener('click', () => history.back());
  main().addEventListener('click', follow);
  addEventListener('popstate', onPopState);
  // Last: if anything above fails, the form stands whole and sends itself.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (at === LAST) void sendAll();
    else goOn();
  });
}

const now = (): string => new Date().toISOString();
