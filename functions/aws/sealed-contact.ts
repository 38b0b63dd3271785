/** A contact sealed in the vault: its key comes of PEPPER, what it is for and whose it is, so that a copied row opens to nobody. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { Contact } from '../../shared/notices/notice.ts';
import { setting } from '../runtime.ts';

/** @param subject - the case or objection that it belongs to */
export function sealContact(purpose: string, subject: string, contact: Contact): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose, subject), iv);
  const plain = JSON.stringify(contact);
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

export function unsealContact(purpose: string, subject: string, sealed: string): Contact {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose, subject), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  return v.parse(Contact, JSON.parse(plain.toString('utf8')));
}

const keyFor = (purpose: string, subject: string): Buffer =>
  Buffer.from(hkdfSync('sha256', setting('PEPPER'), subject, purpose, 32));
