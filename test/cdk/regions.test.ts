/** The building in both clouds: the same code stands in all regions, each by the means it has, with no open finding of cdk-nag. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { queuedDepartments } from '../../functions/catalogue.ts';
import { readPlace, regions, type Region } from '../../cdk/place.ts';
import { DISPLAY_PATH, LOOKS_PATH } from '../../shared/disclosure/pages.ts';
import { raise, type Assembly } from './assembly.ts';

const raised = new Map<string, Assembly>();

/** Raising throws on an open finding. */
function buildingIn(region: Region, stage: 'production' | 'demo' = 'production'): Assembly {
  const place = `${region} ${stage}`;
  const building = raised.get(place) ?? raise({ region, stage });
  raised.set(place, building);
  return building;
}

const everything = (building: Assembly): string =>
  building.stacks.map(({ text }) => text).join('\n');

describe.each(regions)('in %s', (region) => {
  it('every stack is raised, with room for more departments', () => {
    const { stacks } = buildingIn(region);
    expect(stacks.map(({ name }) => name).sort()).toEqual(
      ['Data', 'Departments', 'Desk', 'Monitoring', 'Service', 'Site', 'Webhooks'].map(
        (name) => `Mingcha${name}`,
      ),
    );
    expect(stacks.filter(({ size }) => size > 450)).toEqual([]);
    expect(queuedDepartments.length).toBeGreaterThanOrEqual(30);
  }, 60_000);

  it('no partition and no domain of a cloud is written out', () => {
    const text = everything(buildingIn(region));
    expect(text.match(/arn:aws[\w-]*/g) ?? []).toEqual([]);
    // What is left of the domain are the names by which services are trusted, the same in both clouds.
    const domains = new Set(text.match(/[\w.-]*amazonaws\.com[\w.]*/g));
    const trusted = ['apigateway', 'cloudfront', 'cloudwatch', 'events', 'lambda'].map(
      (service) => `${service}.amazonaws.com`,
    );
    expect([...domains].filter((domain) => !trusted.includes(domain))).toEqual([]);
  });

  it('nothing is used that one of the two clouds does not have', () => {
    const absent = [
      'AWS::Lambda::Url',
      'AWS::Cognito',
      'AWS::XRay',
      'FunctionAssociations',
      'TracingConfig',
      'StartMessageMoveTask',
      'Custom::',
    ];
    const text = everything(buildingIn(region));
    expect(absent.filter((word) => text.includes(word))).toEqual([]);
  });
});

const Distribution = v.object({
  DistributionConfig: v.object({
    Aliases: v.tuple([v.object({ Ref: v.literal('SiteDomain') })]),
    ViewerCertificate: v.record(v.string(), v.unknown()),
    DefaultCacheBehavior: v.record(v.string(), v.unknown()),
    CacheBehaviors: v.array(v.record(v.string(), v.unknown())),
  }),
});

function distributionIn(region: Region) {
  const [found] = buildingIn(region).all('AWS::CloudFront::Distribution', Distribution);
  if (!found) throw new Error(`${region} has no distribution`);
  const { DefaultCacheBehavior, CacheBehaviors, ViewerCertificate } =
    found.properties.DistributionConfig;
  return { behaviours: [DefaultCacheBehavior, ...CacheBehaviors], ViewerCertificate };
}

describe('the distribution', () => {
  const policies = ['CachePolicyId', 'OriginRequestPolicyId', 'ResponseHeadersPolicyId'];

  it('of China takes a certificate from IAM, reads by an identity and knows no policies', () => {
    const building = buildingIn('cn-northwest-1');
    const { behaviours, ViewerCertificate } = distributionIn('cn-northwest-1');
    expect(ViewerCertificate['IamCertificateId']).toEqual({ Ref: 'CertificateId' });
    expect(
      building.all('AWS::CloudFront::CloudFrontOriginAccessIdentity', v.unknown()),
    ).toHaveLength(1);
    for (const behaviour of behaviours) {
      expect(Object.keys(behaviour)).toContain('ForwardedValues');
      expect(policies.filter((name) => name in behaviour)).toEqual([]);
    }
    const text = everything(building);
    expect(text).not.toContain('OriginAccessControl');
    expect(text).not.toContain('AWS::CloudFront::ResponseHeadersPolicy');
  });

  it('elsewhere takes a certificate from ACM, reads by origin access control and sets headers by policy', () => {
    const { behaviours, ViewerCertificate } = distributionIn('us-east-1');
    expect(ViewerCertificate['AcmCertificateArn']).toEqual({ Ref: 'CertificateArn' });
    for (const behaviour of behaviours)
      expect(Object.keys(behaviour)).not.toContain('ForwardedValues');
    const text = everything(buildingIn('us-east-1'));
    expect(text).toContain('AWS::CloudFront::OriginAccessControl');
    expect(text).not.toContain('OriginAccessIdentityConfig');
  });

  it('of China passes on every header that a call may carry', () => {
    const { behaviours } = distributionIn('cn-north-1');
    const headers = ['Authorization', 'Idempotency-Key', 'Proof-Of-Work'];
    const looks = [`${DISPLAY_PATH}.css`, `${LOOKS_PATH}/*`];
    const acting = behaviours.filter(
      ({ PathPattern }) => typeof PathPattern !== 'string' || !looks.includes(PathPattern),
    );
    for (const behaviour of acting.slice(1)) {
      const { Headers } = v.parse(
        v.object({ Headers: v.array(v.string()) }),
        behaviour['ForwardedValues'],
      );
      expect(Headers).toEqual(expect.arrayContaining(headers));
    }
  });
});

describe('the stage', () => {
  const Table = v.object({
    Replicas: v.tuple([v.object({ DeletionProtectionEnabled: v.optional(v.boolean()) })]),
    SSESpecification: v.object({ SSEEnabled: v.literal(true) }),
  });
  const kept = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::SecretsManager::Secret'];

  it('production keeps what cannot be made again, and protects the tables', () => {
    const building = buildingIn('us-east-1');
    for (const type of [...kept, 'AWS::Logs::LogGroup']) {
      const fates = building.all(type, v.unknown()).map(({ deletion }) => deletion);
      expect(new Set(fates)).toEqual(new Set(['Retain']));
    }
    for (const { properties } of building.all('AWS::DynamoDB::GlobalTable', Table)) {
      expect(properties.Replicas[0].DeletionProtectionEnabled).toBe(true);
    }
  });

  it('demo leaves nothing behind', () => {
    const building = buildingIn('us-east-1', 'demo');
    for (const type of [...kept, 'AWS::Logs::LogGroup']) {
      const fates = building.all(type, v.unknown()).map(({ deletion }) => deletion);
      expect(new Set(fates)).toEqual(new Set(['Delete']));
    }
    for (const { properties } of building.all('AWS::DynamoDB::GlobalTable', Table)) {
      expect(properties.Replicas[0].DeletionProtectionEnabled).not.toBe(true);
    }
  });
});

it('a place that the building does not know is refused by name', () => {
  expect(() => readPlace({ region: 'eu-west-1' })).toThrow('region is us-east-1 or cn-north-1');
  expect(() => readPlace({ stage: 'prod' })).toThrow('stage is production or demo, not "prod"');
  expect(readPlace({ region: '', stage: '' })).toEqual({ stage: 'production' });
});
