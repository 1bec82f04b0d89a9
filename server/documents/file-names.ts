// The names of downloaded files: they say what is inside, and sort by class.
import type { ComparedTexts } from './compared-texts.ts';

/** 'CI2788_IT-Manager-Senior_2024-07-01_rev4.pdf' */
export function revisionFileName(
  revision: {
    readonly body: { code: string | null; title: string };
    readonly effectiveOn: string;
    readonly number: number;
  },
  ending: string,
): string {
  const { code, title } = revision.body;
  return `${[code, nameOf(title), revision.effectiveOn, `rev${revision.number}`].filter(Boolean).join('_')}.${ending}`;
}

/** 'CI2788_IT-Manager-Senior_DRAFT_CN1746.docx' */
export function draftFileName(
  { code, title }: { code: string | null; title: string },
  action: string,
  ending: string,
): string {
  return `${[code, nameOf(title), 'DRAFT', action].filter(Boolean).join('_')}.${ending}`;
}

/** 'CI2788_redline_rev3-rev4.pdf', 'CI2788_redline_rev3-rev4_duties.pdf' */
export function redlineFileName(
  { code, title, before, after, section }: ComparedTexts,
  ending: string,
): string {
  const sides = [before?.fileName ?? 'nothing', after.fileName].join('-');
  const name = code === null ? nameOf(title) : nameOf(code);
  return `${[name, 'redline', sides, section && nameOf(section.key)].filter(Boolean).join('_')}.${ending}`;
}

/** 'CN1746_IT-management-regraded_notice.pdf' */
export function actionFileName(
  { number, title }: { number: string; title: string },
  document: 'notice' | 'packet' | 'notice_DRAFT' | 'packet_DRAFT',
): string {
  return `${[number, nameOf(title), document].filter(Boolean).join('_')}.pdf`;
}

function nameOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '');
}
