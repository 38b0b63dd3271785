/** The server that the adapter generates and renderer.ts wraps. */
declare module '#sveltekit-server' {
  import type { Server } from '@sveltejs/kit';
  export const server: Server;
}
