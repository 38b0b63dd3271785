/** Records, institutions and the data set in the vocabulary of schema.org (JSON-LD), for catalogues and search engines. */
import { departments } from '../../shared/departments/directory.ts';
import { MANIFEST_PATH, type DataManifest } from '../../shared/disclosure/data-files.ts';
import { DATA_PATH, institutionPath } from '../../shared/disclosure/pages.ts';
import type { PublicInstitution, PublicRecord } from '../../shared/disclosure/record.ts';
import { institutionCategories, isKnownCategory } from '../../shared/institutions/categories.ts';
import type { RegisteredFacts } from '../../shared/institutions/registered.ts';
import { district } from '../../shared/district.ts';

const CONTEXT = 'https://schema.org';

export const recordCard = (record: PublicRecord, origin: string): object => ({
  '@context': CONTEXT,
  '@type': 'Report',
  '@id': origin + record.path,
  url: origin + record.path,
  name: record.title,
  inLanguage: 'zh-CN',
  datePublished: record.publishedOn,
  ...(record.corrections && { dateModified: record.corrections.at(-1)?.on }),
  publisher: {
    '@type': 'GovernmentOrganization',
    name: departments.find(({ code }) => code === record.department)?.fullName ?? record.department,
  },
  ...(record.institution && { about: organisation(record.institution, origin) }),
  ...(record.kind === 'penalty'
    ? {
        ...{ reportNumber: record.decisionNumber, dateCreated: record.decidedOn },
        expires: record.publicUntil,
      }
    : { dateCreated: record.inspectedOn }),
});

/** @param registered - what the register of institutions says of it */
export const institutionCard = (
  institution: PublicInstitution,
  registered: RegisteredFacts | undefined,
  origin: string,
): object => ({
  '@context': CONTEXT,
  ...organisation(institution, origin),
  ...(registered?.category !== undefined &&
    isKnownCategory(registered.category) && {
      additionalType: institutionCategories[registered.category],
    }),
  ...(registered?.address !== undefined && {
    address: { '@type': 'PostalAddress', addressCountry: 'CN', streetAddress: registered.address },
  }),
  ...(registered?.licenceNumber !== undefined && {
    hasCredential: {
      '@type': 'EducationalOccupationalCredential',
      credentialCategory: registered.practiceBasis === 'FILING' ? '备案凭证' : '医疗机构执业许可证',
      identifier: registered.licenceNumber,
    },
  }),
});

const organisation = ({ id, name, uscc }: PublicInstitution, origin: string) => ({
  '@type': 'MedicalOrganization',
  '@id': origin + institutionPath(id),
  url: origin + institutionPath(id),
  name,
  ...(uscc && { identifier: uscc }),
});

export const dataCatalogue = (
  { updatedAt, files }: Pick<DataManifest, 'updatedAt' | 'files'>,
  origin: string,
): object => ({
  '@context': CONTEXT,
  '@type': 'Dataset',
  '@id': origin + DATA_PATH,
  url: origin + DATA_PATH,
  name: `${district.siteName}：行政处罚和监督检查公示数据`,
  description: '按月发布的全部公示记录，附清单和校验值。',
  inLanguage: 'zh-CN',
  isAccessibleForFree: true,
  dateModified: updatedAt,
  distribution: [
    {
      '@type': 'DataDownload',
      contentUrl: origin + MANIFEST_PATH,
      encodingFormat: 'application/json',
    },
    ...files.map(({ path, format, bytes, sha256 }) => ({
      '@type': 'DataDownload',
      contentUrl: origin + path,
      encodingFormat: format === 'csv' ? 'text/csv' : 'application/jsonl',
      contentSize: `${bytes} B`,
      sha256,
    })),
  ],
});
