/** Who works here: the sign-in of this tab from its start to its end. The access token lives in memory only. */
import { err, ok, type Result } from '../../../../shared/result.ts';
import { href } from '#lib/links.ts';
import {
  becomeHolder,
  isOnlyHolder,
  keepJourney,
  keepRefreshToken,
  keptRefreshToken,
  takeJourney,
} from './kept.ts';
import type { Issuer, SignInProblem } from './oidc.ts';
import { needsRenewal, renewed, type Tokens } from './tokens.ts';
import type { DepartmentCode } from '../../../../shared/departments/directory.ts';

export interface Me {
  readonly subject: string;
  readonly name: string;
  readonly department: DepartmentCode;
  readonly roles: readonly string[];
}

/**
 * `starting`: it is not known yet · `leaving`: on the way to the issuer · `ready`: signed in ·
 * `ended`: the session ran out while a page was open · `failed`: the sign-in did not work.
 */
export type Phase = 'starting' | 'leaving' | 'ready' | 'ended' | 'failed';

interface Session {
  phase: Phase;
  /** Set from the first `ready` on. */
  me: Me | undefined;
  problem: SignInProblem | undefined;
}

/** Only the browser changes it; on the server it stays as it is here. */
export const session: Session = $state({ phase: 'starting', me: undefined, problem: undefined });

let settings: App.SignIn | undefined;
let tokens: Tokens | undefined;
let issuer: Promise<Issuer> | undefined;
let renewing: Promise<Result<Tokens, SignInProblem>> | undefined;

const QUEUE = '/desk';
const CALLBACK = '/desk/callback';
const SIGNED_OUT = '/desk/signed-out';

/** Tabs tell each other when one signs out, so that none is left open on a shared screen. */
const SIGN_OUTS = 'mingcha.desk.sign-outs';

/** One for speaking and listening: a second one would hear the first in the same tab and outrun the issuer's sign-out. */
let signOuts: BroadcastChannel | undefined;

/** Pages of the desk that are there without anybody signed in. */
export const isOpenToAll = (path: string): boolean => path === CALLBACK || path === SIGNED_OUT;

/**
 * Begins the session of this tab: with what it kept, or by going to the issuer.
 * @param readMe - asks the API who the caller is
 */
export async function begin(
  signIn: App.SignIn,
  readMe: () => Promise<Result<Me, unknown>>,
): Promise<void> {
  know(signIn);
  if (session.phase === 'ready') return;
  if (!keptRefreshToken() || !(await isOnlyHolder())) return leave();
  const outcome = await renew();
  if (!outcome.ok) return outcome.error === 'REFUSED' ? leave() : fail(outcome.error);
  await enter(readMe);
}

/**
 * The issuer has sent the browser back: takes the tokens.
 * @param enterStaffList - tells the API of the sign-in
 * @returns the address that was wanted
 */
export async function arrive(
  signIn: App.SignIn,
  enterStaffList: () => Promise<Result<Me, unknown>>,
): Promise<string | undefined> {
  know(signIn);
  const journey = takeJourney();
  if (!journey) {
    location.replace(href(QUEUE)); // this address is spent, by a reload or by going back: begin again
    return undefined;
  }
  const { arrival } = await import('./oidc.ts');
  const found = await issuerKnown();
  const outcome = found.ok ? await arrival(found.value, journey, new URL(location.href)) : found;
  if (!outcome.ok) {
    fail(outcome.error);
    return undefined;
  }
  await becomeHolder();
  keep(outcome.value);
  await enter(enterStaffList);
  return session.phase === 'ready' ? journey.wanted : undefined;
}

/** To the issuer, and from there back to `wanted`. */
export async function leave(wanted = location.pathname + location.search): Promise<void> {
  session.phase = 'leaving';
  const found = await issuerKnown();
  if (!found.ok) return fail(found.error);
  const { departure } = await import('./oidc.ts');
  const { journey, address } = await departure(
    found.value,
    location.origin + href(CALLBACK),
    wanted,
  );
  keepJourney(journey);
  location.assign(address);
}

/** Ends the session here, in the other tabs, and at the issuer when it offers that. */
export async function signOut(): Promise<void> {
  const idToken = tokens?.idToken;
  forget();
  signOuts?.postMessage('');
  session.phase = 'leaving';
  const backTo = location.origin + href(SIGNED_OUT);
  const found = await issuerKnown();
  const { farewell } = await import('./oidc.ts');
  location.assign((found.ok && farewell(found.value, idToken, backTo)) || backTo);
}

/** @param isRefused - the API did not take the last one */
export async function accessToken(isRefused = false): Promise<Result<string, SignInProblem>> {
  if (tokens && !isRefused && !needsRenewal(tokens, Date.now())) return ok(tokens.accessToken);
  const outcome = await renew();
  if (outcome.ok) return ok(outcome.value.accessToken);
  if (outcome.error === 'REFUSED' && session.phase === 'ready') session.phase = 'ended';
  return outcome;
}

/** Many calls may find the token old at once; it is renewed once. */
function renew(): Promise<Result<Tokens, SignInProblem>> {
  renewing ??= renewNow().finally(() => (renewing = undefined));
  return renewing;
}

async function renewNow(): Promise<Result<Tokens, SignInProblem>> {
  const refreshToken = keptRefreshToken();
  if (!refreshToken) return err('REFUSED');
  const found = await issuerKnown();
  if (!found.ok) return found;
  const { renewal } = await import('./oidc.ts');
  const outcome = await renewal(found.value, refreshToken);
  if (outcome.ok) keep(renewed({ refreshToken, ...idTokenOf(tokens) }, outcome.value));
  else if (outcome.error === 'REFUSED') forget();
  return outcome;
}

const idTokenOf = (known: Tokens | undefined) => known?.idToken && { idToken: known.idToken };

async function enter(readMe: () => Promise<Result<Me, unknown>>): Promise<void> {
  const me = await readMe();
  if (!me.ok) return fail('UNAVAILABLE');
  session.me = me.value;
  session.phase = 'ready';
}

function fail(problem: SignInProblem): void {
  session.problem = problem;
  session.phase = 'failed';
}

function keep(given: Tokens): void {
  tokens = given;
  keepRefreshToken(given.refreshToken);
}

function forget(): void {
  tokens = undefined;
  keepRefreshToken(undefined);
}

function know(signIn: App.SignIn): void {
  if (settings) return;
  settings = signIn;
  listenForSignOut();
}

function listenForSignOut(): void {
  signOuts = new BroadcastChannel(SIGN_OUTS);
  signOuts.addEventListener('message', () => {
    forget();
    location.assign(href(SIGNED_OUT));
  });
}

async function issuerKnown(): Promise<Result<Issuer, SignInProblem>> {
  try {
    if (!settings) return err('UNAVAILABLE');
    const { discover } = await import('./oidc.ts');
    issuer ??= discover(settings);
    return ok(await issuer);
  } catch {
    issuer = undefined;
    return err('UNAVAILABLE');
  }
}
