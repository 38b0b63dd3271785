/** Complaints that the system must refuse, each with the reason a person would give and the answer it must get. */

export interface RefusedComplaint {
  readonly why: string;
  readonly body: unknown;
  readonly status: 400 | 413 | 422;
}

const sound = {
  facts: '收费没有清单，只给了一个总数。',
  categories: ['PRICE'],
  institution: { name: '示例诊所', streetCode: '500104003' },
  anonymous: true,
};

export const refusedComplaints: readonly RefusedComplaint[] = [
  { why: 'says nothing', body: { ...sound, facts: '' }, status: 422 },
  {
    why: 'names a category that does not exist',
    body: { ...sound, categories: ['WITCHCRAFT'] },
    status: 422,
  },
  {
    why: 'names six categories',
    body: { ...sound, categories: ['PRICE', 'BLOOD', 'TOUT', 'VACCINE', 'PRIVACY', 'OTHER'] },
    status: 422,
  },
  { why: 'names no institution', body: { ...sound, institution: undefined }, status: 422 },
  { why: 'wants money back but gives no name', body: { ...sound, demand: '退钱' }, status: 422 },
  { why: 'brings a field nobody knows', body: { ...sound, priority: 'highest' }, status: 422 },
  { why: 'is not JSON', body: '{"facts": "写到一半', status: 400 },
  { why: 'is far too long', body: { ...sound, facts: '长'.repeat(300_000) }, status: 413 },
];
