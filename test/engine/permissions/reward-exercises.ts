/** The register of rewards at work: claimed, followed, listed, read, decided. */
import type { Answer } from '../../../cdk/local/demo/client.ts';
import {
  actOnClaim,
  answeredReport,
  assessment,
  claimBody,
  claimFor,
  notifiedClaim,
  payment,
} from '../../support/reward-claims.ts';
import type { World } from './world.ts';

interface Deed {
  readonly of: string;
  readonly deed: string;
  readonly run: (world: World) => Promise<void>;
}

function demand(status: number, answer: Answer): void {
  if (answer.status !== status) throw new Error(`${answer.status} ${answer.text}`);
}

const WRONG = '0000-0000-0000';

export const rewardExercises: readonly Deed[] = [
  {
    of: 'claim-reward',
    deed: 'takes the claim of an answered report',
    async run({ client }) {
      await claimFor(client, await answeredReport(client));
    },
  },
  {
    of: 'follow-reward',
    deed: 'tells a claimant how it goes',
    async run({ client }) {
      const receipt = await answeredReport(client);
      await claimFor(client, receipt);
      const body = claimBody(receipt);
      demand(200, await client.post('/api/track/rewards/status', { body }));
    },
  },
  {
    of: 'follow-reward',
    deed: 'counts a wrong secret',
    async run({ client }) {
      const body = { ...claimBody(await answeredReport(client)), rewardSecret: WRONG };
      demand(404, await client.post('/api/track/rewards/status', { body }));
    },
  },
  {
    of: 'list-rewards',
    deed: 'lists what lies with a department',
    async run({ client }) {
      const token = await client.officer('HEALTH', 'officer');
      demand(200, await client.get('/api/desk/rewards', token));
    },
  },
  {
    of: 'read-reward',
    deed: 'shows a claim to its department',
    async run({ client }) {
      const claimNumber = await claimFor(client, await answeredReport(client));
      const token = await client.officer('HEALTH', 'officer');
      demand(200, await client.get(`/api/desk/rewards/${claimNumber}`, token));
    },
  },
  {
    of: 'act-on-reward',
    deed: 'looks for the penalty that an assessment names',
    async run({ client }) {
      const claimNumber = await claimFor(client, await answeredReport(client));
      const named = { ...assessment, penaltyId: 'P-20260101-0000000000' };
      await actOnClaim(client, 'assessor', claimNumber, named, 409);
    },
  },
  {
    of: 'act-on-reward',
    deed: 'pays to whoever shows the secret, and moves the claim to the closed',
    async run({ client }) {
      const receipt = await answeredReport(client);
      const claimNumber = await notifiedClaim(client, receipt);
      await actOnClaim(client, 'assessor', claimNumber, payment(receipt));
    },
  },
  {
    of: 'watch-clocks',
    deed: 'tells of a reward that waits',
    async run(world) {
      await notifiedClaim(world.client, await answeredReport(world.client));
      await world.tick('watch-clocks');
    },
  },
  {
    of: 'watch-clocks',
    deed: 'lapses a reward that nobody collected',
    async run(world) {
      const claimNumber = await notifiedClaim(world.client, await answeredReport(world.client));
      await world.endCollecting(claimNumber);
      await world.tick('watch-clocks');
      const token = await world.client.officer('HEALTH', 'officer');
      const { json } = await world.client.get(`/api/desk/rewards/${claimNumber}`, token);
      const { status } = json as { readonly status: string }; // the contract of a 200
      if (status !== 'lapsed') throw new Error(`it is ${status}`);
    },
  },
];
