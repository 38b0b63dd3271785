/** Lambdas of `functions/window/`: pages that are rendered when asked, and the description of the API. */
import {
  DESK_PATH,
  DISPLAY_PATH,
  LOOKS_PATH,
  MISSING_PREFIX,
  renderedPaths,
} from '../../shared/disclosure/pages.ts';
import { get, post } from './entries.ts';
import type { RoomLambda } from './lambda.ts';

export const window: readonly RoomLambda[] = [
  {
    name: 'describe-api',
    trigger: { routes: [get('/api/openapi.json')], auth: 'public' },
  },
  {
    name: 'render-page',
    trigger: {
      routes: [
        ...renderedPaths.flatMap((path) => [
          get(path),
          post(path),
          get(`/en${path}`),
          post(`/en${path}`),
        ]),
        get(`${DISPLAY_PATH}.css`),
        get(`${LOOKS_PATH}/{file}`),
        get(`${DESK_PATH}/{path+}`),
        get(`/en${DESK_PATH}/{path+}`),
        get(`${MISSING_PREFIX}/{path+}`),
      ],
      auth: 'public',
    },
    defers: true,
    settings: ['API_ORIGIN', 'SITE_ORIGIN', 'ISSUER', 'DESK_CLIENT_ID'],
    timeoutSeconds: 20,
  },
];
