// What another class asks for beyond this one, in sentences. They tell what the texts say, and promise nothing.
import type { CareerMove, CareerStep } from '../model/careers.ts';

/** 'Asks for the same education (bachelor’s degree) and for one year more of experience.' and how pay begins. */
export function stepInWords(step: CareerStep): string[] {
  const asked = [educationInWords(step), yearsInWords(step)].filter((each) => each !== null);
  return [
    asked.length === 0
      ? 'What it asks for is not written so that it can be compared: read it.'
      : `Asks for ${asked.join(' and for ')}.`,
    ...payInWords(step),
    ...(step.to.asksLicense
      ? ['Asks for a license or certificate, or for one by position: read which.']
      : []),
  ];
}

/** Why a move is thought likely. */
export function reasonsInWords({ isSameGroup, shared }: CareerMove, group: string | null): string[] {
  return [
    ...(isSameGroup && group !== null ? [`Both are in the occupational group ${group}.`] : []),
    ...(shared.length > 1
      ? [`The experience it asks for and this text both speak of ${listed(shared)}.`]
      : []),
  ];
}

function educationInWords({ education, to }: CareerStep): string | null {
  if (education === null || !to.education) return null;
  const name = to.education.rank === 0 ? 'none' : to.education.name.toLowerCase();
  return `${education === 0 ? 'the same' : education > 0 ? 'more' : 'less'} education (${name})`;
}

function yearsInWords({ years }: CareerStep): string | null {
  if (years === null) return null;
  return years === 0
    ? 'as much experience'
    : `${spanOf(Math.abs(years))} ${years > 0 ? 'more' : 'less'} of experience`;
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** 1.5 → 'one year and six months' */
function spanOf(years: number): string {
  const [whole, months] = [Math.floor(years), Math.round((years % 1) * 12)];
  const parts = [counted(whole, 'year'), counted(months, 'month')].filter((each) => each !== null);
  return parts.join(' and ');
}

function counted(count: number, unit: string): string | null {
  return count === 0 ? null : `${small[count] ?? count} ${unit}${count === 1 ? '' : 's'}`;
}

function payInWords({ pay }: CareerStep): string[] {
  if (pay === null) return [];
  const percent = Math.round(Math.abs(pay) * 100);
  if (percent === 0) return ['Pay begins at the same amount.'];
  return [`Pay begins ${percent} percent ${pay > 0 ? 'higher' : 'lower'}.`];
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en-US').format(words);
}
