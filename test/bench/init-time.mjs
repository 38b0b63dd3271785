/** One Lambda start: how many milliseconds a fresh process needs to load the bundle that its argument names. */
import { pathToFileURL } from 'node:url';

const { href } = pathToFileURL(process.argv[2]);
const begun = performance.now();
await import(href);
process.stdout.write(String(performance.now() - begun));
process.exit(0);
