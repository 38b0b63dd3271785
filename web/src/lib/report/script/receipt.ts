/** The receipt: copy it, type it once more to be sure; whoever has done nothing of the kind is warned once before he leaves. */
import { parseReceiptCode } from '../../../../../shared/ids.ts';
import { find } from '#lib/report/script/find.ts';

export function startReceipts(page: ParentNode): void {
  const receipts = [...page.querySelectorAll<HTMLElement>('.receipt')];
  if (receipts.length === 0) return;
  const unsafe = new Set(receipts);

  let isWarned = false;

  addEventListener('beforeunload', (event) => {
    if (isWarned || unsafe.size === 0) return;
    isWarned = true;
    event.preventDefault();
    event.returnValue = true; // for browsers of before 2023
  });
  addEventListener('afterprint', () => unsafe.clear());
  for (const receipt of receipts) startReceipt(receipt, () => unsafe.delete(receipt));
}

function startReceipt(receipt: HTMLElement, isSafe: () => void): void {
  const code = find(receipt, '[data-code]').textContent.trim();
  const copy = find<HTMLButtonElement>(receipt, '[data-copy]');
  const confirm = find(receipt, '[data-confirm]');
  const typed = find<HTMLInputElement>(confirm, 'input');
  const verdict = find(confirm, '[role=status]');

  copy.hidden = !('clipboard' in navigator);
  copy.addEventListener('click', () => {
    void navigator.clipboard.writeText(code).then(() => {
      find(receipt, '[data-copied]').textContent = copy.dataset['done'] ?? '';
      isSafe();
    });
  });
  confirm.hidden = false;
  find(confirm, 'button').addEventListener('click', () => {
    const isRight = parseReceiptCode(typed.value) === code;
    verdict.textContent = (isRight ? verdict.dataset['right'] : verdict.dataset['wrong']) ?? '';
    verdict.className = isRight ? 'said' : 'problem';
    typed.setAttribute('aria-invalid', String(!isRight));
    if (isRight) isSafe();
    else typed.focus();
  });
}
