/** Every queue and Lambda of Mingcha: what starts each, what it may touch and how. CDK builds and grants exactly this. */
import { departmentCodes, type DepartmentCode } from '../shared/departments/directory.ts';
import {
  DESK_PATH,
  DISPLAY_PATH,
  LOOKS_PATH,
  MISSING_PREFIX,
  renderedPaths,
} from '../shared/disclosure/pages.ts';
import { tableVariable, type TableName } from './table-definitions.ts';

export type DynamoAction =
  'GetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem';

export interface TableGrant {
  /** On the table itself. */
  readonly actions?: readonly DynamoAction[];
  /** The indexes it may query. */
  readonly indexes?: readonly string[];
  /** `dynamodb:LeadingKeys` patterns; `${department}` is filled in for a per-department Lambda. */
  readonly leadingKeys?: readonly string[];
}

/** Objects of the bucket of attachments whose key begins so. */
export interface AttachmentGrant {
  readonly actions: readonly ('GetObject' | 'PutObject' | 'DeleteObject')[];
  readonly prefix: 'quarantine' | 'kept';
}

export type Setting =
  /** OpenID Connect issuer of staff tokens, and the audience they must name. */
  | 'ISSUER'
  | 'AUDIENCE'
  /** As whom the desk signs its officers in at the issuer: a public client with PKCE. */
  | 'DESK_CLIENT_ID'
  /** Key of the HMACs over receipt codes and idempotency keys. */
  | 'PEPPER'
  /** Origin of the HTTP API, for the page renderer. */
  | 'API_ORIGIN'
  /** Origin under which the public sees the site. */
  | 'SITE_ORIGIN'
  /** Identifies this build of the window; the publisher renders everything anew when it changes. */
  | 'RELEASE'
  /** What looks for viruses: `signatures`, or the address of a gateway. */
  | 'SCANNER'
  /** What sends notices to citizens: the address of a gateway, or `off`. */
  | 'NOTIFIER_URL';

export type Method = 'GET' | 'POST';

/**
 * `referral`, `webhook`: each department's own two queues. `disclosure`: the FIFO queue of the publisher. `invalidations`: what the
 * site's distribution is to forget. `dead-letters`: what any of the others gave up.
 */
export type QueueName =
  | 'referral'
  | 'webhook'
  | 'disclosure'
  | 'statistics'
  | 'notices'
  | 'channels'
  | 'imports'
  | 'invalidations'
  | 'dead-letters';

export type Trigger =
  | {
      readonly routes: readonly { readonly method: Method; readonly path: string }[];
      /** Staff routes stand behind the JWT authoriser. */
      readonly auth: 'public' | 'staff';
    }
  /** INSERT records of a table stream whose partition key starts with the prefix. */
  | { readonly stream: TableName; readonly insertsOf: string }
  | { readonly queue: QueueName }
  | { readonly everyMinutes: number };

export interface Lambda {
  /** File is `functions/<room>/<name>.ts`; the name is unique. */
  readonly room: string;
  readonly name: string;
  readonly trigger: Trigger;
  /** One Lambda for each department of the district, each with its own queue and leading key. */
  readonly perDepartment?: true;
  /** Several grants where different actions reach different keys. */
  readonly tables?: Readonly<Partial<Record<TableName, TableGrant | readonly TableGrant[]>>>;
  readonly sends?: readonly Exclude<QueueName, 'dead-letters'>[];
  /** `ListBucket` makes a missing object absent (404); without it S3 calls it forbidden (403). */
  readonly site?: readonly ('GetObject' | 'PutObject' | 'DeleteObject' | 'ListBucket')[];
  /** `ListBucket` as with `site`. */
  readonly attachments?: readonly (AttachmentGrant | 'ListBucket')[];
  readonly settings?: readonly Setting[];
  /** May ask the site's distribution to forget pages; it stands in the stack that knows the distribution. */
  readonly invalidates?: true;
  /** May read metrics: CloudWatch knows no narrower permission. */
  readonly metrics?: true;
  /** What it imports only when a call needs it lies beside its bundle, and costs no start. */
  readonly defers?: true;
  /** A built folder that travels inside the bundle, under its last name. */
  readonly carries?: 'web/build/client';
  /** Default 10. */
  readonly timeoutSeconds?: number;
  /** Default 512. */
  readonly memoryMegabytes?: number;
}

const get = (path: string) => ({ method: 'GET', path }) as const;
const post = (path: string) => ({ method: 'POST', path }) as const;

const idempotency: TableGrant = { actions: ['GetItem', 'PutItem'] };
const caseWriter = {
  cases: { actions: ['Query', 'PutItem'] },
  relay: idempotency,
} as const satisfies Lambda['tables'];
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
/** The outbox may have a row for any of them. */
const everyQueue = [
  'referral',
  'webhook',
  'disclosure',
  'statistics',
  'notices',
  'channels',
  'imports',
] as const;
const staff: readonly Setting[] = ['ISSUER', 'AUDIENCE'];
/** Taking the files along that were handed in before. */
const claimsFiles: TableGrant = {
  actions: ['GetItem', 'PutItem'],
  leadingKeys: ['ATTACHMENT#*'],
};

export const lambdas: readonly Lambda[] = [
  {
    room: 'complaints',
    name: 'submit-complaint',
    trigger: { routes: [post('/api/complaints')], auth: 'public' },
    tables: { ...filing, vault: [...filing.vault, claimsFiles] },
    defers: true,
    settings: ['PEPPER'],
  },
  {
    room: 'complaints',
    name: 'enter-complaint',
    trigger: { routes: [post('/api/desk/complaints')], auth: 'staff' },
    tables: { ...filing, vault: [...filing.vault, claimsFiles] },
    defers: true,
    settings: [...staff, 'PEPPER'],
  },
  {
    room: 'complaints',
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
    room: 'complaints',
    name: 'write-message',
    trigger: { routes: [post('/api/track/messages')], auth: 'public' },
    tables: {
      ...caseWriter,
      vault: [{ actions: ['GetItem'], leadingKeys: ['RECEIPT#*'] }, claimsFiles],
    },
    settings: ['PEPPER'],
  },
  {
    room: 'complaints',
    name: 'act-on-own-case',
    trigger: { routes: [post('/api/track/acts')], auth: 'public' },
    tables: { ...caseWriter, vault: { actions: ['GetItem'], leadingKeys: ['RECEIPT#*'] } },
    settings: ['PEPPER'],
  },
  {
    room: 'complaints',
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
    room: 'complaints',
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
    room: 'complaints',
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
    room: 'complaints',
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
    room: 'complaints',
    name: 'read-feed',
    trigger: { routes: [get('/api/feeds/{token}')], auth: 'public' },
    tables: {
      cases: { actions: ['Query'] },
      vault: { actions: ['GetItem'], leadingKeys: ['FEED#*'] },
    },
    settings: ['PEPPER', 'SITE_ORIGIN'],
  },
  {
    room: 'complaints',
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
    room: 'complaints',
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
    room: 'complaints',
    name: 'list-categories',
    trigger: { routes: [get('/api/categories')], auth: 'public' },
  },
  {
    room: 'complaints',
    name: 'suggest-categories',
    trigger: { routes: [post('/api/categories/suggest')], auth: 'public' },
  },
  {
    room: 'complaints',
    name: 'list-keys',
    trigger: { routes: [get('/api/keys')], auth: 'public' },
    tables: { vault: { actions: ['Query'], leadingKeys: ['KEYS'] } },
  },
  {
    room: 'departments',
    name: 'list-departments',
    trigger: { routes: [get('/api/departments')], auth: 'public' },
  },
  {
    room: 'departments',
    name: 'deliver-referral',
    trigger: { queue: 'referral' },
    perDepartment: true,
    tables: {
      cases: { actions: ['Query'] },
      worklists: { actions: ['GetItem', 'PutItem'], leadingKeys: ['DEPT#${department}'] },
      relay: { actions: ['PutItem', 'UpdateItem', 'DeleteItem'] },
    },
    timeoutSeconds: 5, // `list-changes` holds back what a consumer this old may still be writing
  },
  {
    room: 'departments',
    name: 'deliver-webhook',
    trigger: { queue: 'webhook' },
    perDepartment: true,
    tables: {
      worklists: { actions: ['GetItem'], leadingKeys: ['DEPT#${department}'] },
      vault: { actions: ['Query'], leadingKeys: ['WEBHOOK#${department}'] },
      relay: { actions: ['GetItem', 'UpdateItem', 'DeleteItem'], leadingKeys: ['OUT#*'] },
    },
    timeoutSeconds: 30, // the other side has ten, to all messages of a batch at once
  },
  {
    room: 'departments',
    name: 'read-webhook',
    trigger: { routes: [get('/api/desk/webhook')], auth: 'staff' },
    tables: { worklists: { actions: ['GetItem'] } },
    settings: staff,
  },
  {
    room: 'departments',
    name: 'configure-webhook',
    trigger: { routes: [post('/api/desk/webhook')], auth: 'staff' },
    tables: {
      worklists: { actions: ['GetItem', 'PutItem'] },
      vault: { actions: ['PutItem', 'UpdateItem'], leadingKeys: ['WEBHOOK#*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER', 'SITE_ORIGIN'],
  },
  {
    room: 'departments',
    name: 'list-changes',
    trigger: { routes: [get('/api/desk/changes')], auth: 'staff' },
    tables: { worklists: { indexes: ['byChange'] } },
    settings: staff,
  },
  {
    room: 'departments',
    name: 'list-worklist',
    trigger: { routes: [get('/api/desk/worklist')], auth: 'staff' },
    tables: {
      worklists: [{ indexes: ['byDue'] }, { actions: ['Query'], leadingKeys: ['DEPT#*'] }],
    },
    settings: staff,
  },
  {
    room: 'departments',
    name: 'read-officer',
    trigger: { routes: [get('/api/desk/me')], auth: 'staff' },
    settings: staff,
  },
  {
    room: 'departments',
    name: 'sign-in-officer',
    trigger: { routes: [post('/api/desk/sign-ins')], auth: 'staff' },
    tables: {
      supervision: { actions: ['PutItem'], leadingKeys: ['STAFF#*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    room: 'departments',
    name: 'list-officers',
    trigger: { routes: [get('/api/desk/officers')], auth: 'staff' },
    tables: { supervision: { actions: ['Query'], leadingKeys: ['STAFF#*'] } },
    settings: staff,
  },
  {
    room: 'departments',
    name: 'read-case',
    trigger: { routes: [get('/api/desk/cases/{caseNumber}')], auth: 'staff' },
    tables: {
      cases: { actions: ['Query'] },
      supervision: { actions: ['GetItem'], leadingKeys: ['INST#*'] },
    },
    settings: staff,
  },
  {
    room: 'departments',
    name: 'act-on-referral',
    trigger: {
      routes: [post('/api/desk/cases/{caseNumber}/items/{itemNumber}/commands')],
      auth: 'staff',
    },
    tables: {
      ...caseWriter,
      supervision: { actions: ['GetItem'], leadingKeys: ['STAFF#*'] },
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    room: 'departments',
    name: 'replay-case',
    trigger: { routes: [post('/api/desk/cases/{caseNumber}/replays')], auth: 'staff' },
    tables: caseWriter,
    settings: [...staff, 'PEPPER'],
  },
  {
    room: 'coordination',
    name: 'read-load',
    trigger: { routes: [get('/api/desk/load')], auth: 'staff' },
    tables: { worklists: { indexes: ['byDue'] } },
    settings: staff,
  },
  {
    room: 'coordination',
    name: 'acknowledge-notice',
    trigger: { routes: [post('/api/desk/cases/{caseNumber}/acknowledgements')], auth: 'staff' },
    tables: {
      worklists: { actions: ['GetItem', 'PutItem', 'DeleteItem'], leadingKeys: ['DEPT#*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    room: 'statistics',
    name: 'count-case',
    trigger: { queue: 'statistics' },
    tables: {
      cases: { actions: ['Query'] },
      statistics: [
        { actions: ['GetItem', 'PutItem'], leadingKeys: ['COUNTED#*'] },
        { actions: ['UpdateItem'], leadingKeys: ['MONTH#*'] },
      ],
      relay: { actions: ['UpdateItem', 'DeleteItem'], leadingKeys: ['OUT#*'] },
    },
  },
  {
    room: 'statistics',
    name: 'read-statistics',
    trigger: { routes: [get('/api/desk/statistics')], auth: 'staff' },
    tables: { statistics: { actions: ['Query'], leadingKeys: ['MONTH#*'] } },
    settings: staff,
  },
  {
    room: 'statistics',
    name: 'recount-statistics',
    trigger: { routes: [post('/api/desk/statistics/recounts')], auth: 'staff' },
    tables: {
      cases: { actions: ['Query'], indexes: ['byMonth'] },
      statistics: { actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] },
      relay: { actions: ['GetItem'] }, // a step may be repeated, so none is remembered
    },
    settings: [...staff, 'PEPPER'],
    timeoutSeconds: 25, // a page of a hundred cases, each read whole
  },
  {
    room: 'relay',
    name: 'dispatch-outbox',
    trigger: { stream: 'relay', insertsOf: 'OUT#' },
    tables: { relay: { actions: ['UpdateItem'] } },
    sends: everyQueue,
  },
  {
    room: 'relay',
    name: 'sweep-outbox',
    trigger: { everyMinutes: 1 },
    tables: { relay: { actions: ['UpdateItem'], indexes: ['open', 'aside'] } },
    sends: everyQueue,
    timeoutSeconds: 50,
  },
  {
    room: 'relay',
    name: 'note-dead-letter',
    trigger: { queue: 'dead-letters' },
    tables: { relay: { actions: ['GetItem', 'UpdateItem'] } },
  },
  {
    room: 'relay',
    name: 'list-outbox',
    trigger: { routes: [get('/api/desk/relay')], auth: 'staff' },
    tables: { relay: { actions: [], indexes: ['aside'] } },
    settings: staff,
  },
  {
    room: 'relay',
    name: 'redrive-outbox',
    trigger: { routes: [post('/api/desk/relay/commands')], auth: 'staff' },
    tables: { relay: { actions: ['GetItem', 'PutItem', 'UpdateItem'], indexes: ['aside'] } },
    sends: everyQueue,
    settings: [...staff, 'PEPPER'],
  },
  {
    room: 'relay',
    name: 'read-operations',
    trigger: { routes: [get('/api/desk/operations')], auth: 'staff' },
    settings: staff,
    metrics: true,
  },
  {
    room: 'penalties',
    name: 'list-penalties',
    trigger: { routes: [get('/api/desk/penalties')], auth: 'staff' },
    tables: { supervision: { indexes: ['byDepartmentState'] } },
    settings: staff,
  },
  {
    room: 'penalties',
    name: 'propose-penalty',
    trigger: { routes: [post('/api/desk/penalties')], auth: 'staff' },
    tables: {
      supervision: { actions: ['PutItem'] },
      relay: idempotency,
      cases: { actions: ['Query'] },
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    room: 'penalties',
    name: 'decide-penalty',
    trigger: { routes: [post('/api/desk/penalties/{penaltyId}/commands')], auth: 'staff' },
    tables: {
      supervision: [
        { actions: ['Query'], leadingKeys: ['PENALTY#*'] },
        { actions: ['GetItem'], leadingKeys: ['DECISION#*'] },
        { actions: ['PutItem'], leadingKeys: ['PENALTY#*', 'DECISION#*'] },
      ],
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    room: 'penalties',
    name: 'read-penalty',
    trigger: { routes: [get('/api/desk/penalties/{penaltyId}')], auth: 'staff' },
    tables: { supervision: { actions: ['Query'] }, disclosures: { actions: ['GetItem'] } },
    settings: staff,
  },
  {
    room: 'penalties',
    name: 'read-archive',
    trigger: { routes: [get('/api/desk/penalties/{penaltyId}/archive')], auth: 'staff' },
    tables: { supervision: { actions: ['Query'] } },
    settings: staff,
  },
  {
    room: 'channels',
    name: 'deliver-to-channel',
    trigger: { queue: 'channels' },
    tables: {
      supervision: [
        { actions: ['GetItem'], leadingKeys: ['PENALTY#*'] },
        { actions: ['GetItem', 'Query', 'PutItem', 'DeleteItem'], leadingKeys: ['CHANNEL#*'] },
      ],
      vault: { actions: ['Query'], leadingKeys: ['WEBHOOK#CHANNEL.*'] },
      relay: { actions: ['GetItem', 'UpdateItem', 'DeleteItem'], leadingKeys: ['OUT#*'] },
    },
    timeoutSeconds: 30, // the other side has ten
  },
  {
    room: 'channels',
    name: 'read-channel',
    trigger: { routes: [get('/api/desk/channels/{channel}')], auth: 'staff' },
    tables: {
      supervision: [
        { actions: ['GetItem'], leadingKeys: ['CHANNEL#*'] },
        { actions: ['Query'], leadingKeys: ['CHANNEL#CITY_CREDIT'] },
        { indexes: ['byDepartmentState'], leadingKeys: ['CHANNEL#*'] },
      ],
    },
    settings: staff,
  },
  {
    room: 'channels',
    name: 'configure-channel',
    trigger: { routes: [post('/api/desk/channels/{channel}')], auth: 'staff' },
    tables: {
      supervision: { actions: ['GetItem', 'PutItem'], leadingKeys: ['CHANNEL#*'] },
      vault: { actions: ['PutItem', 'UpdateItem'], leadingKeys: ['WEBHOOK#CHANNEL.*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER', 'SITE_ORIGIN'],
  },
  {
    room: 'channels',
    name: 'close-channel-file',
    trigger: { routes: [post('/api/desk/channels/{channel}/files')], auth: 'staff' },
    tables: {
      supervision: { actions: ['Query', 'PutItem'], leadingKeys: ['CHANNEL#*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    room: 'channels',
    name: 'read-channel-file',
    trigger: { routes: [get('/api/desk/channels/{channel}/files/{number}')], auth: 'staff' },
    tables: { supervision: { actions: ['GetItem', 'Query'], leadingKeys: ['CHANNEL#*'] } },
    settings: staff,
  },
  {
    room: 'channels',
    name: 'acknowledge-delivery',
    trigger: { routes: [post('/api/desk/channels/{channel}/acknowledgements')], auth: 'staff' },
    tables: {
      supervision: { actions: ['GetItem', 'Query', 'PutItem'], leadingKeys: ['CHANNEL#*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    room: 'channels',
    name: 'resend-to-channel',
    trigger: { routes: [post('/api/desk/channels/{channel}/resends')], auth: 'staff' },
    tables: {
      supervision: [
        { actions: ['GetItem'], leadingKeys: ['PENALTY#*', 'CHANNEL#*'] },
        { actions: ['PutItem'], leadingKeys: ['CHANNEL#*'] },
      ],
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    room: 'channels',
    name: 'repair-credit',
    trigger: { routes: [post('/api/desk/channels/{channel}/repairs')], auth: 'staff' },
    tables: {
      supervision: [
        { actions: ['GetItem'], leadingKeys: ['DECISION#*', 'CHANNEL#CITY_CREDIT'] },
        { actions: ['Query'], leadingKeys: ['CHANNEL#CITY_CREDIT', 'PENALTY#*'] },
        { actions: ['PutItem'], leadingKeys: ['PENALTY#*', 'CHANNEL#CITY_CREDIT*'] },
        { actions: ['DeleteItem'], leadingKeys: ['CHANNEL#CITY_CREDIT'] },
      ],
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    room: 'rewards',
    name: 'claim-reward',
    trigger: { routes: [post('/api/track/rewards')], auth: 'public' },
    tables: {
      cases: { actions: ['Query'] },
      vault: [
        { actions: ['GetItem'], leadingKeys: ['RECEIPT#*', 'REWARD#*'] },
        { actions: ['Query'], leadingKeys: ['REWARD#CASE#*'] },
        { actions: ['PutItem'], leadingKeys: ['REWARD#*'] },
      ],
      relay: idempotency,
    },
    settings: ['PEPPER'],
  },
  {
    room: 'rewards',
    name: 'follow-reward',
    trigger: { routes: [post('/api/track/rewards/status')], auth: 'public' },
    tables: {
      cases: { actions: ['Query'] },
      vault: [
        { actions: ['GetItem'], leadingKeys: ['RECEIPT#*', 'REWARD#*'] },
        { actions: ['Query', 'PutItem'], leadingKeys: ['REWARD#CASE#*'] },
      ],
    },
    settings: ['PEPPER'],
  },
  {
    room: 'rewards',
    name: 'list-rewards',
    trigger: { routes: [get('/api/desk/rewards')], auth: 'staff' },
    tables: { vault: { actions: ['Query'], leadingKeys: ['REWARD#LIST#*'] } },
    settings: staff,
  },
  {
    room: 'rewards',
    name: 'read-reward',
    trigger: { routes: [get('/api/desk/rewards/{claimNumber}')], auth: 'staff' },
    tables: { vault: { actions: ['Query'], leadingKeys: ['REWARD#CLAIM#*'] } },
    settings: staff,
  },
  {
    room: 'rewards',
    name: 'act-on-reward',
    trigger: { routes: [post('/api/desk/rewards/{claimNumber}/commands')], auth: 'staff' },
    tables: {
      vault: [
        { actions: ['Query'], leadingKeys: ['REWARD#CLAIM#*'] },
        { actions: ['GetItem'], leadingKeys: ['REWARD#CASE#*'] },
        { actions: ['PutItem'], leadingKeys: ['REWARD#*'] },
        { actions: ['DeleteItem'], leadingKeys: ['REWARD#LIST#*', 'REWARD#DUE'] },
      ],
      supervision: { actions: ['GetItem'], leadingKeys: ['PENALTY#*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    room: 'inspections',
    name: 'list-inspections',
    trigger: { routes: [get('/api/desk/inspections')], auth: 'staff' },
    tables: { supervision: { indexes: ['byDepartmentState'] } },
    settings: staff,
  },
  {
    room: 'inspections',
    name: 'record-inspection',
    trigger: { routes: [post('/api/desk/inspections')], auth: 'staff' },
    tables: { supervision: { actions: ['GetItem', 'PutItem'] }, relay: idempotency },
    settings: [...staff, 'PEPPER'],
  },
  {
    room: 'inspections',
    name: 'read-inspection',
    trigger: { routes: [get('/api/desk/inspections/{inspectionId}')], auth: 'staff' },
    tables: {
      supervision: { actions: ['Query'], leadingKeys: ['INSPECTION#*'] },
      disclosures: { actions: ['GetItem'], leadingKeys: ['RECORD#*'] },
    },
    settings: staff,
  },
  {
    room: 'inspections',
    name: 'act-on-inspection',
    trigger: { routes: [post('/api/desk/inspections/{inspectionId}/commands')], auth: 'staff' },
    tables: {
      supervision: [
        { actions: ['Query'], leadingKeys: ['INSPECTION#*'] },
        { actions: ['PutItem'], leadingKeys: ['INSPECTION#*', 'INST#*'] },
      ],
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    room: 'institutions',
    name: 'suggest-institutions',
    trigger: { routes: [get('/api/desk/institutions')], auth: 'staff' },
    tables: { supervision: { actions: ['Query'], leadingKeys: ['REGISTER'] } },
    settings: staff,
  },
  {
    room: 'imports',
    name: 'start-import',
    trigger: { routes: [post('/api/desk/imports')], auth: 'staff' },
    tables: {
      supervision: { actions: ['PutItem'], leadingKeys: ['IMPORT#*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    room: 'imports',
    name: 'stage-rows',
    trigger: { routes: [post('/api/desk/imports/{importId}/rows')], auth: 'staff' },
    tables: {
      supervision: [
        { actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem'], leadingKeys: ['IMPORT#*'] },
        { actions: ['GetItem'], leadingKeys: ['DECISION#*', 'CHECK#*', 'INST#*'] },
      ],
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
    timeoutSeconds: 20,
  },
  {
    room: 'imports',
    name: 'read-import',
    trigger: { routes: [get('/api/desk/imports/{importId}/report')], auth: 'staff' },
    tables: { supervision: { actions: ['GetItem', 'Query'], leadingKeys: ['IMPORT#*'] } },
    settings: staff,
  },
  {
    room: 'imports',
    name: 'list-imports',
    trigger: { routes: [get('/api/desk/imports')], auth: 'staff' },
    tables: { supervision: { indexes: ['byDepartmentState'] } },
    settings: staff,
  },
  {
    room: 'imports',
    name: 'act-on-import',
    trigger: { routes: [post('/api/desk/imports/{importId}/commands')], auth: 'staff' },
    tables: {
      supervision: { actions: ['GetItem', 'PutItem'], leadingKeys: ['IMPORT#*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    room: 'imports',
    name: 'apply-import',
    trigger: { queue: 'imports' },
    tables: {
      supervision: [
        { actions: ['GetItem', 'Query', 'PutItem'], leadingKeys: ['IMPORT#*'] },
        { actions: ['GetItem'], leadingKeys: ['PENALTY#*', 'INST#*'] },
        { actions: ['Query'], leadingKeys: ['INSPECTION#*'] },
        {
          actions: ['PutItem'],
          leadingKeys: [
            ...['PENALTY#*', 'INSPECTION#*', 'INST#*', 'REGISTER'],
            ...['DECISION#*', 'CHECK#*'],
          ],
        },
      ],
      relay: { actions: ['PutItem', 'UpdateItem', 'DeleteItem'], leadingKeys: ['OUT#*'] },
    },
    timeoutSeconds: 60, // a hundred rows, each a transaction
  },
  {
    room: 'attachments',
    name: 'reserve-attachment',
    trigger: { routes: [post('/api/attachments')], auth: 'public' },
    tables: { vault: { actions: ['PutItem'], leadingKeys: ['ATTACHMENT#*'] } },
    attachments: [{ actions: ['PutObject'], prefix: 'quarantine' }], // the form acts as who signs it
    settings: ['SITE_ORIGIN'],
  },
  {
    room: 'attachments',
    name: 'complete-attachment',
    trigger: { routes: [post('/api/attachments/{attachmentId}/completions')], auth: 'public' },
    tables: { vault: { actions: ['GetItem', 'PutItem'], leadingKeys: ['ATTACHMENT#*'] } },
    attachments: [
      { actions: ['GetObject', 'DeleteObject'], prefix: 'quarantine' },
      { actions: ['PutObject'], prefix: 'kept' },
      'ListBucket',
    ],
    defers: true,
    settings: ['SCANNER'],
    timeoutSeconds: 29,
    memoryMegabytes: 1792, // a picture unpacks to a quarter of a gigabyte, and the processor comes with the memory
  },
  {
    room: 'attachments',
    name: 'read-attachment',
    trigger: {
      routes: [get('/api/desk/cases/{caseNumber}/attachments/{attachmentId}')],
      auth: 'staff',
    },
    tables: { cases: { actions: ['Query'] } },
    attachments: [{ actions: ['GetObject'], prefix: 'kept' }], // the address acts as who signs it
    settings: [...staff, 'SITE_ORIGIN'],
  },
  {
    room: 'attachments',
    name: 'sweep-attachments',
    trigger: { everyMinutes: 360 },
    tables: { vault: { actions: ['GetItem'], leadingKeys: ['ATTACHMENT#*'] } },
    attachments: [
      { actions: ['DeleteObject'], prefix: 'quarantine' },
      { actions: ['DeleteObject'], prefix: 'kept' },
      'ListBucket',
    ],
    timeoutSeconds: 60,
  },
  {
    room: 'objections',
    name: 'submit-objection',
    trigger: { routes: [post('/api/objections')], auth: 'public' },
    tables: {
      disclosures: { actions: ['GetItem'], leadingKeys: ['RECORD#*'] },
      supervision: { actions: ['PutItem'], leadingKeys: ['OBJECTION#*'] },
      vault: { actions: ['PutItem'], leadingKeys: ['OBJECTION-RECEIPT#*', 'OBJECTION-CONTACT#*'] },
      relay: idempotency,
    },
    settings: ['PEPPER'],
  },
  {
    room: 'objections',
    name: 'track-objection',
    trigger: { routes: [post('/api/objections/track')], auth: 'public' },
    tables: {
      disclosures: { actions: ['GetItem'], leadingKeys: ['RECORD#*'] },
      supervision: { actions: ['Query'], leadingKeys: ['OBJECTION#*'] },
      vault: { actions: ['GetItem'], leadingKeys: ['OBJECTION-RECEIPT#*'] },
    },
    settings: ['PEPPER'],
  },
  {
    room: 'objections',
    name: 'list-objections',
    trigger: { routes: [get('/api/desk/objections')], auth: 'staff' },
    tables: { supervision: { indexes: ['byDepartmentState'] } },
    settings: staff,
  },
  {
    room: 'objections',
    name: 'read-objection',
    trigger: { routes: [get('/api/desk/objections/{objectionId}')], auth: 'staff' },
    tables: {
      disclosures: { actions: ['GetItem'], leadingKeys: ['RECORD#*'] },
      supervision: { actions: ['Query'], leadingKeys: ['OBJECTION#*'] },
    },
    settings: staff,
  },
  {
    room: 'objections',
    name: 'act-on-objection',
    trigger: { routes: [post('/api/desk/objections/{objectionId}/commands')], auth: 'staff' },
    tables: {
      disclosures: { actions: ['GetItem'], leadingKeys: ['RECORD#*'] },
      supervision: { actions: ['Query', 'PutItem'], leadingKeys: ['OBJECTION#*'] },
      vault: { actions: ['GetItem'], leadingKeys: ['OBJECTION-CONTACT#*'] },
      relay: idempotency,
    },
    settings: [...staff, 'PEPPER'],
  },
  {
    room: 'disclosure',
    name: 'publish-record',
    trigger: { queue: 'disclosure' },
    tables: {
      supervision: { actions: ['Query'] },
      disclosures: {
        actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
        indexes: ['byMonth'],
      },
      relay: { actions: ['UpdateItem', 'DeleteItem'] },
    },
    sends: ['disclosure', 'invalidations'], // a refresh that goes in steps asks for its next one
    site: ['GetObject', 'PutObject', 'DeleteObject', 'ListBucket'],
    settings: ['SITE_ORIGIN', 'RELEASE'],
    carries: 'web/build/client',
    defers: true,
    timeoutSeconds: 120, // the search index of a large register is built anew in one go
    memoryMegabytes: 1792,
  },
  {
    room: 'disclosure',
    name: 'forget-pages',
    trigger: { queue: 'invalidations' },
    invalidates: true,
    timeoutSeconds: 30, // the client waits and asks again where CloudFront has too much to do
  },
  {
    room: 'disclosure',
    name: 'stop-publication',
    trigger: { everyMinutes: 60 },
    tables: {
      disclosures: { indexes: ['expiring'] },
      supervision: { actions: ['GetItem', 'Query', 'DeleteItem'], leadingKeys: ['CHANNEL#*'] },
      relay: { actions: ['PutItem'], leadingKeys: ['OUT#*'] },
    },
    timeoutSeconds: 60,
  },
  {
    room: 'disclosure',
    name: 'list-institutions',
    trigger: { routes: [get('/api/institutions')], auth: 'public' },
    tables: { disclosures: { actions: ['Query'], leadingKeys: ['INSTITUTIONS'] } },
  },
  {
    room: 'disclosure',
    name: 'list-disclosures',
    trigger: { routes: [get('/api/disclosures')], auth: 'public' },
    tables: {
      disclosures: { actions: ['Query'], indexes: ['byMonth', 'byInstitution'] },
    },
  },
  {
    room: 'disclosure',
    name: 'read-disclosure',
    trigger: { routes: [get('/api/disclosures/{id}')], auth: 'public' },
    tables: { disclosures: { actions: ['GetItem'] } },
  },
  ...(
    [
      ['search-records', '/api/search'],
      ['export-search', '/api/search.csv'],
      ['feed-search', '/api/search.atom'],
    ] as const
  ).map(([name, path]): Lambda => ({
    room: 'disclosure',
    name,
    trigger: { routes: [get(path)], auth: 'public' },
    site: ['GetObject', 'ListBucket'],
    ...(name === 'search-records' ? {} : { settings: ['SITE_ORIGIN'], timeoutSeconds: 25 }),
  })),
  {
    room: 'window',
    name: 'describe-api',
    trigger: { routes: [get('/api/openapi.json')], auth: 'public' },
  },
  {
    room: 'window',
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

/** The departments that have a queue and a consumer: adding one to the directory adds both. */
export const queuedDepartments: readonly DepartmentCode[] = departmentCodes;

type RoutesTrigger = Extract<Trigger, { readonly routes: unknown }>;

/** Does it answer officers and departments' systems alone? */
export const isForStaff = (
  lambda: Lambda,
): lambda is Lambda & { readonly trigger: RoutesTrigger } =>
  'routes' in lambda.trigger && lambda.trigger.auth === 'staff';

/** What a Lambda may do on its tables, grant by grant. */
export const tableGrants = (lambda: Lambda): readonly (readonly [string, TableGrant])[] =>
  Object.entries(lambda.tables ?? {}).flatMap(([table, grants]) =>
    [grants].flat().map((grant) => [table, grant] as const),
  );

/** The variables a Lambda finds in its environment, no more and no less. */
export function environmentOf(lambda: Lambda): readonly string[] {
  const needed: string[] = [];
  for (const table of Object.keys(lambda.tables ?? {})) needed.push(tableVariable(table));
  if (lambda.sends?.includes('referral')) needed.push('REFERRAL_QUEUE_URL_PREFIX');
  if (lambda.sends?.includes('webhook')) needed.push('WEBHOOK_QUEUE_URL_PREFIX');
  if (lambda.sends?.includes('disclosure')) needed.push('DISCLOSURE_QUEUE_URL');
  if (lambda.sends?.includes('statistics')) needed.push('STATISTICS_QUEUE_URL');
  if (lambda.sends?.includes('notices')) needed.push('NOTICES_QUEUE_URL');
  if (lambda.sends?.includes('channels')) needed.push('CHANNELS_QUEUE_URL');
  if (lambda.sends?.includes('imports')) needed.push('IMPORTS_QUEUE_URL');
  if (lambda.sends?.includes('invalidations')) needed.push('INVALIDATIONS_QUEUE_URL');
  if (lambda.site) needed.push('SITE_BUCKET');
  if (lambda.invalidates) needed.push('DISTRIBUTION_ID');
  if (lambda.attachments) needed.push('ATTACHMENTS_BUCKET');
  if (lambda.perDepartment) needed.push('DEPARTMENT');
  return [...needed, ...(lambda.settings ?? [])];
}
