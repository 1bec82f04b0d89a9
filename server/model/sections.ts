// The spine: the one ordered list of the canonical sections. Form, page, PDF, comparison, import and
// the publication check all walk it. A new section is one entry here and one property in
// schemas/specification.schema.json.
import type { SectionKey } from '../../schemas/types.ts';

/** How a section is written: the shape of its value, and what one line of it is by default. */
export type SectionKind = 'text' | 'list' | 'terms' | 'level' | 'period' | 'details';

export interface Section {
  readonly key: SectionKey;
  readonly kind: SectionKind;
  /** The heading where the plan chooses no other. */
  readonly label: string;
  /** Headings that other employers use for it, lower case; read by the import. */
  readonly synonyms: readonly string[];
}

export const sections: readonly Section[] = Object.freeze([
  {
    key: 'summary',
    kind: 'text',
    label: 'General Statement of Duties',
    synonyms: [
      'definition',
      'definition of work',
      'definition of class',
      'nature of work',
      'general nature of work',
      'kind of work',
      'nature and purpose',
      'characteristics of the class',
      'basic purpose',
      'basic function',
      'purpose of class',
      'concept of class',
      'class concept',
      'occupational concept',
      'class description',
      'general description',
      'description',
      'general summary',
      'job overview',
      'job summary',
      'position summary',
      'duties summary',
      'summary',
      'class summary',
      'summary of duties',
    ],
  },
  {
    key: 'distinguishing',
    kind: 'text',
    label: 'Distinguishing Characteristics',
    synonyms: [
      'distinguishing features',
      'distinguishing features of work',
      'distinguishing features of the work',
      'distinguishing features of the class',
      'distinguishing characteristics of the class',
      'distinguishing factors',
      'guidelines for class use/distinguishing characteristics',
      'allocation factor(s)',
      'allocation factors',
      'exclusions',
    ],
  },
  {
    key: 'duties',
    kind: 'list',
    label: 'Essential Duties',
    synonyms: [
      'essential duties and responsibilities',
      'essential duties and tasks',
      'essential functions',
      'essential job functions',
      'examples of duties',
      'examples of essential duties',
      'typical work',
      'typical work activities',
      'typical duties',
      'typical functions',
      'typical tasks',
      'examples of work',
      'examples of work performed',
      'illustrative examples of work',
      'illustrative examples of duties',
      'work examples',
      'work activities',
      'primary tasks',
      'principal duties',
      'characteristic duties and responsibilities',
      'duties and responsibilities',
      'job responsibilities',
      'responsibilities',
      'duties',
    ],
  },
  {
    key: 'competencies',
    kind: 'terms',
    label: 'Competencies',
    synonyms: ['core competencies', 'competencies required', 'recommended competencies'],
  },
  {
    key: 'knowledgeSkills',
    kind: 'list',
    label: 'Knowledge & Skills',
    synonyms: [
      'knowledge, skills and abilities',
      'knowledge, skills, and abilities',
      'knowledge, abilities, and skills',
      'knowledge, abilities and skills',
      'full performance knowledge, skills, abilities and personal characteristics',
      'full performance knowledge, skills, abilities and/or personal characteristics',
      'knowledges, skills and abilities',
      'knowledge and skills',
      'knowledge and abilities',
      'knowledge of',
      'ksas',
      'skills',
      'skills and abilities',
    ],
  },
  {
    key: 'supervisionReceived',
    kind: 'text',
    label: 'Level of Supervision Received',
    synonyms: ['supervision received', 'reports to'],
  },
  {
    key: 'supervisionExercised',
    kind: 'text',
    label: 'Level of Supervision Exercised',
    synonyms: ['supervision exercised', 'supervisory responsibilities', 'line/staff authority'],
  },
  {
    key: 'education',
    kind: 'text',
    label: 'Education Requirement',
    synonyms: ['education', 'required education', 'minimum education'],
  },
  {
    key: 'experience',
    kind: 'text',
    label: 'Experience Requirement',
    synonyms: ['experience', 'required experience', 'minimum experience', 'experience required'],
  },
  {
    key: 'equivalency',
    kind: 'text',
    label: 'Education & Experience Equivalency',
    synonyms: [
      'education and experience equivalency',
      'equivalency',
      'equivalencies',
      'substitution',
      'substitutions',
    ],
  },
  {
    key: 'desirable',
    kind: 'list',
    label: 'Desirable Qualifications',
    synonyms: [
      'preferred qualifications',
      'desirable requirements',
      'desired qualifications',
      'desirable experience and training',
      'desirable knowledges, abilities and skills',
    ],
  },
  {
    key: 'licensure',
    kind: 'text',
    label: 'Licensure & Certification',
    synonyms: [
      'licensure and certification',
      'licenses and certifications',
      'licenses or certificates',
      'license or certificate',
      'license',
      'licenses',
      'legal requirements',
      'special requirements',
      'special job requirements',
      'necessary special requirements',
      'necessary special qualifications',
    ],
  },
  {
    key: 'workingEnvironment',
    kind: 'list',
    label: 'Working Environment',
    synonyms: ['working conditions', 'work environment', 'environmental conditions'],
  },
  {
    key: 'physicalDemandLevel',
    kind: 'level',
    label: 'Level of Physical Demand',
    synonyms: ['physical demand level', 'physical strength level', 'strength level'],
  },
  {
    key: 'physicalDemands',
    kind: 'terms',
    label: 'Physical Demands',
    synonyms: ['physical requirements', 'physical and mental demands'],
  },
  {
    key: 'backgroundChecks',
    kind: 'list',
    label: 'Background Check Requirement',
    synonyms: ['background check', 'background checks', 'background check requirements'],
  },
  {
    key: 'assessment',
    kind: 'text',
    label: 'Assessment Requirement',
    synonyms: ['assessment', 'examination', 'examination method', 'selection process'],
  },
  {
    key: 'probation',
    kind: 'period',
    label: 'Probation Period',
    synonyms: ['probation', 'probationary period', 'length of probation'],
  },
  {
    key: 'details',
    kind: 'details',
    label: 'Class Detail',
    synonyms: ['class details', 'job details', 'classification details'],
  },
] satisfies readonly Section[]);

const byKey = new Map(sections.map((section) => [section.key, section]));

export function sectionOf(key: SectionKey): Section {
  const section = byKey.get(key);
  if (!section) throw new Error(`No canonical section has the key ${key}`);
  return section;
}
