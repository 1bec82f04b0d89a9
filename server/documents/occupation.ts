// A class as search engines read it: the Occupation of schema.org with its place among the pages. Every word is of the official
// text; a pay range is told as a range, for the plan knows no median. Addresses are relative to the page.
import type { PlanSettings, SectionKey, Specification } from '../../schemas/types.ts';
import type { PayRange } from '../model/pay.ts';
import { blocksOfSection, proseOf, wordsOf } from '../model/specification.ts';

export interface OccupationOf {
  readonly body: Specification;
  readonly settings: PlanSettings;
  readonly pay: PayRange | null;
  /** The address of exactly this text. */
  readonly address: string;
  readonly series: { readonly title: string; readonly href: string } | null;
}

/** The text of a data block: nothing in it can end the element that holds it. */
export function occupationData(of: OccupationOf): string {
  const graph = [occupation(of), breadcrumbs(of)];
  const text = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph });
  return text.replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function occupation({ body, settings, pay, address }: OccupationOf) {
  const prose = (key: SectionKey) => proseOf(body, key) || undefined;
  const list = (key: SectionKey) => {
    const entries = blocksOfSection(body, key).map(wordsOf);
    return entries.length > 0 ? entries : undefined;
  };
  return {
    '@type': 'Occupation',
    name: body.title,
    identifier: body.code ?? undefined,
    url: address,
    description: prose('summary'),
    occupationalCategory: categoryOf(body, settings),
    occupationLocation: { '@type': 'AdministrativeArea', name: settings.employer },
    educationRequirements: prose('education'),
    experienceRequirements: prose('experience'),
    qualifications: prose('licensure'),
    responsibilities: list('duties'),
    skills: [...(list('knowledgeSkills') ?? []), ...(list('competencies') ?? [])],
    estimatedSalary: pay && salaryOf(pay),
  };
}

function categoryOf(body: Specification, { codes }: PlanSettings) {
  const code = body.sections.details?.soc;
  if (code === undefined) return undefined;
  const name = codes.soc.values.find((value) => value.code === code)?.meaning;
  return {
    '@type': 'CategoryCode',
    codeValue: code,
    name,
    inCodeSet: {
      '@type': 'CategoryCodeSet',
      name: codes.soc.scheme ?? 'Standard Occupational Classification',
    },
  };
}

/** Of both types: a distribution over a year, and an amount with its limits. */
function salaryOf({ minimum, maximum, currency }: PayRange) {
  return [
    {
      '@type': ['MonetaryAmountDistribution', 'MonetaryAmount'],
      name: 'base',
      currency,
      duration: 'P1Y',
      minValue: minimum,
      maxValue: maximum,
    },
  ];
}

function breadcrumbs({ body, address, series }: OccupationOf) {
  const steps = [
    { name: 'Classes', item: '/classes' },
    ...(series ? [{ name: `${series.title} series`, item: series.href }] : []),
    { name: body.title, item: address },
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({ '@type': 'ListItem', position: index + 1, ...step })),
  };
}
