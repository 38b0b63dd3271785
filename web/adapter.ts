/** Turns the SvelteKit build into two artefacts: one server module and the static files beside it. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Adapter } from '@sveltejs/kit';
import { build } from 'esbuild';

/** Writes `build/renderer.js` (see renderer.ts) and `build/client/**`, whose paths are their URLs. */
export default function adapter(): Adapter {
  return {
    name: 'mingcha',
    async adapt(builder) {
      const client = 'build/client';
      builder.rimraf('build');
      builder.writeClient(client);
      // No page hydrates (`csr = false` in the root layout): scripts would be dead weight in the bucket.
      for (const folder of ['chunks', 'entry', 'nodes']) {
        rmSync(path.join(client, builder.config.appDir, 'immutable', folder), {
          recursive: true,
          force: true,
        });
      }

      const instance = path.resolve(builder.getBuildDirectory('mingcha'), 'server.js');
      builder.generateServerInstance(instance);
      await build({
        entryPoints: ['renderer.ts'],
        outfile: 'build/renderer.js',
        alias: { '#sveltekit-server': instance },
        bundle: true,
        minify: true,
        platform: 'node',
        format: 'esm',
        target: 'node24',
        mainFields: ['module', 'main'],
        logLevel: 'warning',
      });
    },
  };
}
