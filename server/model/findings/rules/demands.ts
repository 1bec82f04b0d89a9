// Physical demands are supported by the work, belong to it, and stay within the level of the class.
import { leftoversIn } from '../../telltales.ts';
import { quoted } from '../finding.ts';
import { type ClassRule, proseIn, type Subject, workOf } from '../rule.ts';

export const demandLeftover: ClassRule = {
  id: 'demand.leftover',
  severity: 'warning',
  title: 'A physical demand belongs to another kind of work',
  why: 'Lists of demands are copied from class to class, and an office job ends with having to perceive the behavior of animals.',
  mend: 'Take the demand out, or name the duty that it belongs to.',
  over: 'class',
  check: (subject) => {
    const work = workOf(subject);
    return demands(subject).flatMap(({ at, text, term }) => {
      const words = `${term ?? ''}: ${text}`;
      return leftoversIn(words, work).map(({ name }) => ({
        at,
        message: `It names ${name}, and the work of this class does not.`,
        evidence: quoted(words.replace(/^: /, '')),
      }));
    });
  },
};

/** Demands that few kinds of work have, each with what in the work or its surroundings supports it. */
const rare: readonly (readonly [demand: RegExp, support: RegExp])[] = [
  [
    /^climb/i,
    /\bclimb|\bladder|\broof|\bpole|\bscaffold|\btrees?\b|\btower|\bstair|\bstep|\btruck|\bequipment|\bplayground|\bheights?\b|\btank|\bbrush|\bslope|\bfences?\b/i,
  ],
  [
    /^crawl/i,
    /\bcrawl|\bconfined|\bcrowded|\blow spaces?\b|\bunder\b|\battics?\b|\btunnel|\bpipes?\b|\bcabl/i,
  ],
  [
    /^(?:kneel|crouch)/i,
    /\bfloor|\bground|\bracks?\b|\bshel[fv]|\binstall|\brepair|\bplant|\bdig|\banimals?\b|\bcabl|\bclean|\bsamples?\b|\bmaintenance|\bmaintain|\bstock|\bpictures?|\bweed|\bsurvey|\bcabinets?\b/i,
  ],
  [
    /^balanc/i,
    /\bclimb|\bladder|\bslop|\buneven|\bfloor|\bfield|\bsites?\b|\btrucks?\b|\bboats?\b|\bice\b|\broof|\bequipment|\bwalk|\bland|\bbicycle|\banimals?\b|\btree/i,
  ],
  [
    /^(?:pull|push)/i,
    /\bpull|\bpush|\bdrag|\bcarts?\b|\bhaul|\bload|\bmov(?:es?|ing)\b|\binstall|\bremov|\blift|\btow\b|\bcaptur|\brestrain|\bmow|\brepair|\bequipment\b/i,
  ],
  [
    /^(?:lift|carry)/i,
    /\blift|\bcarr(?:y|ies|ying)|\bload|\bmov(?:es?|ing)\b|\bboxes\b|\binstall|\bdeliver|\bstock|\bshel[fv]|\btransport|\bhaul|\bequipment|\bsuppl(?:y|ies)\b|\bmaterials?\b|\btools?\b|\brecords?\b|\bfiles\b|\bsamples?\b|\bpounds\b|\bremov|\bcaptur/i,
  ],
  [
    /^(?:run|jump|swim|throw)/i,
    /\brun(?:s|ning)?\b|\bpursu|\bjump|\bswim|\bpool|\bthrow|\brescue|\bsport|\blifeguard/i,
  ],
  [
    /^(?:smell|tast)/i,
    /\bsmell|\bodor|\btast|\bgas(?:es)?\b|\bchemical|\bsmoke|\bfumes?\b|\bcook|\bfood|\bkitchen/i,
  ],
];

export const demandNoDuty: ClassRule = {
  id: 'demand.no-duty',
  severity: 'warning',
  title: 'A physical demand is listed that no duty supports',
  why: 'Demands that the essential duties do not need screen out people with disabilities, which the law forbids.',
  mend: 'Name the duty that needs the demand, or take it out of the list.',
  over: 'class',
  check: (subject) => {
    if (proseIn(subject, 'duties') === '') return [];
    const work = `${workOf(subject)}\n${proseIn(subject, 'workingEnvironment')}`;
    return demands(subject).flatMap(({ at, text, term }) => {
      const unsupported = rare.some(([demand, support]) => demand.test(term ?? text) && !support.test(work));
      if (!unsupported || leftoversIn(`${term ?? ''} ${text}`, work).length > 0) return [];
      const evidence = quoted(term === null ? text : `${term}: ${text}`);
      return [{ at, message: 'No duty and no working condition calls for it.', evidence }];
    });
  },
};

const limits: readonly (readonly [RegExp, number])[] = [
  [/\bsedentary\b/i, 10],
  [/\blight\b/i, 20],
  [/\bmedium\b/i, 50],
  [/\bvery heavy\b/i, Infinity],
  [/\bheavy\b/i, 100],
];

export const demandLevelConflict: ClassRule = {
  id: 'demand.level-conflict',
  severity: 'error',
  title: 'A weight is above the level of physical demand',
  why: 'The level says how much is lifted at most. A demand or duty above it makes one of the two wrong.',
  mend: 'Correct the weight or the level.',
  over: 'class',
  check: (subject) => {
    const level = subject.text.body.sections.physicalDemandLevel;
    const limit =
      level?.state === 'text' ? limits.find(([words]) => words.test(level.meaning))?.[1] : undefined;
    if (level?.state !== 'text' || limit === undefined) return [];
    return subject.passages
      .filter(({ section }) => section === 'physicalDemands' || section === 'duties')
      .flatMap(({ at, text, term }) => {
        const words = term === null ? text : `${term}: ${text}`;
        if (!/\b(?:lift|carry|rais|carries)/i.test(words)) return [];
        const weights = [...words.matchAll(/\b(\d{1,3})\s?(?:pounds|lbs?)\b/gi)].map(([, weight]) =>
          Number(weight),
        );
        if (!weights.some((weight) => weight > limit)) return [];
        const message = `The level is ${level.meaning}, which is up to ${limit} pounds.`;
        return [{ at, message, evidence: quoted(words) }];
      });
  },
};

function demands({ passages }: Subject) {
  return passages.filter(({ section, kind }) => section === 'physicalDemands' && kind !== 'clause');
}
