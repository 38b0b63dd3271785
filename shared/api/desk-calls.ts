/** Calls of officers and of departments’ own systems, all behind a staff token. */
import {
  Acknowledgement,
  ClosingRequest,
  EntriesQuery,
  RepairNotice,
  ResendRequest,
} from '../channels/calls.ts';
import { ChannelRequest } from '../channels/configuration.ts';
import { ClerkIntake } from '../complaints/intake.ts';
import { OpeningRequest } from '../complaints/identity-opening.ts';
import { SuggestionQuery } from '../institutions/suggestion.ts';
import { ItemCommand } from '../complaints/lifecycle.ts';
import { Acknowledging } from '../coordination/major-notice.ts';
import { SignInRequest } from '../departments/staff.ts';
import { WebhookRequest } from '../departments/webhook.ts';
import { WorklistQuery } from '../departments/worklist-query.ts';
import { ImportCommand, ImportRequest, PortionRequest } from '../imports/import.ts';
import { InspectionCommand } from '../inspections/calls.ts';
import { InspectionReport } from '../inspections/inspection.ts';
import { ObjectionsQuery } from '../objections/calls.ts';
import { ObjectionCommand } from '../objections/lifecycle.ts';
import { PenaltyCommand } from '../penalties/lifecycle.ts';
import { PenaltyProposal } from '../penalties/penalty.ts';
import { RewardsQuery } from '../rewards/calls.ts';
import { RewardCommand } from '../rewards/lifecycle.ts';
import { OutboxQuery, RedriveCommand } from '../relay/redrive.ts';
import { RecountRequest, StatisticsQuery } from '../statistics/statistics.ts';
import { PageQuery, PenaltiesQuery, ReplayRequest } from './calls.ts';
import { get, post, type Call } from './call.ts';

const desk = { auth: 'staff', status: 200, refusals: [401, 404] } as const;

export const deskCalls: readonly Call[] = [
  { ...get('/api/desk/me', 'Who the caller is'), ...desk, refusals: [401] },
  {
    ...post('/api/desk/sign-ins', 'Enter oneself into the staff list of the department'),
    ...desk,
    ...{ body: SignInRequest, status: 201, refusals: [401, 403] },
  },
  {
    ...get('/api/desk/officers', 'The staff list of the department'),
    ...desk,
    refusals: [401],
  },
  {
    ...post('/api/desk/complaints', 'Enter what came otherwise; needs an Idempotency-Key'),
    ...desk,
    ...{ body: ClerkIntake, status: 201, refusals: [401, 403, 409] },
  },
  {
    ...get('/api/desk/worklist', 'What the department has to do'),
    ...desk,
    ...{ query: WorklistQuery, refusals: [401] },
  },
  {
    ...get('/api/desk/changes', 'What has changed in the worklist since a cursor'),
    ...desk,
    ...{ query: PageQuery, refusals: [401] },
  },
  {
    ...get('/api/desk/webhook', 'Where the department’s own system listens'),
    ...desk,
    ...{ refusals: [401, 403, 404] },
  },
  {
    ...post('/api/desk/webhook', 'Say where it listens; a new signing secret is shown once'),
    ...desk,
    ...{ body: WebhookRequest, refusals: [401, 403, 409] },
  },
  {
    ...get('/api/desk/channels/{channel}', 'How penalties stand at a platform; its files'),
    ...desk,
    ...{ query: EntriesQuery, refusals: [401, 403, 404] },
  },
  {
    ...post('/api/desk/channels/{channel}', 'Deliver by files or by signed calls'),
    ...desk,
    ...{ body: ChannelRequest, refusals: [401, 403, 404, 409] },
  },
  {
    ...post('/api/desk/channels/{channel}/files', 'Close the file that is being filled'),
    ...desk,
    ...{ body: ClosingRequest, refusals: [401, 403, 404, 409] },
  },
  {
    ...get('/api/desk/channels/{channel}/files/{number}', 'A closed file, as CSV'),
    ...desk,
    ...{ refusals: [401, 403, 404, 409] },
  },
  {
    ...post('/api/desk/channels/{channel}/acknowledgements', 'What a platform took and rejected'),
    ...desk,
    ...{ body: Acknowledgement, refusals: [401, 403, 404, 409] },
  },
  {
    ...post('/api/desk/channels/{channel}/resends', 'Send a penalty once more'),
    ...desk,
    ...{ body: ResendRequest, refusals: [401, 403, 404, 409] },
  },
  {
    ...post('/api/desk/channels/{channel}/repairs', 'Credit was repaired for a decision'),
    ...desk,
    ...{ body: RepairNotice, refusals: [401, 403, 404, 409] },
  },
  {
    ...get('/api/desk/cases/{caseNumber}', 'The items of a case referred to the department'),
    ...desk,
  },
  {
    ...get(
      '/api/desk/cases/{caseNumber}/attachments/{attachmentId}',
      'Where to download a file of a case, for a minute',
    ),
    ...desk,
  },
  {
    ...post('/api/desk/cases/{caseNumber}/items/{itemNumber}/commands', 'Act on an item'),
    ...desk,
    ...{ body: ItemCommand, refusals: [401, 403, 404, 409] },
  },
  {
    ...post(
      '/api/desk/cases/{caseNumber}/openings',
      'Have the sealed identity of a reporter handed out; the reporter reads when and why',
    ),
    ...desk,
    ...{ body: OpeningRequest, refusals: [401, 403, 404, 409] },
  },
  {
    ...post('/api/desk/cases/{caseNumber}/replays', 'Tell a department of a case once more'),
    ...desk,
    ...{ body: ReplayRequest, status: 201, refusals: [401, 403, 404, 409] },
  },
  {
    ...post(
      '/api/desk/cases/{caseNumber}/acknowledgements',
      'Say that the notice of a major case has been read',
    ),
    ...desk,
    ...{ body: Acknowledging, refusals: [401, 403, 404, 409] },
  },
  {
    ...get('/api/desk/relay', 'Messages that need a person, with reasons'),
    ...desk,
    ...{ query: OutboxQuery, refusals: [401, 403] },
  },
  {
    ...post('/api/desk/relay/commands', 'Set messages going again'),
    ...desk,
    ...{ body: RedriveCommand, refusals: [401, 403, 404] },
  },
  { ...get('/api/desk/operations', 'How the system stands'), ...desk, refusals: [401, 403] },
  {
    ...get('/api/desk/load', 'Open and overdue work by department'),
    ...desk,
    ...{ refusals: [401, 403] },
  },
  {
    ...get('/api/desk/statistics', 'Figures by month and department'),
    ...desk,
    ...{ query: StatisticsQuery, refusals: [401] },
  },
  {
    ...post('/api/desk/statistics/recounts', 'Count a part of a month again from its cases'),
    ...desk,
    ...{ body: RecountRequest, refusals: [401, 403] },
  },
  {
    ...get('/api/desk/penalties', 'The department’s penalties, latest change first'),
    ...desk,
    ...{ query: PenaltiesQuery, refusals: [401] },
  },
  {
    ...post('/api/desk/penalties', 'Propose a penalty'),
    ...desk,
    ...{ body: PenaltyProposal, status: 201, refusals: [401, 403, 404, 409] },
  },
  { ...get('/api/desk/penalties/{penaltyId}', 'A penalty with everything done to it'), ...desk },
  {
    ...get(
      '/api/desk/penalties/{penaltyId}/archive',
      'The papers of its file, and its record checked',
    ),
    ...desk,
  },
  {
    ...post('/api/desk/penalties/{penaltyId}/commands', 'Take the next lawful step of a penalty'),
    ...desk,
    ...{ body: PenaltyCommand, refusals: [401, 403, 404, 409] },
  },
  {
    ...get('/api/desk/rewards', 'Claims of rewards that lie with the department'),
    ...desk,
    ...{ query: RewardsQuery, refusals: [401, 403] },
  },
  {
    ...get('/api/desk/rewards/{claimNumber}', 'A claim with its way and its amount explained'),
    ...desk,
    refusals: [401, 403, 404],
  },
  {
    ...post('/api/desk/rewards/{claimNumber}/commands', 'Take the next step of a claim'),
    ...desk,
    ...{ body: RewardCommand, refusals: [401, 403, 404, 409] },
  },
  {
    ...get('/api/desk/inspections', 'The department’s inspections, latest first'),
    ...desk,
    ...{ query: PageQuery, refusals: [401] },
  },
  {
    ...post('/api/desk/inspections', 'Record an inspection; its result is published'),
    ...desk,
    ...{ body: InspectionReport, status: 201, refusals: [401, 403] },
  },
  { ...get('/api/desk/inspections/{inspectionId}', 'An inspection with every act on it'), ...desk },
  {
    ...post('/api/desk/inspections/{inspectionId}/commands', 'Correct or withdraw an inspection'),
    ...desk,
    ...{ body: InspectionCommand, refusals: [401, 403, 404, 409] },
  },
  {
    ...get('/api/desk/objections', 'Objections that lie with the department'),
    ...desk,
    ...{ query: ObjectionsQuery, refusals: [401] },
  },
  { ...get('/api/desk/objections/{objectionId}', 'An objection with its way'), ...desk },
  {
    ...post('/api/desk/objections/{objectionId}/commands', 'Take the next step of an objection'),
    ...desk,
    ...{ body: ObjectionCommand, refusals: [401, 403, 404, 409] },
  },
  {
    ...get('/api/desk/imports', 'Files that the department has read in, latest first'),
    ...desk,
    ...{ query: PageQuery, refusals: [401, 403] },
  },
  {
    ...post('/api/desk/imports', 'Announce a file of penalties, inspections or institutions'),
    ...desk,
    ...{ body: ImportRequest, status: 201, refusals: [401, 403] },
  },
  {
    ...post('/api/desk/imports/{importId}/rows', 'Check a portion of its rows and keep it aside'),
    ...desk,
    ...{ body: PortionRequest, refusals: [401, 403, 404, 409] },
  },
  {
    ...get('/api/desk/imports/{importId}/report', 'How it stands, and what was found of each row'),
    ...desk,
    ...{ query: PageQuery, refusals: [401, 403, 404] },
  },
  {
    ...post('/api/desk/imports/{importId}/commands', 'Apply it whole, or throw it away'),
    ...desk,
    ...{ body: ImportCommand, refusals: [401, 403, 404, 409] },
  },
  {
    ...get(
      '/api/desk/institutions',
      'Registered institutions by part of name, credit code or licence number; twenty at most',
    ),
    ...desk,
    ...{ query: SuggestionQuery, refusals: [401] },
  },
];
