// A redline in Word as others read it: mammoth, which takes tracked changes as accepted; with insertions and deletions
// exchanged in the file, it reads the text before.
import mammoth from 'mammoth';
import type { PlanSettings, Specification } from '../../schemas/types.ts';
import { officialText } from '../../server/documents/official-text.ts';
import { redlineWord } from '../../server/documents/redline-word.ts';
import { wordFile } from '../../server/documents/word.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { readParts } from '../../server/imports/word-parts.ts';
import { redlineOf } from '../../server/model/redline.ts';
import { archive } from '../imports/word-archive.ts';

const at = '2026-11-22T15:00:00.000Z';

export interface Pair {
  readonly name: string;
  readonly before: Specification;
  readonly after: Specification;
}

/** Every revision of the sample plan with the one before it. */
export function samplePairs(): Pair[] {
  const classes = Map.groupBy(readSamplePlan().classes, ({ classId }) => classId);
  return [...classes.values()].flatMap((revisions) =>
    revisions.slice(1).flatMap(({ specification: after, effectiveOn }, index) => {
      const before = revisions[index]?.specification;
      return before ? [{ name: `${after.code} of ${effectiveOn}`, before, after }] : [];
    }),
  );
}

export function redlineFile(
  before: Specification | null,
  after: Specification,
  settings: PlanSettings,
): Promise<Uint8Array> {
  const names = { before: before && 'Revision 1', after: 'Revision 2', draftOf: null };
  const head = { settings, ...names, author: settings.office, at };
  return redlineWord(redlineOf(before, after, settings), head);
}

export function cleanFile(text: Specification, settings: PlanSettings): Promise<Uint8Array> {
  const head = { settings, edition: 'Revision', notice: null, at };
  return wordFile(officialText(text, [], settings), head);
}

export async function bodyOf(file: Uint8Array): Promise<string> {
  return new TextDecoder().decode((await partsIn(file)).get('word/document.xml'));
}

/** The file in which every insertion is a deletion and every deletion an insertion. */
export async function turnedRound(file: Uint8Array): Promise<Uint8Array> {
  const parts = await partsIn(file);
  const other = { ins: 'del', del: 'ins' } as const;
  const body = (await bodyOf(file))
    .replace(/(<\/?w:)(ins|del)(?=[ >/])/g, (_, start: string, mark: 'ins' | 'del') => start + other[mark])
    .replace(/(<\/?w:)delText(?=[ >])/g, '$1t');
  parts.set('word/document.xml', Buffer.from(body));
  return archive([...parts].map(([name, content]) => ({ name, content })));
}

/**
 * Paragraph by paragraph, empty ones too, with headings, lists and tables. Without bookmarks, which come and
 * go with no change; a table of no rows, which Word does not keep, is none; and a term that was none before is not bold.
 */
export async function read(file: Uint8Array): Promise<string[]> {
  const styleMap = ['title', 'paragraph', 'none', 'clause', 'term'].map((id) => `p.${id} => p.${id}:fresh`);
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(file) },
    { styleMap, ignoreEmptyParagraphs: false },
  );
  return value
    .replace(/<a id="[^"]*"><\/a>|<table><\/table>|<\/?strong>/g, '')
    .replace(/(?<=<\/(?:p|h2|li|tr|table)>)/g, '\n')
    .split('\n');
}

async function partsIn(file: Uint8Array): Promise<Map<string, Uint8Array>> {
  const read = await readParts(file);
  if (read.outcome === 'refused') throw new Error(read.sentence);
  return new Map(read.parts);
}
