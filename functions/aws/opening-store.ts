/**
 * Who had a reporter's identity handed out. In the table `vault`, apart from what was handed out; rows are only ever added.
 *
 * | pattern | who | key |
 * |---|---|---|
 * | one handing out | `hand-out-identity` puts | `OPENING#<caseNumber>` / `<at>#<random>` |
 * | those of a case, newest first | tracking | `OPENING#<caseNumber>` |
 */
import type { IdentityOpening } from '../../shared/complaints/identity-opening.ts';
import type { Tables, Write } from '../ports.ts';

/** [design] More are kept than anybody reads. */
const MOST_SHOWN = 100;

/** @param random - tells two of the same instant apart */
export const openingWrite = (
  caseNumber: string,
  opening: IdentityOpening,
  random: string,
): Write => ({
  table: 'vault',
  put: { ...{ pk: partitionOf(caseNumber), sk: `${opening.at}#${random}` }, value: opening },
  when: 'absent',
});

export async function openingsOf(
  tables: Pick<Tables, 'query'>,
  caseNumber: string,
): Promise<readonly IdentityOpening[]> {
  const { rows } = await tables.query('vault', partitionOf(caseNumber), {
    ...{ limit: MOST_SHOWN, descending: true },
  });
  return rows.map((row) => row['value'] as IdentityOpening); // written above, by us alone
}

const partitionOf = (caseNumber: string): string => `OPENING#${caseNumber}`;
