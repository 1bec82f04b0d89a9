// A license is supported by the work: by a duty that drives, or by the words that tell which license it is.
import { sentencesOf } from '../../readability.ts';
import { type Hit, quoted } from '../finding.ts';
import { type ClassRule, proseIn, workOf } from '../rule.ts';
import { stemOf } from '../stems.ts';

/** Words that every license has and that say nothing of which it is. */
const generic = new Set(
  `valid current state city license licence licensed licensure certificate certification certified certifications registration
  registered required requires require time hire hired appointment throughout employment months month years year twelve six within
  maintain kept keep holds hold possess possession must class the and for from with after before end probation period position
  positions obtained obtain issued appropriate equivalent higher another this that which any who such during remain nationally
  recognized program type board commission department positions`.split(/\s+/),
);
/** What supports a license to drive. */
const driving =
  /\b(?:driv(?:es?|ing|er)|vehicles?|trucks?|travels?|transports?|patrols?|operates? (?:\w+ )?(?:equipment|machinery))/i;

export const licenseNoDuty: ClassRule = {
  id: 'license.no-duty',
  severity: 'warning',
  title: 'A license is required that no duty calls for',
  why: 'A license that the work does not need shuts out people who could do it, and is hard to defend.',
  mend: 'Name the duty that needs the license, make it “by position”, or drop it.',
  over: 'class',
  check: (subject) => {
    const licenses = subject.passages.filter(
      ({ section, kind }) => section === 'licensure' && kind !== 'value',
    );
    if (licenses.length === 0 || proseIn(subject, 'duties') === '') return [];
    const work = `${workOf(subject)}\n${proseIn(subject, 'workingEnvironment')}`;
    const stems = new Set((work.toLowerCase().match(/\p{L}{3,}/gu) ?? []).map(stemOf));
    return licenses.flatMap(({ at, text }) =>
      sentencesOf(text)
        .filter((sentence) => !isSupported(sentence, work, stems))
        .map((sentence): Hit => ({ at, message: 'No duty calls for it.', evidence: quoted(sentence) })),
    );
  },
};

function isSupported(sentence: string, work: string, stems: ReadonlySet<string>): boolean {
  if (!/licen[sc]|certif|regist/i.test(sentence)) return true;
  if (/\bdriv(?:er|ing|e)/i.test(sentence) && driving.test(work)) return true;
  const words = (sentence.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !generic.has(word));
  const telling = words.filter((word) => !/^driv|^comme?rcial$/.test(word));
  if (/\bdriv(?:er|ing|e)/i.test(sentence)) return false;
  return telling.length === 0 || telling.some((word) => stems.has(stemOf(word)));
}
