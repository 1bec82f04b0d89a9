// A job posting: the advertisement of one opening, drawn from one revision of a class specification and pinned to it. Its
// own words are those of whoever fills the opening; everything else is the revision's. It is printed and kept nowhere.
import type { PlanSettings, SectionKey, Specification } from '../../schemas/types.ts';
import { inWords } from '../model/calendar-date.ts';
import type { Fact } from '../model/detail-facts.ts';
import { meaningOf } from '../model/plan-settings.ts';
import { sha256 } from '../model/revision-chain.ts';
import type { PrintJob } from '../print/printer.ts';
import type { Views } from '../views.ts';
import { anchorOf, officialText } from './official-text.ts';
import { jobOf, sheetOf } from './sheets.ts';

export interface JobPosting {
  readonly body: Specification;
  /** 'Revision 4, effective July 1, 2024', and its permanent address. */
  readonly source: { readonly edition: string; readonly address: string };
  /** What is to be said of the revision where it is not the text in force; null where it is. */
  readonly warning: string | null;
  /** '$98,000 to $140,000 a year'; null where it is not known. */
  readonly pay: string | null;
  readonly department: string;
  readonly location: string;
  readonly openings: string;
  /** A calendar date; '' where it stays open until filled. */
  readonly closesOn: string;
  readonly apply: string;
  readonly note: string;
  /** The day on which it is made. */
  readonly madeOn: string;
}

/** What an applicant needs, in this order; the rest is for those who read the specification itself. */
const sectionsShown: readonly SectionKey[] = [
  'summary',
  'duties',
  'education',
  'experience',
  'equivalency',
  'licensure',
  'desirable',
  'knowledgeSkills',
  'workingEnvironment',
  'backgroundChecks',
  'assessment',
  'probation',
];

export function jobPostingJob(views: Views, posting: JobPosting, settings: PlanSettings): PrintJob {
  const { title, code } = posting.body;
  const documentTitle = `Job posting: ${title} (${code}), ${posting.department}`;
  const running = {
    head: `${title} · ${code}`,
    foot: `Job posting · ${posting.department} · made ${inWords(posting.madeOn)}`,
    recordLine: `Drawn from ${posting.source.edition} of ${code}, which is the official text.`,
    watermark: null,
  };
  const sheet = sheetOf(settings, { running });
  const html = views.render('documents/job-posting', {
    ...sheet,
    documentTitle,
    instrument: 'Job posting',
    title,
    code,
    banner: posting.warning,
    keyFacts: factsOf(posting, settings),
    note: paragraphsOf(posting.note),
    apply: paragraphsOf(posting.apply),
    sections: sectionsOf(posting.body, settings),
    source: posting.source,
  });
  return jobOf(settings, {
    html,
    title: documentTitle,
    subject: `${title} (${code})`,
    createdAt: new Date(`${posting.madeOn}T00:00:00Z`),
    id: sha256(html),
    keywords: [code ?? '', title, 'job posting'],
  });
}

function factsOf(posting: JobPosting, { codes }: PlanSettings): Fact[] {
  const { payGrade, flsa } = posting.body.sections.details ?? {};
  const facts: [label: string, text: string][] = [
    ['Department', posting.department],
    ['Place of work', posting.location],
    ['Openings', posting.openings],
    ['Apply by', posting.closesOn === '' ? 'Open until filled' : inWords(posting.closesOn)],
    ['Pay', [payGrade && `Grade ${payGrade}`, posting.pay].filter(Boolean).join(': ')],
    ['FLSA status', flsa === undefined ? '' : (meaningOf(codes.flsa, flsa) ?? flsa)],
  ];
  return facts.flatMap(([label, text]) => (text === '' ? [] : [{ label, text }]));
}

function sectionsOf(body: Specification, settings: PlanSettings) {
  const all = officialText(body, [], settings).sections;
  return sectionsShown.flatMap((key) =>
    all.filter(({ anchor, none }) => anchor === anchorOf(key) && none === null),
  );
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n+/).filter((line) => line.trim() !== '');
}
