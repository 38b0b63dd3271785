/**
 * Leaves the SDK one way to find credentials: the environment, where Lambda puts them.
 *
 * The default chain brings sign-in, SSO and STS clients that never run in a function: a quarter of the bundle and
 * two fifths of its start-up time.
 */
import type { Plugin } from 'esbuild';

const CHAIN = /^@aws-sdk\/credential-provider-node$/;

export const environmentCredentials: Plugin = {
  name: 'environment-credentials',
  setup(build) {
    build.onResolve({ filter: CHAIN }, ({ path, resolveDir }) => ({
      path,
      namespace: 'environment-credentials',
      pluginData: resolveDir,
    }));
    build.onLoad({ filter: CHAIN, namespace: 'environment-credentials' }, ({ pluginData }) => ({
      contents: `export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';`,
      resolveDir: String(pluginData),
    }));
  },
};
