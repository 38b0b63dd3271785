/** What a CloudFront call needs: the one action that is known here, on the distribution that its path names. */
import { distributionArn } from '../template/names.ts';
import type { Need } from './policy.ts';

/** The path of `CreateInvalidation`; `Id` is the distribution's. */
export const INVALIDATION_PATH = /^\/2020-05-31\/distribution\/([^/]+)\/invalidation\/?$/;

/** @returns undefined for an operation that is not known here: it is denied */
export function cloudfrontNeeds({
  method = '',
  url = '',
}: {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
}): readonly Need[] | undefined {
  const id = INVALIDATION_PATH.exec(url.split('?')[0] ?? '')?.[1];
  if (method !== 'POST' || id === undefined) return undefined;
  return [{ action: 'cloudfront:CreateInvalidation', resource: distributionArn(id) }];
}
