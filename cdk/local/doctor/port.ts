/** Can the site have its port? */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { good, ill, note, type Finding } from './finding.ts';

const ABOUT = 'port';

/** @param isRunning - a host of ours is at work on the data folder, and probably it is the one that listens */
export async function lookAtPort(port: number, isRunning: boolean): Promise<Finding> {
  const code = await refusal(port);
  if (code === undefined) return good(ABOUT, `${port} is free`);
  const another = `choose another: PORT=${port < 1024 ? 8080 : port + 1} npm start`;
  if (code === 'EACCES') return ill(ABOUT, `this user may not listen on ${port}`, another);
  if (code !== 'EADDRINUSE') return ill(ABOUT, `nothing can listen on ${port} (${code})`, another);
  return isRunning
    ? note(ABOUT, `${port} is taken, and Mingcha is running on this data folder: likely by it`)
    : ill(ABOUT, `${port} is taken by another program`, `end that program, or ${another}`);
}

async function refusal(port: number): Promise<string | undefined> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  } finally {
    server.close();
  }
}
