/** Sends notices through a gateway for text messages and mail: one POST each, ten seconds, no redirect followed, the answer unread. */
import { NOTICES_OFF, noticeText } from '../../shared/notices/notice.ts';
import type { NoticeFailure, Notifier } from '../ports.ts';

const PATIENCE_MS = 10_000;

/**
 * The gateway gets `{id, kind, address, text}` and answers 2xx when it has taken it; the same id is the same notice.
 * @param address - of the gateway, or `off`
 */
export function notifierFor(address: string, siteOrigin: string): Notifier | undefined {
  if (address === NOTICES_OFF) return undefined;
  const text = noticeText(siteOrigin);
  return {
    async notify(id, contact): Promise<NoticeFailure | undefined> {
      try {
        const { ok, status, body } = await fetch(address, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ id, ...contact, text }),
          redirect: 'manual',
          signal: AbortSignal.timeout(PATIENCE_MS),
        });
        await body?.cancel();
        return ok ? undefined : `HTTP_${status}`;
      } catch (error) {
        // Its words may repeat what was sent: only the kind goes on.
        return error instanceof Error && error.name === 'TimeoutError' ? 'TIMEOUT' : 'UNREACHABLE';
      }
    },
  };
}
