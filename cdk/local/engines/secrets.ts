/** The secrets of the templates: generated at first use, kept in a file that only the owner can read. */
import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { JsonObject } from '../template/assembly.ts';
import { writePrivateFile } from '../private-file.ts';

const LOWERCASE = 'abcdefghijklmnopqrstuvwxyz';
const NUMBERS = '0123456789';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const DEFAULT_LENGTH = 32;

/** @returns the value of a secret by its ARN, made by its `GenerateSecretString` rules when it is not there yet */
export function openSecrets(path: string): (arn: string, rules: JsonObject) => string {
  const values: Record<string, string> = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>) // written below, by us alone
    : {};
  return (arn, rules) => {
    const value = values[arn] ?? generate(rules);
    if (values[arn] === undefined) {
      values[arn] = value;
      writePrivateFile(path, values);
    }
    return value;
  };
}

function generate(rules: JsonObject): string {
  const excluded = String(rules['ExcludeCharacters'] ?? '');
  const characters = [
    rules['ExcludeLowercase'] === true ? '' : LOWERCASE,
    rules['ExcludeUppercase'] === true ? '' : LOWERCASE.toUpperCase(),
    rules['ExcludeNumbers'] === true ? '' : NUMBERS,
    rules['ExcludePunctuation'] === true ? '' : PUNCTUATION,
  ]
    .join('')
    .split('')
    .filter((character) => !excluded.includes(character));
  const length = Number(rules['PasswordLength'] ?? DEFAULT_LENGTH);
  const password = Array.from({ length }, () => characters[randomInt(characters.length)]).join('');
  const key = rules['GenerateStringKey'];
  if (typeof key !== 'string') return password;
  const template = JSON.parse(String(rules['SecretStringTemplate'] ?? '{}')) as JsonObject; // the template's own text
  return JSON.stringify({ ...template, [key]: password });
}
