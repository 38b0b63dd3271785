/** Files that citizens hand in: what is kept of them, what is refused, who takes them, who reads them. */
import { createHash } from 'node:crypto';
import { PhotonImage } from '@cf-wasm/photon/node';
import { describe, expect, it } from 'vitest';
import { loadCase } from '../../functions/aws/case-store.ts';
import { completeAttachment } from '../../functions/attachments/complete-attachment.ts';
import { readAttachment } from '../../functions/attachments/read-attachment.ts';
import { reserveAttachment } from '../../functions/attachments/reserve-attachment.ts';
import { scannerFor } from '../../functions/attachments/scan.ts';
import { sweepAttachments } from '../../functions/attachments/sweep-attachments.ts';
import { quarantineKey } from '../../functions/aws/attachment-store.ts';
import { enterComplaint } from '../../functions/complaints/enter-complaint.ts';
import { submitComplaint } from '../../functions/complaints/submit-complaint.ts';
import type { AttachmentFiles, AttachmentSweep } from '../../functions/ports.ts';
import type { ComplaintSubmission } from '../../shared/complaints/complaint.ts';
import type { AttachmentRef, ReservationRequest } from '../../shared/attachments/attachment.ts';
import { LONGEST_SIDE_PIXELS } from '../../shared/attachments/limits.ts';
import {
  aJpeg,
  anMp3,
  anMp4,
  aPdf,
  aPng,
  aWebp,
  eicar,
  SECRET_PLACE,
} from '../support/attachments.ts';
import { aComplaint, anOfficer, AT } from '../support/builders.ts';
import { countingChance, request, tablesWithKeys, withSettings } from '../support/handler-world.ts';
import { MemoryTables } from '../support/memory-tables.ts';

withSettings();

class MemoryFiles implements AttachmentFiles, AttachmentSweep {
  readonly objects = new Map<string, Uint8Array>();

  read(key: string) {
    return Promise.resolve(this.objects.get(key));
  }
  write(key: string, bytes: Uint8Array) {
    this.objects.set(key, bytes);
    return Promise.resolve();
  }
  remove(key: string) {
    this.objects.delete(key);
    return Promise.resolve();
  }
  keys(prefix: string) {
    return Promise.resolve([...this.objects.keys()].filter((key) => key.startsWith(prefix)));
  }
  kept(): readonly Uint8Array[] {
    return [...this.objects].filter(([key]) => key.startsWith('kept/')).map(([, bytes]) => bytes);
  }
}

interface Completion {
  readonly state: string;
  readonly why?: string;
  readonly name?: string;
  readonly type?: string;
  readonly size?: number;
  readonly sha256?: string;
}

function aWorld(tables = new MemoryTables()) {
  const files = new MemoryFiles();
  const scanner = scannerFor('signatures');
  const forms = {
    form: (key: string) => Promise.resolve({ url: 'http://site.test/bucket', fields: { key } }),
  };
  return {
    files,
    tables,
    async reserve(announced: ReservationRequest): Promise<string> {
      const deps = { tables, forms, randomBytes: countingChance };
      const outcome = await reserveAttachment(request(announced), deps);
      if (!outcome.ok) throw new Error(outcome.error.code);
      await tables.commit(outcome.value.writes ?? []);
      return (outcome.value.answer as { attachmentId: string }).attachmentId; // the contract of a 201
    },
    async complete(attachmentId: string, now = AT): Promise<Completion | string> {
      const call = { ...request(undefined, { path: { attachmentId } }), now };
      const outcome = await completeAttachment(call, { tables, files, scanner });
      return outcome.ok ? (outcome.value.answer as Completion) : outcome.error.code; // its only answer
    },
    async handIn(bytes: Uint8Array, type: ReservationRequest['type'], name = '照片.jpg') {
      const id = await this.reserve({ name, type, size: bytes.length });
      await files.write(quarantineKey(id), bytes);
      const completion = await this.complete(id);
      if (typeof completion === 'string') throw new Error(completion);
      return { id, ...completion };
    },
  };
}

const holds = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('what a clerk hands in for somebody', () => {
  it('goes the way of a citizen’s file into the case, and into no second one', async () => {
    const world = aWorld(await tablesWithKeys());
    const { id } = await world.handIn(aPng(), 'image/png', '来信.png');
    const officer = { ...anOfficer({ roles: ['clerk'] }), name: '示例员' };
    const enter = (attachments: string[]) => {
      const entry = { channel: 'LETTER' as const, complaint: aComplaint({ attachments }) };
      const deps = { tables: world.tables, randomBytes: countingChance };
      return enterComplaint(request(entry, { officer }), deps);
    };
    const outcome = await enter([id]);
    if (!outcome.ok) throw new Error(outcome.error.code);
    await world.tables.commit(outcome.value.writes ?? []);
    const { caseNumber } = outcome.value.answer as { readonly caseNumber: string }; // as for a citizen
    const file = await loadCase(world.tables, caseNumber);
    expect(file?.statement.attachments).toMatchObject([{ id, name: '来信.png' }]);
    expect(await enter([id])).toMatchObject({ error: { code: 'ATTACHMENT_UNKNOWN' } });
  });
});

describe('what is kept of a file', () => {
  it('is a picture drawn anew, without the place, the camera and the comments of the one that came', async () => {
    const world = aWorld();
    const came = aJpeg();
    expect(holds(came, SECRET_PLACE)).toBe(true);
    const { state, type, sha256: told, size } = await world.handIn(came, 'image/jpeg');
    const [kept = new Uint8Array()] = world.files.kept();
    expect({ state, type }).toEqual({ state: 'clean', type: 'image/jpeg' });
    expect(holds(kept, SECRET_PLACE) || holds(kept, 'Exif')).toBe(false);
    expect({ told, size }).toEqual({ told: sha256(kept), size: kept.length });
  });

  it.each([3, 6, 8])('shows upright what a camera held as %i took', async (orientation) => {
    const world = aWorld();
    await world.handIn(aJpeg({ width: 40, height: 20, orientation }), 'image/jpeg');
    const [kept = new Uint8Array()] = world.files.kept();
    const picture = PhotonImage.new_from_byteslice(kept);
    const [width, height] = [picture.get_width(), picture.get_height()];
    const lightAt = (x: number, y: number) => picture.get_raw_pixels()[(y * width + x) * 4] ?? 0;
    const isLight = (x: number, y: number) => lightAt(x, y) > 128;
    // The dark half was on the left: turned by 180° it is right, by 90° above, by 270° below.
    const dark = { 3: [width - 2, 1], 6: [1, 1], 8: [1, height - 2] }[orientation] ?? [0, 0];
    const light = { 3: [1, 1], 6: [1, height - 2], 8: [1, 1] }[orientation] ?? [0, 0];
    expect([width, height]).toEqual(orientation === 3 ? [40, 20] : [20, 40]);
    expect([isLight(dark[0] ?? 0, dark[1] ?? 0), isLight(light[0] ?? 0, light[1] ?? 0)]).toEqual([
      false,
      true,
    ]);
  });

  it('is never larger than a page needs', async () => {
    const world = aWorld();
    await world.handIn(aJpeg({ width: 3000, height: 300 }), 'image/jpeg');
    const [kept = new Uint8Array()] = world.files.kept();
    const picture = PhotonImage.new_from_byteslice(kept);
    expect([picture.get_width(), picture.get_height()]).toEqual([LONGEST_SIDE_PIXELS, 240]);
  });

  it.each([
    ['a PNG stays one', aPng(), 'image/png', 'image/png', '照片.png'],
    ['a WebP becomes a JPEG', aWebp(), 'image/webp', 'image/jpeg', '照片.jpg'],
    ['a PDF stays as it came', aPdf(), 'application/pdf', 'application/pdf', '照片.pdf'],
    ['a picture by another name is taken', aPng(), 'image/jpeg', 'image/png', '照片.png'],
  ] as const)('%s', async (_, bytes, said, type, name) => {
    const done = await aWorld().handIn(bytes, said);
    expect(done).toMatchObject({ state: 'clean', type, name });
  });

  it.each([
    ['a video', anMp4(), 'video/mp4'],
    ['a sound', anMp3(), 'audio/mpeg'],
  ] as const)('is %s without what the telephone wrote beside it', async (_, bytes, type) => {
    const world = aWorld();
    expect(holds(bytes, SECRET_PLACE)).toBe(true);
    expect(await world.handIn(bytes, type)).toMatchObject({ state: 'clean', type });
    const [kept = new Uint8Array()] = world.files.kept();
    expect(holds(kept, SECRET_PLACE)).toBe(false);
    if (type === 'video/mp4') expect(holds(kept, 'the recording itself')).toBe(true);
  });
});

describe('a file is refused', () => {
  it.each([
    ['as infected, whatever it says it is', eicar(), 'application/pdf', 'INFECTED'],
    [
      'as infected inside of something else',
      Buffer.concat([aPdf(), eicar()]),
      'application/pdf',
      'INFECTED',
    ],
    [
      'for a content of no kind that is taken',
      Buffer.from('MZ\0\0program'),
      'image/jpeg',
      'WRONG_TYPE',
    ],
    ['for a content of another kind than it says', aPdf(), 'image/jpeg', 'WRONG_TYPE'],
    ['for a picture that cannot be unpacked', aJpeg().slice(0, 300), 'image/jpeg', 'UNREADABLE'],
  ] as const)('%s, and nothing of it is left', async (_, bytes, type, why) => {
    const world = aWorld();
    expect(await world.handIn(bytes, type)).toMatchObject({ state: 'refused', why });
    expect(world.files.objects.size).toBe(0);
  });

  it('when other bytes arrive than were announced', async () => {
    const world = aWorld();
    const bytes = aPdf();
    const announced = { name: 'a.pdf', type: 'application/pdf', size: bytes.length } as const;
    const id = await world.reserve({ ...announced, sha256: sha256(Buffer.from('other')) });
    await world.files.write(quarantineKey(id), bytes);
    expect(await world.complete(id)).toMatchObject({ state: 'refused', why: 'DAMAGED' });
  });
});

describe('handing in', () => {
  it('says the same when it is completed twice, and takes nothing that arrives afterwards', async () => {
    const world = aWorld();
    const { id, ...first } = await world.handIn(aPng(), 'image/png');
    await world.files.write(quarantineKey(id), eicar());
    expect(await world.complete(id)).toEqual(first);
  });

  it('waits for what is not there yet, and forgets what never came', async () => {
    const world = aWorld();
    const id = await world.reserve({ name: 'a.png', type: 'image/png', size: 10 });
    expect(await world.complete(id)).toBe('ATTACHMENT_NOT_UPLOADED');
    expect(await world.complete(id, '2026-11-22T02:00:00.000Z')).toBe('NOT_FOUND');
  });
});

interface Filed {
  readonly caseNumber: string;
  readonly attachments?: readonly AttachmentRef[];
}

async function aFiling(
  world: ReturnType<typeof aWorld>,
  attachments: readonly string[],
  more: Partial<ComplaintSubmission> = {},
) {
  const submission = aComplaint({ attachments: [...attachments], ...more });
  const outcome = await submitComplaint(request(submission), {
    tables: world.tables,
    randomBytes: countingChance,
  });
  if (!outcome.ok) return outcome.error.code;
  const saved = await world.tables.commit(outcome.value.writes ?? []);
  return saved.ok ? (outcome.value.answer as Filed) : 'CONFLICT'; // its only answer
}

describe('a filing takes its files along', () => {
  it('once: name and SHA-256 stand on the receipt, and no other case gets them', async () => {
    const world = aWorld(await tablesWithKeys());
    const { id, sha256: told } = await world.handIn(aPng(), 'image/png', '收费单.png');
    expect(await aFiling(world, [id])).toMatchObject({
      attachments: [{ id, name: '收费单.png', sha256: told }],
    });
    expect(await aFiling(world, [id])).toBe('ATTACHMENT_UNKNOWN');
  });

  it('to those who examine an accusation alone, when there is one: it may rest on them', async () => {
    const world = aWorld(await tablesWithKeys());
    const { id } = await world.handIn(aPng(), 'image/png');
    await aFiling(world, [id], { categories: ['PRICE', 'OFFICIAL_CONDUCT'] });
    const statements = world.tables.all('cases').filter(({ sk }) => sk === 'STATEMENT');
    const withFiles = statements.filter(({ value }) => JSON.stringify(value).includes(id));
    expect([statements.length, withFiles.length]).toEqual([2, 1]);
    const accusation = await loadCase(world.tables, String(withFiles[0]?.pk).slice(5));
    expect(accusation?.items.map(({ track }) => track)).toEqual(['X']);
  });

  it('only when they were found clean', async () => {
    const world = aWorld(await tablesWithKeys());
    const waiting = await world.reserve({ name: 'a.png', type: 'image/png', size: 10 });
    const infected = await world.handIn(eicar(), 'application/pdf');
    expect(await aFiling(world, [waiting])).toBe('ATTACHMENT_NOT_READY');
    expect(await aFiling(world, [infected.id])).toBe('ATTACHMENT_NOT_READY');
    expect(await aFiling(world, ['A-20261120-00000000000000000000'])).toBe('ATTACHMENT_UNKNOWN');
  });

  it('and leaves the others to be swept away after days, but never what a case has', async () => {
    const world = aWorld(await tablesWithKeys());
    const claimed = await world.handIn(aPng(), 'image/png');
    await world.handIn(aPdf(), 'application/pdf');
    await aFiling(world, [claimed.id]);
    const sweepAt = (now: string) =>
      sweepAttachments({ tables: world.tables, bucket: world.files }, now);
    await sweepAt('2026-11-22T15:00:00.000Z');
    expect(world.files.kept()).toHaveLength(2);
    await sweepAt('2026-11-24T00:00:00.000Z');
    expect([...world.files.objects.keys()]).toEqual([`kept/${claimed.id}/${claimed.sha256}`]);
  });
});

describe('an officer', () => {
  const downloads = {
    address: (key: string, name: string) =>
      Promise.resolve(`http://site.test/bucket/${key}#${name}`),
  };

  it('downloads a file of a case that was referred to his department, and of no other', async () => {
    const world = aWorld(await tablesWithKeys());
    const { id, sha256: told } = await world.handIn(aPng(), 'image/png', '收费单.png');
    const filed = await aFiling(world, [id]);
    const { caseNumber } = Object(filed) as Filed;
    const asked = (department: 'MARKET' | 'ECOENV') =>
      readAttachment(
        request(undefined, {
          path: { caseNumber, attachmentId: id },
          officer: { ...anOfficer(), name: 'x', department, roles: ['officer'] },
        }),
        { tables: world.tables, downloads },
      );
    expect(await asked('MARKET')).toMatchObject({
      value: { answer: { url: `http://site.test/bucket/kept/${id}/${told}#收费单.png` } },
    });
    expect(await asked('ECOENV')).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});
