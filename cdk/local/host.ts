/** Hosts a synthesised assembly on one machine: engines, functions, front and what connects them. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chosenDistrict } from '../../shared/districts/chosen.ts';
import { claimFolder } from './district-of-folder.ts';
import { createBuckets } from './engines/buckets.ts';
import { LOCAL_REGION, send } from './engines/engine-call.ts';
import { startInvalidationEngine, type InvalidationEngine } from './engines/invalidations.ts';
import { createMetricStore, startMetricEngine } from './engines/metrics.ts';
import { createQueues } from './engines/queues.ts';
import { openSecrets } from './engines/secrets.ts';
import { startEngines } from './engines/start-engines.ts';
import { createTables } from './engines/tables.ts';
import { createAuthoriser } from './front/authoriser.ts';
import { listen } from './front/front.ts';
import { createGateway } from './front/gateway.ts';
import { createPool, type FunctionPool } from './functions/pool.ts';
import { openCredentials } from './identity/credentials.ts';
import { startIdentityProvider } from './identity/identity-provider.ts';
import { publishSealingKeys } from './identity/sealing-keys.ts';
import { lockDataDir } from './lock.ts';
import { openLog } from './log-file.ts';
import { startNoticeGateway } from './notices/notice-gateway.ts';
import { startPermissionProxy, type PermissionProxy } from './permissions/proxy.ts';
import { refuseMissingSourceGrants } from './permissions/source-grants.ts';
import { writePrivateFile } from './private-file.ts';
import { startSources } from './sources/start-sources.ts';
import { adoptAssembly } from './template/adopt-assembly.ts';
import { readAssembly } from './template/assembly.ts';
import { evaluateAssembly } from './template/evaluation.ts';
import { planOf, type Plan } from './template/plan.ts';

export interface HostOptions {
  /** A synthesised assembly, or what makes one; called after the port and the data folder are ours. */
  readonly outdir: string | (() => Promise<string>);
  readonly dataDir: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Another DynamoDB than the embedded one. */
  readonly dynamodbEndpoint?: string;
  /** `off`: no queue, stream or schedule calls a function; a test does, by `invoke`. */
  readonly eventSources?: 'off';
  /** Hears of each finished part. */
  readonly report?: (part: string, milliseconds: number) => void;
}

export interface Host {
  /** `http://localhost:8080`: site, `/api` and `/oidc`. */
  readonly origin: string;
  readonly apiOrigin: string;
  readonly dataDir: string;
  readonly credentialsPath: string;
  /** The engines' addresses, for tests and tools. */
  readonly endpoints: { readonly dynamodb: string; readonly sqs: string; readonly s3: string };
  readonly plan: Plan;
  /** Every process that belongs to this host. */
  readonly enginePids: readonly number[];
  /** What stands between functions and engines. */
  readonly permissions: Pick<PermissionProxy, 'replacePolicies' | 'watch'>;
  /** What the distribution was asked to forget. */
  readonly invalidated: InvalidationEngine['invalidated'];
  readonly invoke: FunctionPool['invoke'];
  /** Resolves when the home page is there: the first pages come from the refresh schedule. */
  homeIsThere(limitMilliseconds: number): Promise<boolean>;
  /** Resolves with a sentence when a part ends unasked. */
  readonly failed: Promise<string>;
  stop(): Promise<void>;
}

export const AUDIENCE = 'urn:mingcha:api';
/** Named so by the identity provider of one machine. */
const DESK_CLIENT = 'desk';
const HOME_POLL_MILLISECONDS = 50;

/** What a deployment must say and one machine has no use for: there is no TLS here, and alarms reach nobody. */
const DEPLOYMENT_ONLY = {
  SiteDomain: 'localhost',
  CertificateArn: 'none',
  AlarmEndpoint: 'nobody',
};

export async function startHost(options: HostOptions): Promise<Host> {
  const stops: (() => Promise<void> | void)[] = [];
  let stopping = false;
  const stop = async () => {
    stopping = true;
    for (const part of stops.splice(0).reverse()) await part();
  };
  try {
    const host = await start(options, stops, stop);
    const failed = host.failed.then((how) => (stopping ? new Promise<never>(() => {}) : how));
    return { ...host, failed };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param stops - what has been started, each with its end; the last one started ends first */
async function start(
  { outdir, dataDir, port, dynamodbEndpoint, eventSources, report = () => undefined }: HostOptions,
  stops: (() => Promise<void> | void)[],
  stop: () => Promise<void>,
): Promise<Host> {
  const part = async <T>(name: string, work: Promise<T>): Promise<T> => {
    const begun = performance.now();
    const result = await work;
    report(name, performance.now() - begun);
    return result;
  };
  const front = await listen(port);
  stops.push(() => front.stop());
  const release = lockDataDir(dataDir);
  if (!release) {
    throw new Error(
      `Another host is running on ${dataDir}. Stop it, or choose another folder with DATA_DIR.`,
    );
  }
  stops.push(release);
  claimFolder(dataDir, chosenDistrict.choice);

  const origin = `http://localhost:${front.port}`;
  const issuer = `${origin}/oidc`;
  const credentialsPath = join(dataDir, 'demo-credentials.json');
  openCredentials(credentialsPath);
  const beginnings = [
    part('engines', startEngines(dataDir, dynamodbEndpoint)),
    part('identity provider', startIdentityProvider(dataDir, issuer, AUDIENCE)),
    typeof outdir === 'string' ? Promise.resolve(outdir) : outdir(),
  ] as const;
  const [startedEngines, startedIdentity] = beginnings;
  stops.push(async () => {
    const [engines, identity] = await Promise.allSettled([startedEngines, startedIdentity]);
    if (identity.status === 'fulfilled') await identity.value.child.stop();
    if (engines.status === 'fulfilled') await engines.value.stop();
  });
  const [engines, identity, built] = await Promise.all(beginnings);

  const notices = await startNoticeGateway(dataDir);
  stops.push(() => notices.stop());
  const resources = evaluateAssembly(readAssembly(adoptAssembly(built, dataDir)), {
    origin,
    sqs: engines.sqs,
    parameters: {
      Issuer: issuer,
      Audience: AUDIENCE,
      DeskClientId: DESK_CLIENT,
      SiteOrigin: origin,
      NotifierUrl: notices.url,
      ...DEPLOYMENT_ONLY,
    },
    secret: openSecrets(join(dataDir, 'secrets.json')),
  });
  const plan = planOf(resources);
  refuseMissingSourceGrants(plan);
  const [streams] = await part(
    'tables, queues, buckets',
    Promise.all([
      createTables(engines.dynamodb, plan.tables),
      createQueues(engines.sqs, plan.queues),
      createBuckets(engines.s3, plan.buckets),
    ]),
  );
  const vault = plan.tables.find(({ logicalId }) => logicalId.startsWith('vault'));
  if (vault) {
    const keys = join(dataDir, 'identity-keys.json');
    await publishSealingKeys(keys, engines.dynamodb, vault.name);
  }

  const log = openLog(join(dataDir, 'logs', 'host.log'));
  stops.push(() => log.close());
  const complain = (sentence: string) => log.write(`${new Date().toISOString()} ${sentence}\n`);
  const metrics = createMetricStore();
  const metricEngine = await startMetricEngine(metrics);
  stops.push(() => metricEngine.stop());
  const invalidations = await startInvalidationEngine(plan.distribution.id);
  stops.push(() => invalidations.stop());
  const permissions = await startPermissionProxy({
    functions: plan.functions,
    tables: plan.tables,
    engines: { ...engines, monitoring: metricEngine.url, cloudfront: invalidations.url },
    policies: (functionName) => plan.permissions.get(functionName) ?? [],
    onDenied(functionName, sentence) {
      complain(sentence);
      pool.note(functionName, sentence);
    },
  });
  stops.push(() => permissions.stop());
  const pool = createPool(
    plan.functions,
    ({ name }) => ({
      AWS_REGION: LOCAL_REGION,
      AWS_ACCESS_KEY_ID: permissions.keyOf(name).id,
      AWS_SECRET_ACCESS_KEY: permissions.keyOf(name).secret,
      // For every service: one that no engine stands for is denied instead of sought on the internet.
      AWS_ENDPOINT_URL: permissions.url,
    }),
    dataDir,
    metrics,
  );
  stops.push(() => pool.stop());
  if (eventSources !== 'off') {
    const sources = startSources({ plan, engines, streams, pool, dataDir, complain });
    stops.push(() => sources.stop());
  }
  const jwks = new URL('/oidc/jwks', identity.url);
  front.open({
    gateway: createGateway(
      plan.routes,
      pool,
      createAuthoriser(() => jwks),
    ),
    distribution: plan.distribution,
    s3: engines.s3,
    store: permissions.url,
    identityProvider: identity.url,
    complain,
  });
  // Where the commands of this machine find the engines as long as this host runs.
  const endpoints = { dynamodb: engines.dynamodb, sqs: engines.sqs, s3: engines.s3 };
  writePrivateFile(join(dataDir, 'engines.json'), endpoints);
  // First of all nothing new comes in.
  stops.push(() => front.stop());

  return {
    origin,
    apiOrigin: origin,
    dataDir,
    credentialsPath,
    endpoints,
    plan,
    permissions,
    invalidated: invalidations.invalidated,
    invoke: (name, event) => pool.invoke(name, event),
    enginePids: [...engines.pids, identity.child.pid],
    homeIsThere: (limit) => answers200(`http://127.0.0.1:${front.port}/`, limit),
    failed: Promise.race([
      engines.failed,
      identity.child.exited.then((how) => `The identity provider ended: ${how}.`),
    ]),
    stop,
  };
}

async function answers200(url: string, limitMilliseconds: number): Promise<boolean> {
  const deadline = Date.now() + limitMilliseconds;
  while (Date.now() < deadline) {
    const { status } = await send(url, { method: 'GET' }).catch(() => ({ status: 0 }));
    if (status === 200) return true;
    await pause(HOME_POLL_MILLISECONDS);
  }
  return false;
}
