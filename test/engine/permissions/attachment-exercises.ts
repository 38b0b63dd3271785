/** The functions that take files in, check them, keep them, hand them out and sweep them away, at work. */
import { randomUUID } from 'node:crypto';
import type { Answer } from '../../../cdk/local/demo/client.ts';
import { idsOfDay } from '../../../shared/attachments/attachment.ts';
import { dateInShanghai, plusDays } from '../../../shared/time.ts';
import { aPng } from '../../support/attachments.ts';
import { aComplaintBody, type Filed } from '../../support/complaints.ts';
import type { World } from './world.ts';

interface Deed {
  readonly of: string;
  readonly deed: string;
  readonly run: (world: World) => Promise<void>;
}

function demand(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}

interface Reservation {
  readonly attachmentId: string;
  readonly upload: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
}

async function reserve(world: World, size: number): Promise<Reservation> {
  const body = { name: '收费单.png', type: 'image/png', size };
  const { json } = demand(await world.client.post('/api/attachments', { body }));
  return json as Reservation; // the contract of a 201
}

async function complete(world: World, id: string): Promise<Answer> {
  return world.client.post(`/api/attachments/${id}/completions`, { body: {} });
}

/** @returns the id of a file that was found clean */
async function handIn(world: World): Promise<string> {
  const bytes = aPng();
  const { attachmentId, upload } = await reserve(world, bytes.length);
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.set(name, value);
  form.set('file', new Blob([new Uint8Array(bytes)]));
  const sent = await fetch(upload.url, { method: 'POST', body: form });
  if (!sent.ok) throw new Error(`${sent.status} ${await sent.text()}`);
  demand(await complete(world, attachmentId));
  return attachmentId;
}

async function fileWithOne(world: World): Promise<{ readonly filed: Filed; readonly id: string }> {
  const id = await handIn(world);
  const body = aComplaintBody({ attachments: [id] });
  const answer = demand(await world.client.post('/api/complaints', { body, key: randomUUID() }));
  return { filed: answer.json as Filed, id }; // the contract of a 201
}

export const attachmentExercises: readonly Deed[] = [
  {
    of: 'reserve-attachment',
    deed: 'signs a form by which a file arrives',
    async run(world) {
      await handIn(world);
    },
  },
  {
    of: 'complete-attachment',
    deed: 'checks a file and keeps it',
    async run(world) {
      await handIn(world);
    },
  },
  {
    of: 'complete-attachment',
    deed: 'says of a file that never came that it is not there',
    async run(world) {
      const { attachmentId } = await reserve(world, 10);
      const { status } = await complete(world, attachmentId);
      if (status !== 409) throw new Error(String(status));
    },
  },
  {
    of: 'submit-complaint',
    deed: 'takes a file along',
    async run(world) {
      await fileWithOne(world);
    },
  },
  {
    of: 'enter-complaint',
    deed: 'takes a file along',
    async run(world) {
      const token = await world.client.officer('HEALTH', 'clerk');
      const complaint = aComplaintBody({ attachments: [await handIn(world)] });
      const body = { channel: 'LETTER', complaint };
      demand(await world.client.post('/api/desk/complaints', { token, body, key: randomUUID() }));
    },
  },
  {
    of: 'write-message',
    deed: 'takes a file along',
    async run(world) {
      const { filed } = await fileWithOne(world);
      const attachments = [await handIn(world)];
      const body = { receiptCode: filed.receiptCode, text: '补充一张照片。', attachments };
      demand(await world.client.post('/api/track/messages', { body, key: randomUUID() }));
    },
  },
  {
    of: 'read-attachment',
    deed: 'signs an address by which an officer downloads a file',
    async run(world) {
      const { filed, id } = await fileWithOne(world);
      const token = await world.client.officer('MARKET', 'officer');
      const path = `/api/desk/cases/${filed.caseNumber}/attachments/${id}`;
      const { url } = demand(await world.client.get(path, token)).json as { readonly url: string }; // its contract
      const saved = await fetch(url);
      if (!saved.ok || !saved.headers.get('content-disposition')?.startsWith('attachment'))
        throw new Error(`${saved.status} ${saved.headers.get('content-disposition')}`);
    },
  },
  {
    of: 'sweep-attachments',
    deed: 'takes away what nobody claimed',
    async run(world) {
      const longAgo = plusDays(dateInShanghai(new Date().toISOString()), -5);
      const id = `${idsOfDay(longAgo)}00000000000000000000`;
      const left = [`quarantine/${id}`, `kept/${id}/sha256`];
      for (const key of left) await world.handIn(key);
      await world.tick('sweep-attachments');
      for (const key of left)
        if (await world.hasAttachment(key)) throw new Error(`${key} was left`);
    },
  },
];
