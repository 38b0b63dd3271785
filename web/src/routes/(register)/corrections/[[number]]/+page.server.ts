import { sitePage } from '#lib/site-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ platform }) => ({ site: sitePage(platform, 'corrections') });
