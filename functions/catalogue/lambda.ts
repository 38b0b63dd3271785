/** What an entry of the catalogue says of a Lambda: what starts it, what it may touch and how. */
import { tableVariable, type TableName } from '../table-definitions.ts';

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

/** An entry of a room's own list. */
export type RoomLambda = Omit<Lambda, 'room'>;

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

/** A department's queue is its code behind the prefix. */
const queueVariables: Readonly<Record<Exclude<QueueName, 'dead-letters'>, string>> = {
  referral: 'REFERRAL_QUEUE_URL_PREFIX',
  webhook: 'WEBHOOK_QUEUE_URL_PREFIX',
  disclosure: 'DISCLOSURE_QUEUE_URL',
  statistics: 'STATISTICS_QUEUE_URL',
  notices: 'NOTICES_QUEUE_URL',
  channels: 'CHANNELS_QUEUE_URL',
  imports: 'IMPORTS_QUEUE_URL',
  invalidations: 'INVALIDATIONS_QUEUE_URL',
};

/** The variables a Lambda finds in its environment, no more and no less. */
export function environmentOf(lambda: Lambda): readonly string[] {
  const needed: string[] = [];
  for (const table of Object.keys(lambda.tables ?? {})) needed.push(tableVariable(table));
  for (const queue of lambda.sends ?? []) needed.push(queueVariables[queue]);
  if (lambda.site) needed.push('SITE_BUCKET');
  if (lambda.invalidates) needed.push('DISTRIBUTION_ID');
  if (lambda.attachments) needed.push('ATTACHMENTS_BUCKET');
  if (lambda.perDepartment) needed.push('DEPARTMENT');
  return [...needed, ...(lambda.settings ?? [])];
}
