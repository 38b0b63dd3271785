/** The queue and bucket engine in a process of its own, on 127.0.0.1 whatever it asks for. Arguments: data folder. */
import { existsSync } from 'node:fs';
import { Server } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => {});

// oxlint-disable-next-line typescript/unbound-method -- called with its server below
const { listen } = Server.prototype;
Server.prototype.listen = function (options, ...rest) {
  return Reflect.apply(listen, this, [
    { port: options?.port ?? options, host: '127.0.0.1' },
    ...rest,
  ]);
};

const dataDir = process.argv[2];
makeInFlightMessagesVisible(join(dataDir, 'fauxqs.db'));

const { startFauxqs } = await import('fauxqs');
const server = await startFauxqs({
  port: 0,
  dataDir,
  logger: false,
  defaultRegion: 'us-east-1',
});
process.send({ port: server.port });

/** Nobody who received a message before this start is still alive to delete it. */
function makeInFlightMessagesVisible(path) {
  if (!existsSync(path)) return;
  const database = new DatabaseSync(path);
  database.exec(
    'UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE receipt_handle IS NOT NULL',
  );
  database.close();
}
