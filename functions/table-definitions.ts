/** Every table of Mingcha with its indexes. Apart from the catalogue, which no bundle needs to carry. */

export type TableName =
  'cases' | 'vault' | 'worklists' | 'supervision' | 'disclosures' | 'relay' | 'statistics';

/** Keys are `pk` and `sk`, both strings; an index names its two attributes and projects everything. */
export interface TableDefinition {
  readonly indexes: Readonly<Record<string, readonly [partitionKey: string, sortKey: string]>>;
  /** The attribute with the epoch second after which a row is dead; readers check it too. */
  readonly expires?: 'expiresAt';
  /** New images are streamed. */
  readonly stream?: true;
}

/** One table per trust boundary. */
export const tables: Readonly<Record<TableName, TableDefinition>> = {
  /** Cases, items, referrals, clocks, timeline, messages; no reporter identity. */
  cases: {
    indexes: {
      due: ['dueShard', 'dueKey'],
      byInstitution: ['institutionId', 'filedKey'],
      byMonth: ['filedIn', 'filedKey'],
    },
  },
  /** Receipt look-ups, sealed identities, public sealing keys, secrets of webhooks; nobody scans. */
  vault: { indexes: {}, expires: 'expiresAt' },
  /** What each department has to do, a projection of `cases`; and where its own system listens. */
  worklists: { indexes: { byDue: ['listKey', 'dueKey'], byChange: ['changesOf', 'changedKey'] } },
  /** Penalties and inspections, internal. */
  supervision: {
    indexes: {
      byInstitution: ['institutionId', 'changedKey'],
      byDepartmentState: ['departmentState', 'changedKey'],
    },
    expires: 'expiresAt', // staged rows of imports only
  },
  /** Public records only; all that register functions can reach. */
  disclosures: {
    indexes: {
      byMonth: ['monthKey', 'publishedKey'],
      byInstitution: ['institutionKey', 'publishedKey'],
      expiring: ['expiringShard', 'publicUntil'],
    },
  },
  /** Outbox rows and idempotency rows. */
  relay: {
    indexes: { open: ['openShard', 'nextAt'], aside: ['asideState', 'asideKey'] },
    expires: 'expiresAt',
    stream: true,
  },
  /** Counters, and what each case was counted as; neither identity nor words. */
  statistics: { indexes: {} },
};

/** `cases` → `CASES_TABLE`. */
export const tableVariable = (table: string): string => `${table.toUpperCase()}_TABLE`;
