import { searchRecords } from '#lib/record-search.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, platform }) =>
  searchRecords(platform, url.searchParams);
