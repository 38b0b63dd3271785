/** The patience of the relay. */
import { describe, expect, it } from 'vitest';
import { afterSending, isExhausted, outboxRow } from '../../shared/relay/outbox.ts';
import { AT, CASE_NUMBER, OCCASION } from '../support/builders.ts';

const row = outboxRow(
  `${CASE_NUMBER}.1`,
  'HEALTH',
  { kind: 'referral', caseNumber: CASE_NUMBER, version: 1 },
  OCCASION,
);

describe('an outbox row', () => {
  it('has the same name on every retry of its event', () => {
    expect(row.pk).toBe(`OUT#${CASE_NUMBER}.1#HEALTH`);
  });

  it('is first swept a minute after the event', () => {
    expect(row.nextAt).toBe('2026-11-20T02:01:00.000Z');
  });

  it('waits 15 minutes once sent, then twice as long each time, never over a day', () => {
    const waits: number[] = [];
    let current = row;
    while (!isExhausted(current)) {
      const moved = afterSending(current, AT);
      waits.push((Date.parse(moved.nextAt) - Date.parse(AT)) / 60_000);
      current = { ...current, ...moved };
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440, 1440, 1440, 1440]);
  });

  it('carries a pointer and nothing else of the case', () => {
    expect(row.pointer).toEqual({ kind: 'referral', caseNumber: CASE_NUMBER, version: 1 });
  });
});
