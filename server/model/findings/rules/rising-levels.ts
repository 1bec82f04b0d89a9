// What should rise from level to level of a series, or stay: pay, education, years of experience. Each level is held against
// the one below it.
import type { SectionKey } from '../../../../schemas/types.ts';
import { educationAsked, yearsAsked } from '../../qualifications.ts';
import { proseOf } from '../../specification.ts';
import type { Hit } from '../finding.ts';
import { levelOf, type PlanIndex } from '../plan-index.ts';
import type { ClassText } from '../plan-view.ts';
import { type ClassRule, nameOf, type Subject } from '../rule.ts';

export const gradeFalls: ClassRule = {
  id: 'level.grade-falls',
  severity: 'error',
  title: 'A higher level is paid less than the one below it',
  why: 'A promotion would cut pay. Usually a regrade of one level forgot the others.',
  mend: 'Regrade the level, or correct its pay grade, so that pay rises with the level.',
  over: 'class',
  isMutual: true,
  check: (subject) =>
    compared(subject, 'details.payGrade', ({ below, above }) => {
      const [lower, upper] = [gradeOf(below), gradeOf(above)];
      const [less, more] = [payOf(subject.index, lower), payOf(subject.index, upper)];
      if (less === null || more === null || more >= less) return null;
      return { message: `It is paid less than ${nameOf(below)}, a level below.`, lower, upper };
    }),
};

export const educationFalls: ClassRule = {
  id: 'level.education-falls',
  severity: 'warning',
  title: 'A higher level asks less education than the one below it',
  why: 'A requirement that falls as the level rises is hard to defend: it bars people from the lower class who could hold the higher.',
  mend: 'Align the education of the two levels, or say what takes its place at the higher one.',
  over: 'class',
  isMutual: true,
  check: (subject) =>
    compared(subject, 'education', ({ below, above }) => {
      const [less, more] = [rankOf(below), rankOf(above)];
      if (less === null || more === null || more >= less) return null;
      const [lower, upper] = [written(below, 'education'), written(above, 'education')];
      return { message: `It asks less education than ${nameOf(below)}, a level below.`, lower, upper };
    }),
};

export const yearsFall: ClassRule = {
  id: 'level.years-fall',
  severity: 'warning',
  title: 'A higher level asks fewer years than the one below it',
  why: 'Experience is what levels of one kind of work mostly differ by. Fewer years at the higher level need a reason, such as more education.',
  mend: 'Align the years of the two levels, or raise the education where that is what replaces them.',
  over: 'class',
  isMutual: true,
  check: (subject) =>
    compared(subject, 'experience', ({ below, above }) => {
      const [less, more] = [yearsAsked(below.body), yearsAsked(above.body)];
      if (less === null || more === null || more >= less) return null;
      if ((rankOf(above) ?? 0) > (rankOf(below) ?? 0)) return null;
      const [lower, upper] = [written(below, 'experience'), written(above, 'experience')];
      return { message: `It asks fewer years than ${nameOf(below)}, a level below.`, lower, upper };
    }),
};

interface Pair {
  readonly below: ClassText;
  readonly above: ClassText;
}

interface Fall {
  readonly message: string;
  readonly lower: string;
  readonly upper: string;
}

function compared({ index, text }: Subject, at: string, fall: (pair: Pair) => Fall | null): Hit[] {
  const levels = index.levels.get(text.body.series?.id ?? '') ?? [];
  const lower = levels.filter((each) => levelOf(each) < levelOf(text));
  const next = Math.max(...lower.map(levelOf));
  const below = lower.find((each) => levelOf(each) === next);
  const found = below && fall({ below, above: text });
  if (!below || !found) return [];
  const evidence = `${nameOf(below)}: ${found.lower} / ${nameOf(text)}: ${found.upper}`;
  return [{ at: `sections.${at}`, message: found.message, evidence, others: [below.classId] }];
}

function gradeOf({ body }: ClassText): string {
  return body.sections.details?.payGrade ?? '';
}

function payOf({ pay }: PlanIndex, grade: string): number | null {
  return pay?.get(grade) ?? null;
}

function written({ body }: ClassText, key: SectionKey): string {
  return proseOf(body, key) || 'None';
}

function rankOf({ body }: ClassText): number | null {
  return educationAsked(body)?.rank ?? null;
}
