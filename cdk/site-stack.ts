/** What the public sees under one origin: pages from the bucket, the API and the rendered pages from the HTTP API. */
import { CfnDistribution, S3OriginAccessControl } from 'aws-cdk-lib/aws-cloudfront';
import { CfnOutput, Fn } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import {
  DESK_PATH,
  DISPLAY_PATH,
  localPath,
  LOOKS_PATH,
  locales,
  MISSING_PREFIX,
  objectKey,
  renderedPaths,
  SEARCH_PATH,
} from '../shared/disclosure/pages.ts';
import { lambdas } from '../functions/catalogue.ts';
import { equip } from './constructs/access.ts';
import { acknowledge } from './constructs/acknowledge.ts';
import { byDisplayCookie, obeyingTheObject, passingEverythingOn } from './constructs/caching.ts';
import { CatalogueFunction } from './constructs/catalogue-function.ts';
import { functionLog } from './constructs/function-log.ts';
import { MingchaStack } from './constructs/mingcha-stack.ts';
import { pageHeaders } from './constructs/page-headers.ts';
import { feed } from './constructs/work-queue.ts';
import type { DataStack } from './data-stack.ts';
import { isInChina } from './place.ts';
import type { ServiceStack } from './service-stack.ts';

export interface SiteStackProps {
  readonly assetRoot: string;
  readonly service: ServiceStack;
  readonly data: DataStack;
}

const PAGES = 'pages';
const SERVICE = 'service';
const MISSING = 'missing';
const PAGES_OR_MISSING = 'pages-or-missing';
const LOOKS_OR_PAGES = 'looks-or-pages';
const SERVICE_OR_PAGES = 'service-or-pages';
const STORE = 'store';

/** Errors that CloudFront would keep ten seconds, without looking at who asked: one caller's refusal is not another's. */
const KEPT_ERRORS = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

export class SiteStack extends MingchaStack {
  constructor(scope: Construct, id: string, { assetRoot, service, data }: SiteStackProps) {
    super(scope, id, 'Mingcha: the public site');
    const domain = this.parameter('SiteDomain', 'Host name of the public site');
    // `https://<host>` → `<host>`
    const serviceHost = Fn.select(2, Fn.split('/', service.api.apiEndpoint));
    const headers = pageHeaders(this);
    const reading = {
      ...headers,
      ...obeyingTheObject(this),
      allowedMethods: ['GET', 'HEAD'],
      viewerProtocolPolicy: 'redirect-to-https',
      compress: true,
    };
    const chosen = byDisplayCookie(this);
    const acting = {
      ...headers,
      ...passingEverythingOn(this),
      allowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
      viewerProtocolPolicy: 'redirect-to-https',
      targetOriginId: SERVICE,
      compress: true,
    };

    const distribution = new CfnDistribution(this, 'Distribution', {
      distributionConfig: {
        comment: 'Mingcha',
        enabled: true,
        httpVersion: 'http2',
        ipv6Enabled: !isInChina(this),
        aliases: [domain],
        viewerCertificate: {
          ...this.#certificate(),
          minimumProtocolVersion: 'TLSv1.2_2021',
          sslSupportMethod: 'sni-only',
        },
        defaultRootObject: objectKey('/'),
        origins: [
          { id: PAGES, domainName: data.site.bucketRegionalDomainName, ...this.#reader(data) },
          { id: SERVICE, domainName: serviceHost, customOriginConfig: HTTPS },
          {
            id: MISSING,
            domainName: serviceHost,
            originPath: MISSING_PREFIX,
            customOriginConfig: HTTPS,
          },
          // Path style: the bucket's name leads the path. Who may do what there stands in each request's own signature.
          {
            id: STORE,
            domainName: `s3.${this.region}.${this.urlSuffix}`,
            customOriginConfig: HTTPS,
          },
        ],
        // An error page of the distribution would stand before the API's own answers as well. So the renderer is asked for
        // the page of what the bucket does not have.
        originGroups: {
          quantity: 3,
          items: [
            {
              id: PAGES_OR_MISSING,
              members: { quantity: 2, items: [{ originId: PAGES }, { originId: MISSING }] },
              failoverCriteria: { statusCodes: { quantity: 2, items: [403, 404] } },
            },
            // The stored page of the search answers from the files of the index while the function cannot.
            {
              id: SERVICE_OR_PAGES,
              members: { quantity: 2, items: [{ originId: SERVICE }, { originId: PAGES }] },
              failoverCriteria: { statusCodes: { quantity: 4, items: [500, 502, 503, 504] } },
            },
            // The bucket has the ordinary look of every release, also of those that the function no longer knows.
            {
              id: LOOKS_OR_PAGES,
              members: { quantity: 2, items: [{ originId: SERVICE }, { originId: PAGES }] },
              failoverCriteria: { statusCodes: { quantity: 5, items: [404, 500, 502, 503, 504] } },
            },
          ],
        },
        customErrorResponses: KEPT_ERRORS.map((errorCode) => ({
          errorCode,
          errorCachingMinTtl: 0,
        })),
        defaultCacheBehavior: { ...reading, targetOriginId: PAGES_OR_MISSING },
        cacheBehaviors: [
          // A redirect would come after a body that was sent in the clear: calls to the API must begin with HTTPS.
          { ...acting, pathPattern: '/api/*', viewerProtocolPolicy: 'https-only' },
          {
            ...acting,
            pathPattern: `/${data.attachments.bucketName}*`,
            viewerProtocolPolicy: 'https-only',
            targetOriginId: STORE,
            compress: false,
          },
          {
            ...reading,
            ...chosen,
            targetOriginId: SERVICE,
            pathPattern: `${DISPLAY_PATH}.css`,
          },
          {
            ...reading,
            ...chosen,
            targetOriginId: LOOKS_OR_PAGES,
            pathPattern: `${LOOKS_PATH}/*`,
          },
          ...renderedPaths.flatMap((path) =>
            locales.map((locale) => ({
              ...acting,
              // Nothing but the desk has anything below it: what is written with a slash too many is missing.
              pathPattern: localPath(path, locale) + (path === DESK_PATH ? '*' : ''),
              // A group of origins is asked by reading alone.
              ...(path === SEARCH_PATH && {
                allowedMethods: ['GET', 'HEAD'],
                targetOriginId: SERVICE_OR_PAGES,
              }),
            })),
          ),
        ],
      },
    });
    acknowledge(distribution, UNGUARDED);
    new CfnOutput(this, 'DistributionDomain', { value: distribution.attrDomainName });
    this.#forgetOn(distribution, assetRoot, service);
  }

  /** It stands here, where the distribution is known: the publisher tells a queue and need not know who keeps copies. */
  #forgetOn(distribution: CfnDistribution, assetRoot: string, service: ServiceStack): void {
    for (const lambda of lambdas.filter(({ invalidates }) => invalidates)) {
      const logGroup = functionLog(this, lambda.name);
      const fn = new CatalogueFunction(this, lambda.name, { lambda, assetRoot, logGroup });
      equip(fn, lambda, { ...service.holdingsFor(this), distribution });
      // Two at once, the least that Lambda allows: CloudFront works at few requests at a time.
      feed(fn, service.invalidationsQueue, { batchSize: 1, maxConcurrency: 2 });
    }
  }

  /** China's distribution takes certificates from IAM only. */
  #certificate(): CfnDistribution.ViewerCertificateProperty {
    return isInChina(this)
      ? {
          iamCertificateId: this.parameter(
            'CertificateId',
            'Id of the server certificate in IAM, ASCA…',
          ),
        }
      : {
          acmCertificateArn: this.parameter(
            'CertificateArn',
            'ARN of the certificate in ACM, in us-east-1',
          ),
        };
  }

  /** As whom the distribution reads the bucket, whose policy lets it. */
  #reader({ siteReader }: DataStack): Partial<CfnDistribution.OriginProperty> {
    if (siteReader) {
      const identity = siteReader.originAccessIdentityId;
      return {
        s3OriginConfig: { originAccessIdentity: `origin-access-identity/cloudfront/${identity}` },
      };
    }
    const { originAccessControlId } = new S3OriginAccessControl(this, 'BucketAccess');
    return { originAccessControlId, s3OriginConfig: { originAccessIdentity: '' } };
  }
}

const HTTPS = { originProtocolPolicy: 'https-only', originSslProtocols: ['TLSv1.2'] };

const UNGUARDED = {
  'AwsSolutions-CFR1':
    'Open to all countries on purpose: patients and their families live everywhere, and what is public is public.',
  'AwsSolutions-CFR2':
    'A firewall that counts by address hits whole villages behind one; limits and proof of work stand in the API itself.',
  'AwsSolutions-CFR3':
    'A log of the distribution holds the address of everyone who read how to report, and a reporter must not be found by it. The API logs each call without its caller.',
};
