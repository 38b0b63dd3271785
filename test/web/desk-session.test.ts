/** The sign-in of the desk: when it is renewed, what it keeps, where roles lead, and which keys are commands. */
import { describe, expect, it } from 'vitest';
import { commandKey, type KeyPress } from '#lib/desk/keys.ts';
import { placesFor } from '#lib/desk/navigation.ts';
import { needsRenewal, renewed } from '#lib/desk/tokens.ts';

const NOW = Date.parse('2026-11-20T02:00:00.000Z');
const press = (overrides: Partial<KeyPress> = {}): KeyPress => ({
  key: 'j',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  target: { tag: 'A' },
  ...overrides,
});

describe('a sign-in', () => {
  it('is renewed before it runs out, while a call still has time to arrive', () => {
    const tokens = (seconds: number) => ({ accessToken: 'a', expiresAt: NOW + seconds * 1000 });
    expect(needsRenewal(tokens(3600), NOW)).toBe(false);
    expect(needsRenewal(tokens(59), NOW)).toBe(true);
    expect(needsRenewal(tokens(-1), NOW)).toBe(true);
  });

  it('keeps what a renewal does not bring anew, and takes the next renewal from it', () => {
    const after = { accessToken: 'b', expiresAt: NOW };
    expect(renewed({ refreshToken: 'r1', idToken: 'i' }, after)).toEqual({
      ...after,
      refreshToken: 'r1',
      idToken: 'i',
    });
    expect(renewed({ refreshToken: 'r1' }, { ...after, refreshToken: 'r2' }).refreshToken).toBe(
      'r2',
    );
  });
});

describe('the places of the desk', () => {
  it('are those the roles open, and the queue is everybody’s', () => {
    const namesFor = (...roles: string[]) => placesFor(roles).map(({ name }) => name);
    expect(namesFor()).toEqual(['queue', 'statistics']);
    expect(namesFor('clerk')).toEqual(['queue', 'intake', 'statistics']);
    expect(namesFor('officer')).toEqual([
      ...['queue', 'penalties', 'objections', 'inspections', 'statistics'],
    ]);
    expect(namesFor('publisher')).toEqual([
      ...['queue', 'penalties', 'objections', 'channels', 'inspections', 'imports', 'statistics'],
    ]);
    expect(namesFor('coordinator')).toEqual(['queue', 'load', 'statistics']);
    expect(namesFor('administrator')).toEqual([
      ...['queue', 'channels', 'imports', 'statistics', 'operations'],
    ]);
  });
});

describe('a key', () => {
  it('is a command on links, buttons and boxes to tick', () => {
    expect(commandKey(press())).toBe('j');
    expect(commandKey(press({ target: { tag: 'INPUT', type: 'checkbox' } }))).toBe('j');
  });

  it('is none while somebody writes, chooses, or means the browser', () => {
    expect(commandKey(press({ target: { tag: 'INPUT', type: 'text' } }))).toBeUndefined();
    expect(commandKey(press({ target: { tag: 'INPUT' } }))).toBeUndefined();
    expect(commandKey(press({ target: { tag: 'TEXTAREA' } }))).toBeUndefined();
    expect(commandKey(press({ target: { tag: 'SELECT' } }))).toBeUndefined();
    expect(commandKey(press({ ctrlKey: true }))).toBeUndefined();
    expect(commandKey(press({ defaultPrevented: true }))).toBeUndefined();
  });
});
