/** Builds the window: SvelteKit with the interface texts of both languages compiled in. */
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { chosenDistrict } from '../shared/districts/chosen.ts';
import { contentSecurity } from '../shared/disclosure/page-headers.ts';
import adapter from './adapter.ts';

const texts = (project: string, outdir: string): Parameters<typeof paraglideVitePlugin>[0] => ({
  project,
  outdir,
  outputStructure: 'message-modules', // a page of the desk carries the texts it names and no others
  strategy: ['baseLocale'], // overwritten in the hooks: the path decides
});

/** Every group but the desk. */
const plainPage = /\/src\/routes\/\((?!desk\))[^?]*\/\+page\.svelte$/;

/** Pages that never hydrate need nothing in the browser; the desk would carry the names of all their parts. */
const withoutPlainPages: Plugin = {
  name: 'without-plain-pages',
  enforce: 'pre',
  load(id) {
    return this.environment.name === 'client' && plainPage.test(id) ? '' : null;
  },
};

export default defineConfig({
  // The window is built for one district.
  define: { 'process.env.DISTRICT': JSON.stringify(chosenDistrict.choice) },
  plugins: [
    paraglideVitePlugin(texts('./project.inlang', './src/lib/paraglide')),
    // Apart, because the desk carries its texts to the browser and the public pages carry none.
    paraglideVitePlugin(texts('./desk.inlang', './src/lib/desk/paraglide')),
    withoutPlainPages,
    sveltekit({
      adapter: adapter(),
      compilerOptions: { runes: true },
      // A page is stored once and shown under several addresses (the 404 page under any).
      paths: { relative: false },
      // No session in a cookie, so a foreign page has nothing to ride on; and a frightened
      // reporter's browser that strips `Origin` must still be able to post the form.
      csrf: { trustedOrigins: ['*'] },
      // Pages with script say which inline scripts are theirs; the others keep what the distribution says.
      csp: { mode: 'hash', directives: contentSecurity },
      version: { name: 'window' }, // the same build twice is the same bytes
    }),
  ],
});
