/** The HTTP API's routes and the distribution's behaviours. */
import { LOCAL_REGION } from '../engines/engine-call.ts';
import type { JsonObject } from './assembly.ts';
import type { EvaluatedResource } from './evaluation.ts';
import {
  find,
  nameOf,
  objects,
  ofType,
  optionalObject,
  optionalText,
  requiredText,
  texts,
} from './reading.ts';

export interface Route {
  readonly method: string;
  /** `/api/desk/cases/{caseNumber}`; `$default` has neither method nor path. */
  readonly path: string;
  readonly functionName: string;
  readonly authoriser: Authoriser | undefined;
}

export interface Authoriser {
  readonly issuer: string;
  readonly audience: readonly string[];
}

export interface Header {
  readonly name: string;
  readonly value: string;
  /** Replaces the origin's own header of this name. */
  readonly overrides: boolean;
}

export interface Behaviour {
  /** `/api/*`; `*` for all that no other behaviour takes. */
  readonly pattern: string;
  readonly methods: readonly string[];
  /** `store`: whatever a signed request asks of the bucket that its path begins with. */
  readonly origin: BucketOrigin | ApiOrigin | 'api' | 'store';
  readonly headers: readonly Header[];
  readonly compresses: boolean;
}

export interface BucketOrigin {
  readonly bucket: string;
  /** What the bucket answers with one of these is asked of the API, under a path that begins so. */
  readonly otherwise?: { readonly statuses: readonly number[]; readonly prefix: string };
}

/** The API, and a bucket that has the same path for when the API fails with one of these. */
export interface ApiOrigin {
  readonly api: 'first';
  readonly otherwise: { readonly statuses: readonly number[]; readonly bucket: string };
}

export interface Distribution {
  readonly id: string;
  readonly behaviours: readonly Behaviour[];
  readonly defaultRoot: string | undefined;
}

const READING = ['GET', 'HEAD'];

export function apiRoutes(resources: readonly EvaluatedResource[]): readonly Route[] {
  return ofType(resources, 'AWS::ApiGatewayV2::Route').map((route) => {
    const where = nameOf(route);
    const { properties } = route;
    const target = requiredText(properties, 'Target', where).replace(/^integrations\//, '');
    const integration = find(
      ofType(resources, 'AWS::ApiGatewayV2::Integration').filter(
        ({ resource }) => resource.stack === route.resource.stack,
      ),
      target,
      where,
    );
    const uri = requiredText(integration.properties, 'IntegrationUri', where);
    const fn = find(ofType(resources, 'AWS::Lambda::Function'), uri, where);
    const [method, path] = requiredText(properties, 'RouteKey', where).split(' ');
    const authorised = properties['AuthorizationType'] === 'JWT';
    return {
      method: method ?? '',
      path: path ?? '',
      functionName: fn.names.ref,
      authoriser: authorised ? authoriserOf(resources, properties, where) : undefined,
    };
  });
}

function authoriserOf(
  resources: readonly EvaluatedResource[],
  route: JsonObject,
  where: string,
): Authoriser {
  const id = requiredText(route, 'AuthorizerId', where);
  const authoriser = find(ofType(resources, 'AWS::ApiGatewayV2::Authorizer'), id, where);
  const jwt = optionalObject(authoriser.properties, 'JwtConfiguration', where);
  return { issuer: requiredText(jwt, 'Issuer', where), audience: texts(jwt, 'Audience') };
}

export function distributions(resources: readonly EvaluatedResource[]): readonly Distribution[] {
  return ofType(resources, 'AWS::CloudFront::Distribution').map((distribution) => {
    const where = nameOf(distribution);
    const config = optionalObject(distribution.properties, 'DistributionConfig', where);
    const origins = originsOf(resources, config, where);
    const behaviour = (from: JsonObject, pattern: string): Behaviour => {
      const origin = origins.get(requiredText(from, 'TargetOriginId', where));
      if (!origin) throw new Error(`${where}: ${pattern} goes to an origin that is not there`);
      if (typeof origin === 'object' && 'prefix' in origin) {
        throw new Error(`${where}: the host adds an origin's path for what a bucket lacks only`);
      }
      const methods = texts(from, 'AllowedMethods');
      return {
        pattern,
        methods: methods.length > 0 ? methods : READING,
        origin,
        headers: headersOf(resources, optionalText(from, 'ResponseHeadersPolicyId'), where),
        compresses: from['Compress'] === true,
      };
    };
    return {
      id: distribution.names.ref,
      behaviours: [
        ...objects(config, 'CacheBehaviors', where).map((from) =>
          behaviour(from, requiredText(from, 'PathPattern', where)),
        ),
        behaviour(optionalObject(config, 'DefaultCacheBehavior', where), '*'),
      ],
      defaultRoot: optionalText(config, 'DefaultRootObject'),
    };
  });
}

type Origin = Behaviour['origin'] | { readonly prefix: string };

/** The origins, and the groups of two: a bucket, and the API for what it lacks; or the API, and a bucket for when it fails. */
function originsOf(
  resources: readonly EvaluatedResource[],
  config: JsonObject,
  where: string,
): ReadonlyMap<string, Origin> {
  const origins = new Map(
    objects(config, 'Origins', where).map((origin) => [
      requiredText(origin, 'Id', where),
      originOf(resources, origin, where),
    ]),
  );
  for (const group of objects(optionalObject(config, 'OriginGroups', where), 'Items', where)) {
    const id = requiredText(group, 'Id', where);
    const [first, second, ...more] = objects(
      optionalObject(group, 'Members', where),
      'Items',
      where,
    ).map((member) => origins.get(requiredText(member, 'OriginId', where)));
    const criteria = optionalObject(group, 'FailoverCriteria', where);
    const statuses = texts(optionalObject(criteria, 'StatusCodes', where), 'Items').map(Number);
    if (first === 'api' && typeof second === 'object' && 'bucket' in second && more.length === 0) {
      origins.set(id, { api: 'first', otherwise: { statuses, bucket: second.bucket } });
      continue;
    }
    if (typeof first !== 'object' || !('bucket' in first) || more.length > 0) {
      throw new Error(`${where}: the host knows a group of a bucket and the API, not ${id}`);
    }
    if (typeof second !== 'object' || !('prefix' in second)) {
      throw new Error(`${where}: the second of ${id} should be the API under a path`);
    }
    origins.set(id, { ...first, otherwise: { statuses, prefix: second.prefix } });
  }
  return origins;
}

function originOf(
  resources: readonly EvaluatedResource[],
  origin: JsonObject,
  where: string,
): Origin {
  const domain = requiredText(origin, 'DomainName', where);
  if (origin['S3OriginConfig'] !== undefined) {
    return { bucket: find(ofType(resources, 'AWS::S3::Bucket'), domain, where).names.ref };
  }
  if (domain === `s3.${LOCAL_REGION}.amazonaws.com`) return 'store';
  const api = ofType(resources, 'AWS::ApiGatewayV2::Api').find(({ names }) =>
    names.attributes['ApiEndpoint']?.endsWith(`//${domain}`),
  );
  if (!api) throw new Error(`${where}: the host serves its own API and bucket, not ${domain}`);
  const prefix = optionalText(origin, 'OriginPath');
  return prefix ? { prefix } : 'api';
}

function headersOf(
  resources: readonly EvaluatedResource[],
  policyId: string | undefined,
  where: string,
): readonly Header[] {
  if (policyId === undefined) return [];
  const policies = ofType(resources, 'AWS::CloudFront::ResponseHeadersPolicy');
  const { properties } = find(policies, policyId, where);
  const config = optionalObject(properties, 'ResponseHeadersPolicyConfig', where);
  const security = optionalObject(config, 'SecurityHeadersConfig', where);
  const custom = optionalObject(config, 'CustomHeadersConfig', where);
  const header = (part: string, name: string, value: (of: JsonObject) => string): Header[] => {
    const settings = optionalObject(security, part, where);
    if (security[part] === undefined) return [];
    return [{ name, value: value(settings), overrides: settings['Override'] === true }];
  };
  return [
    ...header('ContentSecurityPolicy', 'content-security-policy', (of) =>
      requiredText(of, 'ContentSecurityPolicy', where),
    ),
    ...header('ContentTypeOptions', 'x-content-type-options', () => 'nosniff'),
    ...header('FrameOptions', 'x-frame-options', (of) => requiredText(of, 'FrameOption', where)),
    ...header('ReferrerPolicy', 'referrer-policy', (of) =>
      requiredText(of, 'ReferrerPolicy', where),
    ),
    ...objects(custom, 'Items', where).map((item) => ({
      name: requiredText(item, 'Header', where).toLowerCase(),
      value: requiredText(item, 'Value', where),
      overrides: item['Override'] === true,
    })),
  ];
}
