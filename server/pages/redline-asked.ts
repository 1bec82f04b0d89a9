// What the address of a redline asks for, the public's and the staff's alike: the view, and one section or all.
import type { Request } from 'express';
import { type ComparedTexts, withinSection } from '../documents/compared-texts.ts';
import { refusal } from '../errors.ts';
import { queryValue, shortened } from './page.ts';

export const styles = {
  inline: 'In the text',
  side: 'Side by side',
  list: 'List of changes',
  clean: 'New text alone',
};
export type Style = keyof typeof styles;

export interface AskedRedline {
  readonly style: Style;
  /** The key of a section; null for all. */
  readonly section: string | null;
  /** The address without style and section, and what else its query says. */
  readonly path: string;
  readonly others: readonly QueryField[];
}

export interface QueryField {
  readonly name: string;
  readonly value: string;
}

export function askedRedline(request: Request, path: string, others: readonly QueryField[]): AskedRedline {
  const style = queryValue(request, 'style') ?? 'inline';
  if (!Object.hasOwn(styles, style))
    throw refusal('bad-request', { detail: `style is one of ${Object.keys(styles).join(', ')}.` });
  return { style: style as Style, section: queryValue(request, 'section'), path, others };
}

/** The texts with the redline of the section asked for. */
export function wantedOf(texts: ComparedTexts, { section }: AskedRedline): ComparedTexts {
  const wanted = section === null ? texts : withinSection(texts, section);
  if (wanted) return wanted;
  throw refusal('bad-request', {
    detail: `“${shortened(section ?? '')}” is no section of these texts. The page without it lists them all.`,
  });
}

/** The address with what is asked for; what is the standard is left out, but for the view where another hangs on it. */
export function redlineAddress(asked: AskedRedline, ending = ''): string {
  const { style, section, path, others } = asked;
  const query = new URLSearchParams(others.map(({ name, value }): [string, string] => [name, value]));
  if (ending === '' && style !== 'inline') query.set('style', style);
  if (section !== null) query.set('section', section);
  return `${path}${ending}${query.size > 0 ? `?${query.toString()}` : ''}`;
}
