// What differs between two texts of the plan that are no classes, in words: series, shared texts, pay schedules, settings.
// Null is a date on which there is none.
import { isDeepStrictEqual } from 'node:util';
import type { PaySchedule, PlanSettings, RevisedWording, Series, SharedText } from '../../schemas/types.ts';

export type TextBody =
  | { readonly subject: 'series'; readonly body: Series }
  | { readonly subject: 'shared-text'; readonly body: SharedText }
  | { readonly subject: 'pay-schedule'; readonly body: PaySchedule }
  | { readonly subject: 'plan'; readonly body: PlanSettings };

/** One clause for each difference; empty where both say the same. */
export function textDifferences(before: TextBody | null, after: TextBody | null): string[] {
  if (!before) return after ? ['Begun'] : [];
  if (!after) return ['Ended'];
  if (before.subject === 'series' && after.subject === 'series') return ofSeries(before.body, after.body);
  if (before.subject === 'shared-text' && after.subject === 'shared-text')
    return ofSharedText(before.body, after.body);
  if (before.subject === 'pay-schedule' && after.subject === 'pay-schedule')
    return ofPay(before.body, after.body);
  return ofSettings(before.body, after.body);
}

/** The words of a series or a shared text on both dates, where both have some and they differ. */
export function revisedWording(before: TextBody | null, after: TextBody | null): RevisedWording | null {
  const [old, made] = [wordingOf(before), wordingOf(after)];
  return old === null || made === null || old === made ? null : { before: old, after: made };
}

function wordingOf(text: TextBody | null): string | null {
  if (text?.subject === 'series') return text.body.concept.join('\n');
  return text?.subject === 'shared-text' ? text.body.text : null;
}

function fromTo(what: string, from: string | null, to: string | null): string[] {
  return from === to ? [] : [`${what} changed from ${from ?? 'none'} to ${to ?? 'none'}`];
}

function ofSeries(before: Series, after: Series): string[] {
  const isSame = isDeepStrictEqual(before.concept, after.concept);
  return [
    ...fromTo('Title', before.title, after.title),
    ...fromTo('Occupational group', before.occupationalGroup, after.occupationalGroup),
    ...(isSame ? [] : ['Concept revised']),
  ];
}

function ofSharedText(before: SharedText, after: SharedText): string[] {
  return [
    ...fromTo('Term', before.term, after.term),
    ...(before.text === after.text ? [] : ['Wording revised']),
  ];
}

function ofPay(before: PaySchedule, after: PaySchedule): string[] {
  const old = new Map(before.grades.map((each) => [each.grade, each]));
  const names = new Set(after.grades.map(({ grade }) => grade));
  const changed = after.grades.filter((each) => {
    const known = old.get(each.grade);
    return known !== undefined && !isDeepStrictEqual(known, each);
  });
  return [
    ...fromTo('Currency', before.currency, after.currency),
    ...grades(changed.length, 'with other pay'),
    ...grades(after.grades.length - (old.size - missing(old, names)), 'added'),
    ...grades(missing(old, names), 'ended'),
    ...fromTo('Title', before.title, after.title),
  ];
}

function missing(old: ReadonlyMap<string, unknown>, names: ReadonlySet<string>): number {
  return [...old.keys()].filter((grade) => !names.has(grade)).length;
}

function grades(count: number, what: string): string[] {
  if (count === 0) return [];
  return [`${count} ${count === 1 ? 'pay grade' : 'pay grades'} ${what}`];
}

/** 'Changed: time zone, contact' */
function ofSettings(before: object, after: object): string[] {
  const [old, made] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const keys = [...new Set([...old.keys(), ...made.keys()])];
  const changed = keys.filter((key) => !isDeepStrictEqual(old.get(key), made.get(key)));
  const words = changed.map((key) => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
  return words.length === 0 ? [] : [`Changed: ${words.join(', ')}`];
}
