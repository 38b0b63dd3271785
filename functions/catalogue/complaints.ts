/** Lambdas of `functions/complaints/`: filing, following and answering complaints, with what is kept of their reporters. */
import { caseWriter, get, idempotency, post, staff } from './entries.ts';
import type { Lambda, RoomLambda, TableGrant } from './lambda.ts';

const filing = {
  cases: { actions: ['Query', 'PutItem'] },
  vault: [
    { actions: ['PutItem'], leadingKeys: ['RECEIPT#*', 'REPEAT#*', 'IDENTITY#*', 'REWARD#CASE#*'] },
    { actions: ['GetItem'], leadingKeys: ['RECEIPT#*', 'REPEAT#*'] },
    { actions: ['Query'], leadingKeys: ['KEYS'] },
  ],
  relay: idempotency,
} as const satisfies Lambda['tables'];

/** Says beside a case how its citizen hears of news. */
const newsSetter = {
  cases: { actions: ['Query', 'PutItem'], leadingKeys: ['CASE#*'] },
  relay: idempotency,
} as const satisfies Lambda['tables'];

/** Taking the files along that were handed in before. */
const claimsFiles: TableGrant = {
  actions: ['GetItem', 'PutItem'],
  leadingKeys: ['ATTACHMENT#*'],
};

export const complaints: readonly RoomLambda[] = [
  {
    name: 'submit-complaint',
    trigger: { routes: [post('/api/complaints')], auth: 'public' },
    tables: { ...filing, vault: [...filing.vault, claimsFiles] },
    defers: true,
    settings: ['PEPPER'],
  },
  {
    name: 'enter-complaint',
    trigger: { routes: [post('/api/desk/complaints')], auth: 'staff' },
    tables: { ...filing, vault: [...filing.vault, claimsFiles] },
    defers: true,
    settings: [...staff, 'PEPPER'],
  },
  {
    name: 'track-complaint',
    trigger: { routes: [post('/api/track')], auth: 'public' },
    tables: {
      cases: { actions: ['Query'] },
      vault: [
        { actions: ['GetItem'], leadingKeys: ['RECEIPT#*'] },
        { actions: ['Query'], leadingKeys: ['OPENING#*'] },
      ],
    },
    settings: ['PEPPER', 'NOTIFIER_URL'],
  },
  {
    name: 'write-message',
    trigger: { routes: [post('/api/track/messages')], auth: 'public' },
    tables: {
      ...caseWriter,
      vault: [{ actions: ['GetItem'], leadingKeys: ['RECEIPT#*'] }, claimsFiles],
    },
    settings: ['PEPPER'],
  },
  {
    name: 'act-on-own-case',
    trigger: { routes: [post('/api/track/acts')], auth: 'public' },
    tables: { ...caseWriter, vault: { actions: ['GetItem'], leadingKeys: ['RECEIPT#*'] } },
    settings: ['PEPPER'],
  },
  {
    name: 'keep-contact',
    trigger: { routes: [post('/api/track/contacts')], auth: 'public' },
    tables: {
      ...newsSetter,
      vault: [
        { actions: ['GetItem'], leadingKeys: ['RECEIPT#*'] },
        { actions: ['PutItem', 'DeleteItem'], leadingKeys: ['CONTACT#*'] },
      ],
    },
    settings: ['PEPPER', 'NOTIFIER_URL'],
  },
  {
    name: 'notify-citizen',
    trigger: { queue: 'notices' },
    tables: {
      vault: { actions: ['GetItem'], leadingKeys: ['CONTACT#*'] },
      relay: { actions: ['GetItem', 'UpdateItem', 'DeleteItem'], leadingKeys: ['OUT#*'] },
    },
    settings: ['PEPPER', 'NOTIFIER_URL', 'SITE_ORIGIN'],
    timeoutSeconds: 30, // the gateway has ten, for all messages of a batch at once
  },
  {
    name: 'open-feed',
    trigger: { routes: [post('/api/track/feeds')], auth: 'public' },
    tables: {
      ...newsSetter,
      vault: [
        { actions: ['GetItem'], leadingKeys: ['RECEIPT#*', 'FEED#CASE#*'] },
        { actions: ['PutItem', 'DeleteItem'], leadingKeys: ['FEED#*'] },
      ],
    },
    settings: ['PEPPER'],
  },
  {
    name: 'close-feed',
    trigger: { routes: [post('/api/track/feeds/closings')], auth: 'public' },
    tables: {
      ...newsSetter,
      vault: [
        { actions: ['GetItem'], leadingKeys: ['RECEIPT#*', 'FEED#CASE#*'] },
        { actions: ['DeleteItem'], leadingKeys: ['FEED#*'] },
      ],
    },
    settings: ['PEPPER'],
  },
  {
    name: 'read-feed',
    trigger: { routes: [get('/api/feeds/{token}')], auth: 'public' },
    tables: {
      cases: { actions: ['Query'] },
      vault: { actions: ['GetItem'], leadingKeys: ['FEED#*'] },
    },
    settings: ['PEPPER', 'SITE_ORIGIN'],
  },
  {
    name: 'hand-out-identity', // alone of all, it reads what is sealed
    trigger: { routes: [post('/api/desk/cases/{caseNumber}/openings')], auth: 'staff' },
    tables: {
      cases: { actions: ['Query'] },
      vault: [
        { actions: ['GetItem'], leadingKeys: ['IDENTITY#*'] },
        { actions: ['PutItem'], leadingKeys: ['OPENING#*'] },
      ],
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    name: 'watch-clocks',
    trigger: { everyMinutes: 10 },
    tables: {
      cases: { actions: ['Query', 'PutItem'], indexes: ['due'] },
      vault: [
        { actions: ['Query'], leadingKeys: ['REWARD#DUE', 'REWARD#CLAIM#*'] },
        { actions: ['PutItem'], leadingKeys: ['REWARD#DUE', 'REWARD#CLAIM#*', 'REWARD#LIST#*'] },
        { actions: ['DeleteItem'], leadingKeys: ['REWARD#DUE', 'REWARD#LIST#*'] },
      ],
      relay: { actions: ['PutItem'] },
    },
    timeoutSeconds: 60,
  },
  {
    name: 'list-categories',
    trigger: { routes: [get('/api/categories')], auth: 'public' },
  },
  {
    name: 'suggest-categories',
    trigger: { routes: [post('/api/categories/suggest')], auth: 'public' },
  },
  {
    name: 'list-keys',
    trigger: { routes: [get('/api/keys')], auth: 'public' },
    tables: { vault: { actions: ['Query'], leadingKeys: ['KEYS'] } },
  },
];
