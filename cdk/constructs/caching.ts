/** How a behaviour of the distribution caches and what it passes on: by policies, or, where China has none, by older means. */
import { CacheCookieBehavior, CachePolicy, OriginRequestPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct, IConstruct } from 'constructs';
import { DISPLAY_COOKIE } from '../../shared/disclosure/pages.ts';
import { isInChina } from '../place.ts';

type Caching = Partial<
  Pick<
    CfnDistribution.CacheBehaviorProperty,
    | 'cachePolicyId'
    | 'originRequestPolicyId'
    | 'forwardedValues'
    | 'minTtl'
    | 'defaultTtl'
    | 'maxTtl'
  >
>;

/** Objects carry their own Cache-Control; this only obeys it. */
export const obeyingTheObject = (scope: IConstruct): Caching =>
  isInChina(scope)
    ? {
        forwardedValues: { queryString: false, cookies: { forward: 'none' } },
        minTtl: 0,
        defaultTtl: Duration.days(1).toSeconds(),
        maxTtl: Duration.days(365).toSeconds(),
      }
    : { cachePolicyId: CachePolicy.CACHING_OPTIMIZED.cachePolicyId };

/** One copy for each of the reader's choices, and nothing else of him is asked. */
export const byDisplayCookie = (scope: Construct): Caching =>
  isInChina(scope)
    ? {
        forwardedValues: {
          queryString: false,
          cookies: { forward: 'whitelist', whitelistedNames: [DISPLAY_COOKIE] },
        },
        minTtl: 0,
        defaultTtl: 0,
        maxTtl: Duration.days(1).toSeconds(),
      }
    : {
        cachePolicyId: new CachePolicy(scope, 'ByDisplay', {
          cookieBehavior: CacheCookieBehavior.allowList(DISPLAY_COOKIE),
          minTtl: Duration.seconds(0),
          defaultTtl: Duration.seconds(0),
          maxTtl: Duration.days(1),
        }).cachePolicyId,
      };

/** Nothing is kept, and the function hears all that the visitor said but the host. */
export const passingEverythingOn = (scope: IConstruct): Caching =>
  isInChina(scope)
    ? {
        forwardedValues: {
          queryString: true,
          cookies: { forward: 'all' },
          // The older means cannot say “all but Host”: whatever a call may carry by the API's document stands here.
          headers: [
            'Accept',
            'Accept-Language',
            'Authorization',
            'Idempotency-Key',
            'Origin',
            'Proof-Of-Work',
            'Referer',
          ],
        },
        minTtl: 0,
        defaultTtl: 0,
        maxTtl: 0,
      }
    : {
        cachePolicyId: CachePolicy.CACHING_DISABLED.cachePolicyId,
        originRequestPolicyId:
          OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER.originRequestPolicyId,
      };
