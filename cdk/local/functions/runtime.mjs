/** The Lambda runtime of one child process: loads one bundle when told which, then answers one event at a time. */
import { flushCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';

// At once, whatever it is doing: a Lambda environment that is frozen for good does not say goodbye either.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('SIGINT', () => {});
delete process.env.NODE_COMPILE_CACHE;
delete process.env.NODE_CHANNEL_FD;
delete process.env.NODE_CHANNEL_SERIALIZATION_MODE;

let handler;
let answered = 0;

process.on('message', (message) => {
  const done = message.load ? load(message.load) : answer(message);
  done.catch((error) => process.send({ failed: describe(error) }));
});

async function load({ file, exportName, environment }) {
  Object.assign(process.env, environment);
  const module = await import(pathToFileURL(file).href);
  handler = module[exportName];
  if (typeof handler !== 'function') throw new Error(`${file} exports no ${exportName}`);
  process.send({ loaded: true });
}

async function answer({ event, requestId, functionName, deadline }) {
  const context = {
    awsRequestId: requestId,
    functionName,
    functionVersion: '$LATEST',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
  const result = await handler(event, context);
  process.send({ result: result ?? null });
  answered += 1;
  // The next process of the same bundle starts from what this one has compiled.
  if (answered === 1) setImmediate(flushCompileCache);
}

function describe(error) {
  const failure = error instanceof Error ? error : new Error(String(error));
  console.error(failure);
  return `${failure.name}: ${failure.message}`;
}
