/** Tables in memory that keep the same promises as DynamoDB's; the engine contract suite holds both to them. */
import { err, ok, type Result } from '../../shared/result.ts';
import { tables as definitions, type TableName } from '../../functions/table-definitions.ts';
import type {
  Condition,
  CountOptions,
  Counts,
  Key,
  Page,
  QueryOptions,
  Row,
  Tables,
  Write,
} from '../../functions/ports.ts';

export class MemoryTables implements Tables, Counts {
  readonly #rows = new Map<string, Row>();

  get(table: TableName, key: Key): Promise<Row | undefined> {
    return Promise.resolve(this.#rows.get(nameOf(table, key)));
  }

  query(table: TableName, partition: string, options: QueryOptions = {}): Promise<Page> {
    const { index, startsWith, between, limit = 100, descending, from } = options;
    const [partitionKey, sortKey] = index
      ? (definitions[table].indexes[index] ?? [])
      : ['pk', 'sk'];
    if (!partitionKey || !sortKey) throw new Error(`${table} has no index ${index}`);
    const sortOf = (row: Readonly<Record<string, unknown>>) =>
      `${String(row[sortKey])}\u0000${String(row['pk'])}\u0000${String(row['sk'])}`;
    const found = [...this.#rows]
      .filter(([name]) => name.startsWith(`${table} `))
      .map(([, row]) => row)
      .filter((row) => row[partitionKey] === partition && row[sortKey] !== undefined)
      .filter((row) => startsWith === undefined || String(row[sortKey]).startsWith(startsWith))
      .filter((row) => !between || inRange(String(row[sortKey]), between))
      .sort((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1) * (descending ? -1 : 1))
      .filter(
        (row) => !from || (descending ? sortOf(row) < sortOf(from) : sortOf(row) > sortOf(from)),
      );
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const next = last && {
      ...{ pk: last.pk, sk: last.sk },
      ...(index && { [partitionKey]: last[partitionKey], [sortKey]: last[sortKey] }),
    };
    return Promise.resolve({ rows, ...(found.length > limit && next && { next }) });
  }

  async count(table: TableName, partition: string, options: CountOptions) {
    const { index, between, lacking, atMost } = options;
    const page = await this.query(table, partition, {
      ...{ index, limit: atMost },
      ...(between && { between }),
    });
    const found = page.rows.filter((row) => attributeOf(row, lacking) === undefined).length;
    return { read: page.rows.length, found, more: page.next !== undefined };
  }

  commit(writes: readonly Write[]): Promise<Result<void, readonly number[]>> {
    if (writes.length > 100) throw new Error('a transaction has at most 100 actions');
    const names = writes.map((write) => nameOf(write.table, keyOf(write)));
    if (new Set(names).size < names.length) throw new Error('a transaction touches a row once');
    const refused = writes.flatMap((write, position) =>
      this.#holds(write, this.#rows.get(names[position] ?? '')) ? [] : [position],
    );
    if (refused.length > 0) return Promise.resolve(err(refused));
    writes.forEach((write, position) => {
      const name = names[position] ?? '';
      if ('put' in write) this.#rows.set(name, structuredClone(write.put));
      else if ('delete' in write) this.#rows.delete(name);
      else if ('add' in write) this.#rows.set(name, increased(this.#rows.get(name), write));
      else this.#rows.set(name, updated(this.#rows.get(name), write));
    });
    return Promise.resolve(ok(undefined));
  }

  /** Everything a table holds, for assertions. */
  all(table: TableName): readonly Row[] {
    return [...this.#rows].filter(([name]) => name.startsWith(`${table} `)).map(([, row]) => row);
  }

  #holds(write: Write, row: Row | undefined): boolean {
    const when: Condition | undefined = 'when' in write ? write.when : undefined;
    if (when === undefined) return true;
    if (when === 'absent') return row === undefined;
    if (when === 'present') return row !== undefined;
    if ('version' in when) return row?.['version'] === when.version;
    return row === undefined || Number(row['version']) < when.newerThan;
  }
}

const nameOf = (table: TableName, { pk, sk }: Key): string => `${table} ${pk} ${sk}`;

const attributeOf = (row: Row, way: readonly string[]): unknown =>
  way.reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], row); // rows are plain data

const keyOf = (write: Write): Key =>
  'put' in write
    ? write.put
    : 'delete' in write
      ? write.delete
      : 'add' in write
        ? write.add
        : write.update;

const inRange = (value: string, [low, high]: readonly [string, string]): boolean =>
  value >= low && value <= high;

function updated(row: Row | undefined, write: Extract<Write, { update: Key }>): Row {
  const removed = new Set(write.remove);
  const kept = Object.entries(row ?? write.update).filter(([name]) => !removed.has(name));
  return { ...write.update, ...Object.fromEntries(kept), ...write.set };
}

function increased(row: Row | undefined, { add, amounts }: Extract<Write, { add: Key }>): Row {
  const numbers = Object.entries(amounts).map(([name, amount]) => [
    name,
    Number(row?.[name] ?? 0) + amount,
  ]);
  return { ...add, ...row, ...Object.fromEntries(numbers) };
}
