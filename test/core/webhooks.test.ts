/** What a department's own system can rely on: who has signed, how fresh it is, and where Mingcha will never call. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sign, verify } from '../../shared/departments/signature.ts';
import { checkAddress, isPublicAddress } from '../../shared/departments/webhook-address.ts';
import { configured } from '../../shared/departments/webhook.ts';
import { plusSeconds } from '../../shared/time.ts';
import { AT } from '../support/builders.ts';

const secret = fc.string({ minLength: 20, maxLength: 60 });
const body = fc.string({ unit: 'binary', maxLength: 300 });

describe('a signature', () => {
  it('is the HMAC-SHA-256 that every library computes over timestamp, full stop and body', () => {
    fc.assert(
      fc.property(secret, body, (key, text) => {
        const { timestamp, signature } = sign([key], text, AT);
        const expected = createHmac('sha256', key).update(`${timestamp}.${text}`).digest('hex');
        expect([timestamp, signature]).toEqual([String(Date.parse(AT) / 1000), `v1=${expected}`]);
      }),
    );
  });

  it('is accepted for every body and each of two valid secrets, and for no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(secret, { minLength: 3, maxLength: 3 }), body, (keys, text) => {
        const [old = '', current = '', foreign = ''] = keys;
        const signed = sign([current, old], text, AT);
        const checks = [old, current, foreign].map((key) => verify(key, signed, text, AT).ok);
        expect(checks).toEqual([true, true, false]);
      }),
    );
  });

  it('is refused when one character of body, timestamp or signature has changed', () => {
    const changed = (text: string, place: number) =>
      text.slice(0, place) + (text[place] === '1' ? '2' : '1') + text.slice(place + 1);
    fc.assert(
      fc.property(secret, fc.string({ minLength: 1 }), fc.nat(), (key, text, nat) => {
        const { timestamp, signature } = sign([key], text, AT);
        const other = changed(text, nat % text.length);
        const later = changed(timestamp, nat % timestamp.length);
        const forged = changed(signature, nat % signature.length);
        expect([
          verify(key, { timestamp, signature }, other, AT),
          verify(key, { timestamp: later, signature }, text, AT),
          verify(key, { timestamp, signature: forged }, text, AT),
        ]).toEqual(Array.from({ length: 3 }, () => ({ ok: false, error: 'SIGNATURE' })));
      }),
    );
  });

  it('holds for five minutes in either direction, so that what was overheard cannot be played back', () => {
    const signed = sign(['a secret'], '{}', AT);
    const after = (seconds: number) => verify('a secret', signed, '{}', plusSeconds(AT, seconds));
    expect([after(-300).ok, after(300).ok]).toEqual([true, true]);
    expect([after(-301), after(301)]).toEqual([
      { ok: false, error: 'TIMESTAMP' },
      { ok: false, error: 'TIMESTAMP' },
    ]);
  });

  it('is refused where there is none', () => {
    for (const signature of ['', 'v1=', ',', 'v2=00'])
      expect(verify('a secret', { timestamp: '0', signature }, '{}', AT).ok).toBe(false);
  });
});

const verdict = (url: string, oneMachine = false) => {
  const checked = checkAddress(new URL(url), oneMachine);
  return checked.ok ? 'ok' : checked.error;
};

describe('the address of a webhook', () => {
  it.each([
    'https://system.example.gov.cn/mingcha?from=1',
    'https://8.8.8.8:8443/',
    'https://[2606:4700::1]/',
  ])('may be public and encrypted: %s', (url) => expect(verdict(url)).toBe('ok'));

  it.each([
    ['http://system.example.gov.cn/', 'HTTPS_REQUIRED'],
    ['ftp://system.example.gov.cn/', 'HTTPS_REQUIRED'],
    ['https://user@system.example.gov.cn/', 'CREDENTIALS_IN_URL'],
    ['https://:word@system.example.gov.cn/', 'CREDENTIALS_IN_URL'],
    ['https://system.example.gov.cn/#part', 'FRAGMENT_IN_URL'],
    ['https://localhost/', 'NOT_PUBLIC'],
    ['https://localhost./', 'NOT_PUBLIC'],
    ['https://a.localhost/', 'NOT_PUBLIC'],
    ['https://intranet/', 'NOT_PUBLIC'],
    ['https://metadata.google.internal/', 'NOT_PUBLIC'],
    ['https://127.0.0.1/', 'NOT_PUBLIC'],
    ['https://2130706433/', 'NOT_PUBLIC'],
    ['https://0x7f.1/', 'NOT_PUBLIC'],
    ['https://10.1.2.3/', 'NOT_PUBLIC'],
    ['https://172.31.0.1/', 'NOT_PUBLIC'],
    ['https://192.168.1.1/', 'NOT_PUBLIC'],
    ['https://169.254.169.254/latest', 'NOT_PUBLIC'],
    ['https://100.100.100.200/', 'NOT_PUBLIC'],
    ['https://[::1]/', 'NOT_PUBLIC'],
    ['https://[::ffff:10.0.0.1]/', 'NOT_PUBLIC'],
    ['https://[fd00::1]/', 'NOT_PUBLIC'],
    ['https://[fe80::1]/', 'NOT_PUBLIC'],
    ['https://[64:ff9b::a00:1]/', 'NOT_PUBLIC'],
    ['https://[2002:a00:1::]/', 'NOT_PUBLIC'],
  ])('is refused otherwise: %s', (url, fault) => expect(verdict(url)).toBe(fault));

  it('may be this machine in the clear only where the site itself is this machine', () => {
    const beside = ['http://127.0.0.1:8090/hook', 'http://localhost:8090/hook'];
    expect(beside.map((url) => verdict(url, true))).toEqual(['ok', 'ok']);
    expect(beside.map((url) => verdict(url, false))).toEqual(['HTTPS_REQUIRED', 'HTTPS_REQUIRED']);
    expect(verdict('http://10.0.0.1/', true)).toBe('HTTPS_REQUIRED');
  });

  it('never leads into a private block, whatever the rest of the number', () => {
    const within = (first: number, second: readonly [number, number]) =>
      fc
        .tuple(fc.integer({ min: second[0], max: second[1] }), fc.nat(255), fc.nat(255))
        .map((rest) => [first, ...rest].join('.'));
    const inside = fc.oneof(
      ...[0, 10, 127, 224, 240, 255].map((first) => within(first, [0, 255])),
      within(100, [64, 127]),
      within(169, [254, 254]),
      within(172, [16, 31]),
      within(192, [168, 168]),
    );
    fc.assert(
      fc.property(inside, (address) => {
        expect([address, isPublicAddress(address)]).toEqual([address, false]);
      }),
    );
  });
});

describe('a configuration', () => {
  const asked = { url: 'https://a.example/', active: true, rotate: false };
  const first = configured(undefined, asked, AT, 'administrator');

  it('has a new secret the first time and on rotation, and keeps it otherwise', () => {
    const moved = configured(first, { ...asked, url: 'https://b.example/' }, AT, 'administrator');
    const rotated = configured(moved, { ...asked, rotate: true }, AT, 'administrator');
    expect(
      [first, moved, rotated].map(({ version, secretVersion }) => [version, secretVersion]),
    ).toEqual([
      [1, 1],
      [2, 1],
      [3, 3],
    ]);
  });
});
