/** Every call of the HTTP API with its input: the OpenAPI document is made from this list, and a test holds it to the catalogue. */
import type { Call } from './call.ts';
import { deskCalls } from './desk-calls.ts';
import { publicCalls } from './public-calls.ts';

export const calls: readonly Call[] = [...publicCalls, ...deskCalls];
