/** Builds the window: SvelteKit with the interface texts of both languages compiled in. */
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import adapter from './adapter.ts';

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      outputStructure: 'locale-modules',
      strategy: ['baseLocale'], // overwritten in hooks.server.ts: the path decides
    }),
    sveltekit({
      adapter: adapter(),
      compilerOptions: { runes: true },
      // A page is stored once and shown under several addresses (the 404 page under any).
      paths: { relative: false },
      // No cookie and no session, so a foreign page has nothing to ride on; and a frightened
      // reporter's browser that strips `Origin` must still be able to post the form.
      csrf: { trustedOrigins: ['*'] },
      version: { name: 'window' }, // nothing hydrates, so no page ever asks for a newer version
    }),
  ],
});
