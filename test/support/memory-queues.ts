/** Queues that remember what was sent; those named here are down. */
import type { QueueMessage, Queues } from '../../functions/ports.ts';

export class MemoryQueues implements Queues {
  readonly sent: { readonly addressee: string; readonly message: QueueMessage }[] = [];
  readonly down: readonly string[];
  constructor(down: readonly string[] = []) {
    this.down = down;
  }
  send(addressee: string, messages: readonly QueueMessage[]): Promise<readonly string[]> {
    if (this.down.includes(addressee)) return Promise.reject(new Error('the queue is down'));
    for (const message of messages) this.sent.push({ addressee, message });
    return Promise.resolve(messages.map(({ id }) => id));
  }
}
