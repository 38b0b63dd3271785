/** The policy by which the distribution guards every page. China's has none: there rendered pages alone bring their guards. */
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import {
  contentSecurityPolicy,
  transportSecurityDays,
} from '../../shared/disclosure/page-headers.ts';
import { isInChina } from '../place.ts';

/** @returns what a behaviour says of it */
export function pageHeaders(scope: Construct): { readonly responseHeadersPolicyId?: string } {
  if (isInChina(scope)) return {};
  const { responseHeadersPolicyId } = new ResponseHeadersPolicy(scope, 'SecurityHeaders', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: false },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      // Not `no-referrer`: under that browsers send `Origin: null` with a form, and the form is refused as foreign.
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(transportSecurityDays),
        includeSubdomains: true,
        override: true,
      },
    },
  });
  return { responseHeadersPolicyId };
}
