// The official text as plain text, in the form that the import reads back to the same specification.
import type { ListEntry, OfficialSection, OfficialText } from './official-text.ts';

export interface PlainTextHead {
  readonly employer: string;
  readonly office: string;
  readonly publicNotice: string | null;
  /** What must be said of this text before it is read: superseded, abolished, not yet effective. */
  readonly notice: string | null;
}

export function plainText(text: OfficialText, head: PlainTextHead): string {
  const opening = [head.employer, head.office, `${text.title} - ${text.code}`, head.publicNotice];
  const parts = [opening.filter(Boolean).join('\n'), ...(head.notice ? [head.notice] : [])];
  for (const section of text.sections) parts.push(section.heading, ...contents(section));
  return `${parts.join('\n\n')}\n`;
}

function entry({ text, share }: ListEntry): string {
  return share === null ? text : `${text} (${share})`;
}

function contents(section: OfficialSection): string[] {
  const groups = section.groups.map((group) => {
    if (group.list)
      return group.list
        .map((item) => [`• ${entry(item)}`, ...item.items.map((each) => `  ◦ ${entry(each)}`)].join('\n'))
        .join('\n');
    if (group.terms) return group.terms.map(({ term, text }) => `${term}: ${text}`).join('\n');
    return group.paragraph?.text ?? group.clause?.text ?? '';
  });
  const facts = section.facts.map(({ recorded: { label, text } }) => `${label}: ${text}`).join('\n');
  return [...(section.none === null ? [] : [section.none]), ...groups, ...(facts ? [facts] : [])];
}
