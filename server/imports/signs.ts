// The signs of documents that look like class specifications and are none. Each counts once, however often it stands.
import { oneLine, type SourceLine } from './source-line.ts';

export type SignKind = 'posting' | 'article' | 'openings';

export interface Sign {
  readonly kind: SignKind;
  readonly weight: number;
  readonly words: string;
  readonly line: number;
}

interface Watched {
  readonly kind: SignKind;
  readonly weight: number;
  readonly pattern: RegExp;
  /** How many times it must stand to count; once where nothing is said. */
  readonly times?: number;
}

const watched: readonly Watched[] = [
  { kind: 'posting', weight: 2, pattern: /^\W*(?:how|where|when) to apply\b/i },
  {
    kind: 'posting',
    weight: 1,
    pattern: /\b(?:to apply|apply (?:here|online|now|today|by|at)|encouraged? .{0,40}to apply)\b/i,
  },
  {
    kind: 'posting',
    weight: 2,
    pattern:
      /\bapplication (?:deadline|form|period)s?\b|\bfiling (?:period|deadline)\b|\bapplications? (?:will|must|are|may) (?:only )?be\b/i,
  },
  { kind: 'posting', weight: 1, pattern: /\bapplicants? (?:must|may|will|who|should)\b/i },
  { kind: 'posting', weight: 2, pattern: /\b(?:cover letter|r[eé]sum[eé]s?|curriculum vitae)\b/i },
  {
    kind: 'posting',
    weight: 1,
    pattern:
      /\b(?:ideal|successful|selected|qualified) candidates?\b|\bcandidates (?:who|will|must|may|should|are|from)\b|\bcandidates? may be\b/i,
  },
  {
    kind: 'posting',
    weight: 1.5,
    pattern:
      /\b(?:we are|is|are|currently) (?:currently )?(?:seeking|looking for|hiring|recruiting)\b|\bwe(?:['’]re| are) seeking\b|\bjoin our team\b/i,
  },
  {
    kind: 'posting',
    weight: 1.5,
    pattern:
      /\bsalary range for this position\b|\bcompetitive salary\b|\bcommensurate with\b|\$\d{2,3},\d{3}(?:\.\d\d)?\s*(?:-|–|to)\s*\$[\d,]{4,9}/i,
  },
  {
    kind: 'posting',
    weight: 1,
    pattern: /^\W*(?:annual )?salary(?: range)?\b.{0,3}$|^\W*benefits\b.{0,25}$/i,
  },
  {
    kind: 'posting',
    weight: 1,
    pattern: /\bequal (?:employment )?opportunity employer\b|\bequal opportunity, affirmative action\b/i,
  },
  {
    kind: 'posting',
    weight: 1.5,
    pattern:
      /\b(?:open|closing|close) date\b|\bopen until filled\b|\bclosing of the filing\b|\bthis examination\b.{0,80}\b(?:clos|open|given|based)/i,
  },
  {
    kind: 'posting',
    weight: 1.5,
    pattern:
      /\beligible list\b|\bexamination weight\b|\bexamination will consist\b|^\W*(?:selection|examination) (?:process|procedure)s?\W*$|\bprocess notes?\b/i,
  },
  {
    kind: 'posting',
    weight: 1,
    pattern: /\bvacanc(?:y|ies)\b|\bjob (?:bulletin|posting|announcement|portal)\b|\brecruitment\b/i,
  },
  {
    kind: 'article',
    weight: 3,
    pattern: /\bwhat (?:does|do) an? .{2,60} do\b|\bwhat is the job description\b/i,
  },
  { kind: 'article', weight: 2, pattern: /\bjob seekers?\b/i },
  { kind: 'article', weight: 2, pattern: /\bhiring managers?\b|\brecruiters?\b/i },
  {
    kind: 'article',
    weight: 3,
    pattern: /\bjob description (?:template|example|sample)\b|\bthis job description\b.{0,60}\bexample\b/i,
  },
  {
    kind: 'article',
    weight: 1.5,
    pattern:
      /\bshould (?:contain|include) (?:a variety|these|the following)\b|\bcan be modified to\b|\bqualified candidates\b/i,
  },
  {
    kind: 'openings',
    weight: 3,
    pattern: /^\W*(?:employment|job|career) opportunit(?:y|ies)\W*$|^\W*(?:current )?(?:job )?openings\W*$/i,
  },
  {
    kind: 'openings',
    weight: 2,
    pattern:
      /\b(?:several|multiple|various|many) (?:open )?(?:positions|openings|vacancies)\b|\bopportunities below\b/i,
  },
  { kind: 'openings', weight: 3, pattern: /\b(?:will be|is) responsible for\b/i, times: 3 },
  { kind: 'openings', weight: 2, pattern: /\bseeks an?\b/i, times: 2 },
];

export function signsIn(lines: readonly SourceLine[]): Sign[] {
  return watched.flatMap(({ kind, weight, pattern, times = 1 }) => {
    const found = lines.filter(({ text }) => pattern.test(text));
    const match = found.length >= times && found[0] ? pattern.exec(found[0].text) : null;
    return match && found[0]
      ? [
          {
            kind,
            weight,
            words: oneLine(match[0].replace(/^[\s#*•-]+/, '')).slice(0, 60),
            line: found[0].number,
          },
        ]
      : [];
  });
}
