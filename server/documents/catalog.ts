// The catalogue of the open data: DCAT-US 3.0, readable as JSON-LD. Every address in it begins with the origin.
import type {
  Catalog,
  CatalogContact,
  CatalogDataset,
  CatalogDistribution,
  CatalogOrganization,
  PlanSettings,
} from '../../schemas/types.ts';
import type { DataArchive } from './data-archive.ts';
import { licenceInWords } from './data-words.ts';

export interface CatalogAsked {
  readonly origin: string;
  readonly settings: PlanSettings;
  /** The latest entry of the record. */
  readonly record: { readonly seq: number; readonly recordedAt: string };
  readonly archive: Pick<DataArchive, 'bytes' | 'sha256'>;
}

/** The terms of DCAT-US are those of DCAT, Dublin Core, vCard, FOAF and SPDX. */
const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  org: 'http://www.w3.org/ns/org#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  'dcat-us': 'http://resources.data.gov/ontology/dcat-us#',
  Catalog: 'dcat:Catalog',
  Dataset: 'dcat:Dataset',
  Distribution: 'dcat:Distribution',
  Document: 'foaf:Document',
  Kind: 'vcard:Kind',
  Organization: 'org:Organization',
  Standard: 'dcterms:Standard',
  Checksum: 'spdx:Checksum',
  title: 'dcterms:title',
  description: 'dcterms:description',
  identifier: 'dcterms:identifier',
  publisher: 'dcterms:publisher',
  language: 'dcterms:language',
  modified: 'dcterms:modified',
  license: 'dcterms:license',
  rights: 'dcterms:rights',
  accessRights: 'dcterms:accessRights',
  accrualPeriodicity: 'dcterms:accrualPeriodicity',
  conformsTo: 'dcterms:conformsTo',
  dataset: 'dcat:dataset',
  distribution: 'dcat:distribution',
  contactPoint: 'dcat:contactPoint',
  keyword: 'dcat:keyword',
  landingPage: 'dcat:landingPage',
  version: 'dcat:version',
  mediaType: 'dcat:mediaType',
  byteSize: 'dcat:byteSize',
  accessURL: { '@id': 'dcat:accessURL', '@type': '@id' },
  downloadURL: { '@id': 'dcat:downloadURL', '@type': '@id' },
  describedBy: 'dcat-us:describedBy',
  homepage: 'foaf:homepage',
  name: 'foaf:name',
  subOrganizationOf: 'org:subOrganizationOf',
  fn: 'vcard:fn',
  hasEmail: { '@id': 'vcard:hasEmail', '@type': '@id' },
  checksum: 'spdx:checksum',
  algorithm: 'spdx:algorithm',
  checksumValue: 'spdx:checksumValue',
};

export function dataCatalog(asked: CatalogAsked): Catalog {
  const { origin, settings, record } = asked;
  return {
    '@context': context,
    '@id': `${origin}/data.json`,
    '@type': 'Catalog',
    title: `Open data of the classification plan, ${settings.employer}`,
    description: `What the ${settings.employer} publishes of its classification plan as data.`,
    conformsTo: { '@type': 'Standard', title: 'DCAT-US 3.0' },
    publisher: publisherOf(settings),
    contactPoint: contactOf(settings),
    homepage: page(origin, 'Open data', '/data'),
    language: languageOf(settings),
    modified: record.recordedAt,
    dataset: [planDataset(asked), changesDataset(asked)],
  };
}

function planDataset(asked: CatalogAsked): CatalogDataset {
  const { archive, record } = asked;
  const { bytes, sha256 } = archive;
  return {
    ...about(asked, 'plan'),
    title: `Classification plan of the ${asked.settings.employer}`,
    description:
      'Every class specification with all its revisions, the decided actions, series, shared texts, class histories and pay schedules: one archive of JSON Lines and tables, with a data dictionary.',
    describedBy: {
      ...file(asked, 'Data dictionary', '/data/data-dictionary.csv', 'text/csv'),
      description: 'What every field of the archive means.',
    },
    distribution: [
      {
        ...file(asked, 'The whole plan', '/data/plan.zip', 'application/zip'),
        description: 'ZIP archive; manifest.json in it names every file with its SHA-256.',
        byteSize: String(bytes),
        checksum: { '@type': 'Checksum', algorithm: 'SHA-256', checksumValue: sha256 },
        modified: record.recordedAt,
      },
    ],
  };
}

function changesDataset(asked: CatalogAsked): CatalogDataset {
  return {
    ...about(asked, 'changes'),
    title: `Changes of the classification plan of the ${asked.settings.employer}`,
    description:
      'What differs between the plan of two dates, the last twelve months where none are given, and every decision and posting as a feed.',
    distribution: [
      file(asked, 'Changes between two dates', '/changes.json', 'application/json'),
      file(asked, 'Changes between two dates, as a table', '/changes.csv', 'text/csv'),
      file(asked, 'Feed of decisions and postings', '/changes.atom', 'application/atom+xml'),
      file(asked, 'Feed of postings', '/actions.atom', 'application/atom+xml'),
    ],
  };
}

function about(
  { origin, settings, record }: CatalogAsked,
  name: string,
): Omit<CatalogDataset, 'title' | 'description' | 'describedBy' | 'distribution'> {
  return {
    '@id': `${origin}/data#${name}`,
    '@type': 'Dataset',
    identifier: `${origin}/data#${name}`,
    publisher: publisherOf(settings),
    contactPoint: contactOf(settings),
    landingPage: page(origin, 'Open data', '/data'),
    keyword: [
      'classification plan',
      'class specifications',
      'job classification',
      'pay grades',
      'public employment',
    ],
    language: languageOf(settings),
    accessRights: 'public',
    rights: [licenceInWords(settings)],
    accrualPeriodicity: 'irregular',
    modified: record.recordedAt,
    version: String(record.seq),
  };
}

function file(
  { origin, settings }: CatalogAsked,
  title: string,
  path: string,
  mediaType: string,
): CatalogDistribution {
  const license = settings.dataLicence?.url ?? licenceInWords(settings);
  return { '@type': 'Distribution', title, downloadURL: origin + path, mediaType, license };
}

function page(origin: string, title: string, path: string) {
  return { '@type': 'Document', title, accessURL: origin + path } as const;
}

function publisherOf({ employer, office }: PlanSettings): CatalogOrganization {
  return {
    '@type': 'Organization',
    name: office,
    subOrganizationOf: [{ '@type': 'Organization', name: employer }],
  };
}

/** None where the plan states no address to write to. */
function contactOf({ office, contact }: PlanSettings): CatalogContact[] {
  const isAddress = contact !== null && /^[^@\s]+@[\w-]+(\.[\w-]+)+$/.test(contact.email);
  return isAddress ? [{ '@type': 'Kind', fn: office, hasEmail: `mailto:${contact.email}` }] : [];
}

/** ISO 639-1 alone. */
function languageOf({ language }: PlanSettings): string[] {
  const [code = ''] = language.split('-');
  return code.length === 2 ? [code] : [];
}
