/** What the public sees under one origin: pages from the bucket, the API and the rendered pages from the HTTP API. */
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  ViewerProtocolPolicy,
  type AddBehaviorOptions,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { CfnOutput, Duration, Fn } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import {
  localPath,
  locales,
  NOT_FOUND_PATH,
  objectKey,
  renderedPaths,
} from '../shared/disclosure/pages.ts';
import { MingchaStack } from './constructs/mingcha-stack.ts';

export interface SiteStackProps {
  readonly api: HttpApi;
  /** Its policy, in the data stack, lets distributions of this account read. */
  readonly bucket: Bucket;
}

export class SiteStack extends MingchaStack {
  constructor(scope: Construct, id: string, { api, bucket }: SiteStackProps) {
    super(scope, id, 'Mingcha: the public site');
    const { originAccessControlId } = new S3OriginAccessControl(this, 'BucketAccess');
    // Only looked at: writing the distribution into its policy would tie the data stack to this one in a circle.
    const seenBucket = Bucket.fromBucketAttributes(this, 'Pages', {
      bucketArn: bucket.bucketArn,
      bucketRegionalDomainName: bucket.bucketRegionalDomainName,
    });
    const pages = S3BucketOrigin.withBucketDefaults(seenBucket, { originAccessControlId });
    // `https://<host>` → `<host>`
    const service = new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint)));
    const responseHeadersPolicy = securityHeaders(this);
    const rendered = {
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy,
    } as const satisfies AddBehaviorOptions;

    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Mingcha',
      defaultRootObject: objectKey('/'),
      defaultBehavior: {
        origin: pages,
        // Objects carry their own Cache-Control; this only obeys it.
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy,
      },
      errorResponses: [
        {
          httpStatus: 404,
          responseHttpStatus: 404,
          responsePagePath: NOT_FOUND_PATH,
          ttl: Duration.seconds(10),
        },
      ],
    });
    // A redirect would come after a body that was sent in the clear: calls to the API must begin with HTTPS.
    distribution.addBehavior('/api/*', service, {
      ...rendered,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    });
    for (const path of renderedPaths) {
      for (const locale of locales) {
        distribution.addBehavior(`${localPath(path, locale)}*`, service, rendered);
      }
    }
    new CfnOutput(this, 'SiteDomain', { value: distribution.distributionDomainName });
  }
}

/** Nothing from elsewhere, no inline script, no frame. A page that brings its own content policy (with hashes) keeps it. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const securityHeaders = (scope: Construct): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, 'SecurityHeaders', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: false },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      // Not `no-referrer`: under that browsers send `Origin: null` with a form, and the form is refused as foreign.
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: true,
        override: true,
      },
    },
  });
