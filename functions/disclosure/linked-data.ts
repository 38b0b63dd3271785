/** Records, institutions and the data set in the vocabulary of schema.org (JSON-LD), for catalogues and search engines. */
import { departments } from '../../shared/departments/directory.ts';
import { MANIFEST_PATH, type DataManifest } from '../../shared/disclosure/data-files.ts';
import { DATA_PATH, institutionPath } from '../../shared/disclosure/pages.ts';
import type { PublicInstitution, PublicRecord } from '../../shared/disclosure/record.ts';
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

export const institutionCard = (institution: PublicInstitution, origin: string): object => ({
  '@context': CONTEXT,
  ...organisation(institution, origin),
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
  name: `${district.siteName}：行政处罚和行政检查公示数据`,
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
