// What all Word documents of a class have in common: how they are set, who they are by, their date. The same content gives
// the same bytes.
import { BookmarkEnd, BookmarkStart, Document, type FileChild, Packer, type ParagraphChild } from 'docx';
import type { PlanSettings } from '../../schemas/types.ts';
import { coreProperties, pinned } from './word-bytes.ts';
import type { WordPage } from './word-page.ts';
import { lists, styles } from './word-styles.ts';

export interface WordHead {
  readonly settings: PlanSettings;
  /** What text this is: 'Revision 4, effective July 1, 2024', or 'DRAFT'. */
  readonly edition: string;
  /** What must be said of this text before it is read; null where nothing must. */
  readonly notice: string | null;
  /** When the text was recorded or saved: the document's own date. */
  readonly at: string;
}

interface Content {
  readonly text: { readonly title: string; readonly code: string };
  readonly head: WordHead;
  readonly page: WordPage;
  readonly children: readonly FileChild[];
  /** What is changed in it from now on is a tracked change too. */
  readonly isTracked?: boolean;
}

export async function wordBytes({ text, head, page, children, isTracked = false }: Content) {
  const { employer: author, language } = head.settings;
  const title = `${text.title} (${text.code || 'no code yet'}), class specification`;
  const document = new Document({
    title,
    creator: author,
    styles: styles(language),
    numbering: { config: lists },
    ...(isTracked && { features: { trackRevisions: true } }),
    sections: [{ ...page, children }],
  });
  const core = coreProperties({ title, author, language, at: head.at });
  return pinned(await Packer.pack(document, 'uint8array', undefined, [core]));
}

/**
 * The heading of a section under a bookmark, which keeps the section's name through editing, whatever the plan or a writer
 * calls it. The library's own Bookmark counts on through the whole process, and would make each document another; its types
 * know no other.
 */
export function bookmarked(
  { key, number }: { readonly key: string; readonly number: number },
  heading: readonly ParagraphChild[],
): ParagraphChild[] {
  const [start, end] = [new BookmarkStart(`section_${key}`, number), new BookmarkEnd(number)];
  return [start as ParagraphChild, ...heading, end as ParagraphChild];
}
