/** The whole window as one function from request to response; the publisher and the page renderer call it. */
import { server } from '#sveltekit-server';

let ready: Promise<void> | undefined;

/** Renders one page. Starts the server at the first call and keeps it. */
export async function respond(request: Request, platform: App.Platform): Promise<Response> {
  await (ready ??= server.init({ env: {} }));
  const asked = new Request(request);
  // Without it a form answer would be JSON for clients that accept anything.
  asked.headers.set('accept', 'text/html');
  return server.respond(asked, { platform, getClientAddress: () => '' });
}
