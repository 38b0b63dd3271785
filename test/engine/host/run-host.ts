/** A host as a process of its own, so that a test can kill it. Arguments: assembly, data folder. Prints its addresses. */
import { startHost } from '../../../cdk/local/host.ts';

const [outdir = '', dataDir = ''] = process.argv.slice(2);
const { origin, endpoints, plan } = await startHost({ outdir, dataDir, port: 0 });
const table = plan.tables[0]?.name;
process.send?.({ origin, endpoints, table });
