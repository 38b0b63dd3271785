/** The Lambda runtime of one child process: loads one bundle when told which, then answers one event at a time. */
import { pathToFileURL } from 'node:url';

process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => {});
delete process.env.NODE_COMPILE_CACHE;
delete process.env.NODE_CHANNEL_FD;
delete process.env.NODE_CHANNEL_SERIALIZATION_MODE;

let handler;

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
}

function describe(error) {
  const failure = error instanceof Error ? error : new Error(String(error));
  console.error(failure);
  return `${failure.name}: ${failure.message}`;
}
