/** Calls that anybody may make: filing, following, reading what is public. */
import { ReservationRequest } from '../attachments/attachment.ts';
import { ComplaintSubmission } from '../complaints/complaint.ts';
import { ObjectionSubmission, ObjectionTrackRequest } from '../objections/calls.ts';
import { RewardClaimRequest, RewardProof } from '../rewards/calls.ts';
import {
  CitizenActRequest,
  ContactRequest,
  DisclosureQuery,
  InstitutionsQuery,
  MessageRequest,
  SearchParameters,
  SuggestRequest,
  TrackRequest,
} from './calls.ts';
import { get, post, type Call } from './call.ts';

const open = { auth: 'public', status: 200, refusals: [] } as const;

export const publicCalls: readonly Call[] = [
  { ...get('/api/departments', 'The directory of departments'), ...open },
  { ...get('/api/categories', 'The responsibility matrix of complaints'), ...open },
  {
    ...post('/api/categories/suggest', 'What a text is about; the text is not kept'),
    ...open,
    ...{ body: SuggestRequest },
  },
  { ...get('/api/keys', 'Public keys that identities are sealed to'), ...open },
  {
    ...post('/api/complaints', 'File a complaint or report; needs an Idempotency-Key'),
    ...open,
    ...{ body: ComplaintSubmission, status: 201, refusals: [409] },
  },
  {
    ...post('/api/track', 'Follow a complaint by its receipt code'),
    ...open,
    ...{ body: TrackRequest, refusals: [404] },
  },
  {
    ...post('/api/track/messages', 'Write to the departments that work on a complaint'),
    ...open,
    ...{ body: MessageRequest, status: 201, refusals: [404, 409] },
  },
  {
    ...post('/api/track/acts', 'Take a complaint back, remind, or say how satisfied one is'),
    ...open,
    ...{ body: CitizenActRequest, refusals: [404, 409] },
  },
  {
    ...post(
      '/api/track/contacts',
      'Leave a contact for notices that there is news, or take it back',
    ),
    ...open,
    ...{ body: ContactRequest, refusals: [404, 409] },
  },
  {
    ...post('/api/track/feeds', 'A feed that says when there is news; the one before ends'),
    ...open,
    ...{ body: TrackRequest, status: 201, refusals: [404] },
  },
  {
    ...post('/api/track/feeds/closings', 'End the feed of a case'),
    ...open,
    ...{ body: TrackRequest, refusals: [404] },
  },
  {
    ...get('/api/feeds/{token}', 'When there was news of a case, as Atom'),
    ...open,
    refusals: [404],
  },
  {
    ...post('/api/attachments', 'A place for a file, and the form that takes it there'),
    ...open,
    ...{ body: ReservationRequest, status: 201 },
  },
  {
    ...post('/api/attachments/{attachmentId}/completions', 'Have an uploaded file checked'),
    ...open,
    ...{ refusals: [404, 409] },
  },
  {
    ...post('/api/track/rewards', 'Claim the reward for a report that was answered'),
    ...open,
    ...{ body: RewardClaimRequest, status: 201, refusals: [404, 409] },
  },
  {
    ...post('/api/track/rewards/status', 'What can be claimed, and what became of the claims'),
    ...open,
    ...{ body: RewardProof, refusals: [404, 409] },
  },
  {
    ...post('/api/objections', 'Object to a public record; needs an Idempotency-Key'),
    ...open,
    ...{ body: ObjectionSubmission, status: 201, refusals: [404, 409] },
  },
  {
    ...post('/api/objections/track', 'What has become of an objection, by its receipt code'),
    ...open,
    ...{ body: ObjectionTrackRequest, refusals: [404] },
  },
  {
    ...get('/api/institutions', 'Institutions of the register by part of name or credit code'),
    ...open,
    query: InstitutionsQuery,
  },
  { ...get('/api/disclosures', 'Public records'), ...open, query: DisclosureQuery },
  { ...get('/api/search', 'Public records that have the words'), ...open, query: SearchParameters },
  {
    ...get('/api/search.csv', 'The newest thousand of a search as CSV'),
    ...open,
    query: SearchParameters,
  },
  {
    ...get('/api/search.atom', 'The newest fifty of a search as Atom'),
    ...open,
    query: SearchParameters,
  },
  { ...get('/api/disclosures/{id}', 'One public record'), ...open, refusals: [404, 410] },
  { ...get('/api/openapi.json', 'This document'), ...open },
];
