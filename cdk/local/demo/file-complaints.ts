/** Files the demo complaints, has clerks enter theirs, and the unsound ones refused. */
import { isStreet, streets } from '../../../shared/district.ts';
import { plusDays } from '../../../shared/time.ts';
import type { DemoClient } from './client.ts';
import type { DemoComplaint } from './complaint.ts';
import { complaintsAboutCare } from './complaints-about-care.ts';
import { complaintsByClerks, type EnteredComplaint } from './complaints-by-clerks.ts';
import { complaintsAboutConduct } from './complaints-about-conduct.ts';
import { outcome, type Outcome } from './outcome.ts';
import { inParallel } from './progress.ts';
import { refusedComplaints } from './refused-complaints.ts';
import { today } from './today.ts';

export interface FiledCase {
  readonly caseNumber: string;
  readonly receiptCode: string;
  readonly items: readonly {
    readonly itemNumber: number;
    readonly lead: string;
    readonly cooperating: readonly string[];
  }[];
}

export interface Filing {
  readonly complaint: DemoComplaint;
  /** The case, and those split off from it; undefined when it was not taken. */
  readonly filed?: FiledCase & { readonly separate?: readonly FiledCase[] };
  readonly outcome: Outcome;
}

export function fileComplaints(client: DemoClient, run: string): Promise<readonly Filing[]> {
  const complaints = [...complaintsAboutCare, ...complaintsAboutConduct];
  return inParallel('complaints', complaints, async (complaint, index) => {
    const request = { body: submission(complaint, index, run), key: `${run}-complaint-${index}` };
    const answer = await client.post('/api/complaints', request);
    const result = outcome(complaint.facts.slice(0, 20), answer, 201);
    if (!result.held) return { complaint, outcome: result };
    return { complaint, outcome: result, filed: answer.json as FiledCase }; // the contract of a 201
  });
}

/** What came by telephone, hotline and grid worker, entered by clerks. */
export function enterComplaints(client: DemoClient, run: string): Promise<readonly Filing[]> {
  return inParallel('clerks’ entries', complaintsByClerks, async (complaint, index) => {
    const answer = await client.post('/api/desk/complaints', {
      token: await client.officer(complaint.clerkOf, 'clerk'),
      body: entry(complaint, index, run),
      key: `${run}-entry-${index}`,
    });
    const result = outcome(complaint.facts.slice(0, 20), answer, 201);
    if (!result.held) return { complaint, outcome: result };
    return { complaint, outcome: result, filed: answer.json as FiledCase }; // the contract of a 201
  });
}

export function fileUnsoundComplaints(
  client: DemoClient,
  run: string,
): Promise<readonly Outcome[]> {
  return inParallel(
    'unsound complaints',
    refusedComplaints,
    async ({ why, body, status }, index) => {
      const answer = await client.post('/api/complaints', { body, key: `${run}-unsound-${index}` });
      return outcome(`a complaint that ${why}`, answer, status);
    },
  );
}

function entry(complaint: EnteredComplaint, index: number, run: string): unknown {
  const { channel, originalNumber, receivedDaysAgo } = complaint;
  return {
    ...{ channel, originalNumber, receivedOn: plusDays(today(), -receivedDaysAgo) },
    complaint: submission(complaint, index, run),
  };
}

function submission(complaint: DemoComplaint, index: number, run: string): unknown {
  const { facts, categories, institution, circumstances, demand, by, occurredDaysAgo } = complaint;
  return {
    ...{ facts, categories, circumstances, demand },
    institution: inThisDistrict(institution, index),
    ...(occurredDaysAgo !== undefined && { occurredOn: plusDays(today(), -occurredDaysAgo) }),
    anonymous: by === undefined,
    ...(by && { identity: { name: by, phone: phoneOf(index, run) } }),
  };
}

/** Another in every run: the same person with the same words would join his earlier case. */
const phoneOf = (index: number, run: string): string =>
  `1390${String(parseInt(run, 16) % 100_000).padStart(5, '0')}${String(index).padStart(2, '0')}`;

/** The complaints were written for the streets of both districts; elsewhere they move to one of its own. */
function inThisDistrict(institution: DemoComplaint['institution'], index: number): unknown {
  if (!('streetCode' in institution) || !institution.streetCode) return institution;
  if (isStreet(institution.streetCode)) return institution;
  return { ...institution, streetCode: streets[index % streets.length]?.code };
}
