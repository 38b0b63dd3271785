/** Turns the SvelteKit build into two artefacts: one server module and the static files beside it. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Adapter } from '@sveltejs/kit';
import { build } from 'esbuild';
import { LOOKS_PATH } from '../shared/disclosure/pages.ts';
import { chosenDistrict } from '../shared/districts/chosen.ts';

const district = { 'process.env.DISTRICT': JSON.stringify(chosenDistrict.choice) };

/** Writes `build/renderer.js` (see renderer.ts) with its parts beside it, and `build/client/**`, whose paths are their URLs. */
export default function adapter(): Adapter {
  return {
    name: 'mingcha',
    async adapt(builder) {
      const client = 'build/client';
      builder.rimraf('build');
      builder.writeClient(client);
      const look = writeLook(client, builder.config.appDir);
      const scripts = await buildScripts(path.join(client, builder.config.appDir, 'immutable'));
      const instance = path.resolve(builder.getBuildDirectory('mingcha'), 'server.js');
      builder.generateServerInstance(instance);
      await build({
        entryPoints: ['renderer.ts'],
        outdir: 'build',
        chunkNames: 'renderer/[name]-[hash]',
        splitting: true, // a page is read when it is asked for: a citizen's waits for none of the desk's
        alias: { '#sveltekit-server': instance },
        define: {
          ...district,
          LOOK_PATH: JSON.stringify(look.path),
          LOOK_STYLES: JSON.stringify(look.styles),
          ...Object.fromEntries(
            Object.entries(scripts).map(([name, file]) => [
              name,
              JSON.stringify(`/${builder.config.appDir}/immutable/${file}`),
            ]),
          ),
        },
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

/** SvelteKit numbers the root layout 0, and its styles are those of every page. The copy is what readers get while nothing else answers. */
function writeLook(
  client: string,
  appDir: string,
): { readonly path: string; readonly styles: string } {
  const folder = path.join(client, appDir, 'immutable/assets');
  const [file, ...others] = readdirSync(folder).filter((name) => /^0\.[\w-]+\.css$/.test(name));
  if (file === undefined || others.length > 0)
    throw new Error('not one stylesheet of the root layout');
  const styles = readFileSync(path.join(folder, file), 'utf8');
  mkdirSync(path.join(client, LOOKS_PATH));
  writeFileSync(path.join(client, LOOKS_PATH, file), styles);
  return { path: `${LOOKS_PATH}/${file}`, styles };
}

const scriptSources = {
  REPORT_SCRIPT: 'src/lib/report/script/report.ts',
  SEARCH_SCRIPT: 'src/lib/search/bring-search.ts',
};

/**
 * The small scripts of pages that do not hydrate. What a script imports only when it is needed lies beside it.
 * @returns the file of each under the constant by which pages know it
 */
async function buildScripts(folder: string): Promise<Readonly<Record<string, string>>> {
  const { metafile } = await build({
    entryPoints: Object.values(scriptSources),
    outdir: folder,
    entryNames: '[name]-[hash]',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    define: district,
    splitting: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'safari15'],
    metafile: true,
    logLevel: 'warning',
  });
  const built = Object.entries(metafile.outputs);
  return Object.fromEntries(
    Object.entries(scriptSources).map(([name, source]) => {
      const [entry] = built.find(([, { entryPoint }]) => entryPoint === source) ?? [];
      if (!entry) throw new Error(`the build of ${source} left nothing`);
      return [name, path.basename(entry)];
    }),
  );
}
