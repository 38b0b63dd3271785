/** What the script of the complaint form decides by itself: it seals as the intake function does, and refuses what the API would. */
import fc from 'fast-check';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSealingKey, type SealingKey } from '../../cdk/sealing-key.ts';
import { sealIdentity as sealInFunction } from '../../functions/sealing.ts';
import { ComplaintSubmission } from '../../shared/complaints/complaint.ts';
import { partsOf } from '../../shared/complaints/opening.ts';
import { identityRecipients, SealedIdentity } from '../../shared/complaints/sealed-identity.ts';
import { keysIn, openSealed } from '../../web/src/lib/desk/case/sealed.ts';
import { failedChecks } from '../../web/src/lib/report/checks.ts';
import { complaintBody, type ComplaintForm } from '../../web/src/lib/report/complaint-form.ts';
import {
  recipientsOf,
  sealIdentity,
  type Recipients,
} from '../../web/src/lib/report/script/seal.ts';
import { aRouteQuestion, someCategories, someCircumstances } from '../support/arbitraries.ts';
import { aComplaint } from '../support/builders.ts';
import { openIdentity } from '../support/open-identity.ts';

const TODAY = '2026-11-21';

describe('an identity sealed in the browser', () => {
  const identity = { name: '示例市民', phone: '13900000000', address: '示例路1号' };
  let keys: readonly SealingKey[];
  beforeAll(async () => {
    keys = await Promise.all(['MARKET', 'HEALTH', 'ESCROW'].map(makeSealingKey));
  });

  it('opens with each recipient’s key, as one that the intake function sealed does', async () => {
    for (const seal of [sealIdentity, sealInFunction]) {
      const sealed = await seal(identity, keys, 'key-of-the-form');
      expect(v.is(SealedIdentity, sealed)).toBe(true);
      for (const key of keys)
        expect(await openIdentity(sealed, key, 'key-of-the-form')).toEqual(identity);
    }
  });

  it('opens for nobody else, and not as part of another filing', async () => {
    const sealed = await sealIdentity(identity, keys.slice(0, 2), 'key-of-the-form');
    const [first, , escrow] = keys;
    if (!first || !escrow) throw new Error('three keys were made');
    await expect(openIdentity(sealed, first, 'another-key')).rejects.toThrow();
    await expect(openIdentity(sealed, escrow, 'key-of-the-form')).rejects.toThrow('not sealed');
    const forged = { ...escrow, recipient: first.recipient, keyId: first.keyId };
    await expect(openIdentity(sealed, forged, 'key-of-the-form')).rejects.toThrow();
  });

  it('opens at the desk with the file of a key, as one from before bindings were kept does', async () => {
    const [first, second] = keys;
    if (!first || !second) throw new Error('three keys were made');
    const sealed = await sealIdentity(identity, keys.slice(0, 1), 'binding');
    const own = keysIn(JSON.stringify(first));
    const bound = { person: identity, isBound: true };
    expect(await openSealed(sealed, 'binding', own)).toEqual(bound);
    expect(await openSealed(sealed, 'binding', keysIn(JSON.stringify({ keys })))).toEqual(bound);
    expect(await openSealed(sealed, undefined, own)).toEqual({ ...bound, isBound: false });
    expect(await openSealed(sealed, 'another', own)).toBeUndefined();
    expect(await openSealed(sealed, 'binding', keysIn(JSON.stringify(second)))).toBeUndefined();
    for (const text of ['', '{}', '[]', JSON.stringify({ keys: [{}] })])
      expect(keysIn(text)).toEqual([]);
  });

  it('tells nothing by its length', async () => {
    const long = { ...identity, address: '示例路'.repeat(20) };
    const lengths = [identity, long].map(
      async (one) => (await sealIdentity(one, keys, 'key')).ciphertext.length,
    );
    expect(new Set(await Promise.all(lengths)).size).toBe(1);
  });

  const sorted = ({ first, second }: Recipients) => [first.toSorted(), second?.toSorted()];

  it('is sealed for exactly those who lead the case; an accusation beside it has others', () => {
    const accused = fc.constantFrom('HEALTH', 'DISCIPLINE', 'JUSTICE', undefined);
    fc.assert(
      fc.property(aRouteQuestion, accused, ({ categories, circumstances }, whom) => {
        const submission = aComplaint({
          categories,
          circumstances,
          ...(whom && { accused: whom }),
        });
        const [first = [], second] = partsOf(submission).map((part) =>
          identityRecipients(part.map(({ lead }) => lead.addressee)),
        );
        const expected = second ? { first, second } : { first };
        expect(sorted(recipientsOf(categories, whom))).toEqual(sorted(expected));
      }),
    );
  });
});

describe('checks before sending', () => {
  const maybe = <T>(value: fc.Arbitrary<T>, without: T) => fc.oneof(fc.constant(without), value);
  const aForm: fc.Arbitrary<ComplaintForm> = fc.record({
    categories: maybe(someCategories, []),
    circumstances: someCircumstances,
    institutionId: fc.constantFrom('', 'inst-0001'),
    institutionName: fc.constantFrom('', '示例诊所'),
    nameUnknown: fc.boolean(),
    institutionStreet: fc.constantFrom('', '500104003', '500112'),
    institutionAddress: fc.constantFrom('', '示例路1号'),
    placeDescription: fc.constantFrom('', '二楼，没有招牌'),
    facts: fc.constantFrom('', '多收九百元。'),
    occurredOn: fc.constantFrom('', TODAY, '2026-11-22'),
    otherWay: fc.constantFrom('', '', 'CONSULT'),
    accused: fc.constantFrom('', 'HEALTH'),
    accusation: fc.constantFrom('', '科长收了钱。'),
    earlierReceiptCode: fc.constantFrom('', '7K3M-9XQ2-ABCD-EFGH-J'),
    demand: fc.constantFrom('', '退费'),
    named: fc.boolean(),
    personName: fc.constantFrom('', '示例市民'),
    phone: fc.constantFrom('', '139', '139 0000-0000', '电话'),
    personAddress: fc.constantFrom('', '示例路1号'),
  });

  /** The date is judged by the function, which knows today. */
  const isTaken = (form: ComplaintForm): boolean =>
    v.is(ComplaintSubmission, complaintBody(form, 'zh')) && form.occurredOn <= TODAY;

  it('find something exactly where the API would refuse', () => {
    fc.assert(
      fc.property(aForm, (form) => {
        expect(failedChecks(form, TODAY).length === 0).toBe(isTaken(form));
      }),
      { numRuns: 500 },
    );
  });
});
