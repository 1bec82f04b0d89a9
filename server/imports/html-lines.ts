// The text of HTML as lines: a heading, a paragraph, an entry, a row of a table each on its own. It is read as a stream of
// tags, whatever they fail to close; scripts, styles and what stands around the text of a page are passed over.
import { Tokenizer, TokenizerMode } from 'parse5';
import { oneLine } from './source-line.ts';

export interface HtmlLine {
  readonly text: string;
  /** From 1, where its first word stands. */
  readonly line: number;
  readonly as: 'text' | 'entry' | 'row' | 'heading';
  /** Of a heading or an entry: how far down or in, from 1. */
  readonly level: number;
  /** True within the main part of a page, where it names one. */
  readonly isMain: boolean;
}

const named = (words: string) => new Set(words.split(' '));
const passedOver = named(
  'script style head noscript template nav header footer aside form button select svg iframe object',
);
/** Within these the tokenizer must not look for tags. */
const raw = named('script style iframe noscript');
const breaking = named(
  'p div section article main h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption tr blockquote pre address figure hr body',
);

interface Reading {
  readonly lines: HtmlLine[];
  text: string;
  /** True from the first word of the line on. */
  isBegun: boolean;
  line: number;
  as: HtmlLine['as'];
  level: number;
  /** Lists and main parts that are open. */
  lists: number;
  mains: number;
  /** The cells of the row that is read, before the one that is open; null outside of rows. */
  cells: string[] | null;
  /** True where the open cell stands before several rows: it becomes a line of its own. */
  spans: boolean;
  /** The element that is passed over, and how many of its name are open. */
  passing: { readonly tag: string; depth: number } | null;
}

export function htmlLines(html: string): HtmlLine[] {
  const reading: Reading = {
    ...{ lines: [], text: '', isBegun: false, line: 1, as: 'text', level: 1 },
    ...{ lists: 0, mains: 0, cells: null, spans: false, passing: null },
  };
  const take = ({ chars, location }: { chars: string; location: { startLine: number } | null }) => {
    if (reading.passing) return;
    if (!reading.isBegun && chars.trim() !== '') {
      reading.line = location?.startLine ?? 1;
      reading.isBegun = true;
    }
    reading.text += chars;
  };
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: ({ tagName, selfClosing, attrs }) => {
        if (raw.has(tagName)) tokenizer.state = TokenizerMode.RAWTEXT;
        const isWide = attrs.some(({ name, value }) => name === 'rowspan' && Number(value) > 1);
        if (!isPassed(reading, tagName, 1)) open(reading, tagName, isWide);
        if (passedOver.has(tagName) && !selfClosing) reading.passing ??= { tag: tagName, depth: 1 };
      },
      onEndTag: ({ tagName }) => {
        if (!isPassed(reading, tagName, -1)) close(reading, tagName);
      },
      onCharacter: take,
      onWhitespaceCharacter: take,
      onNullCharacter: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: () => finish(reading),
    },
  );
  tokenizer.write(html, true);
  return reading.lines;
}

function isPassed(reading: Reading, tag: string, step: 1 | -1): boolean {
  const { passing } = reading;
  if (!passing) return false;
  if (tag === passing.tag) passing.depth += step;
  if (passing.depth === 0) reading.passing = null;
  return true;
}

function open(reading: Reading, tag: string, isWide: boolean): void {
  if (tag === 'td' || tag === 'th') {
    endCell(reading);
    reading.cells ??= [];
    reading.spans = isWide;
  } else breakAt(reading, tag);
  if (tag === 'main' || tag === 'article') reading.mains += 1;
  if (tag === 'ul' || tag === 'ol') reading.lists += 1;
  if (reading.cells) return;
  const heading = /^h([1-6])$/.exec(tag)?.[1];
  if (tag === 'li') Object.assign(reading, { as: 'entry', level: Math.max(1, reading.lists) });
  if (heading) Object.assign(reading, { as: 'heading', level: Number(heading) });
}

function close(reading: Reading, tag: string): void {
  if (tag === 'td' || tag === 'th') endCell(reading);
  else breakAt(reading, tag);
  if (tag === 'main' || tag === 'article') reading.mains = Math.max(0, reading.mains - 1);
  if (tag === 'ul' || tag === 'ol') reading.lists = Math.max(0, reading.lists - 1);
}

/** A cell is one text, whatever it is made of: only the end of its row or table ends its line. */
function breakAt(reading: Reading, tag: string): void {
  const ends = reading.cells ? tag === 'tr' || tag === 'table' : breaking.has(tag);
  if (ends) finish(reading);
  else if (tag === 'br' || breaking.has(tag)) reading.text += ' ';
}

function endCell(reading: Reading): void {
  const text = oneLine(reading.text);
  if (!reading.cells || text === '') return;
  reading.text = '';
  if (!reading.spans) {
    reading.cells.push(text);
    return;
  }
  push(reading, `${text.replace(/\s*:$/, '')}:`, 'text');
  reading.spans = false;
  reading.isBegun = reading.cells.length > 0;
}

function finish(reading: Reading): void {
  endCell(reading);
  const { cells } = reading;
  const [label = '', value] = cells ?? [oneLine(reading.text)];
  const text =
    cells?.length === 2 ? `${label.replace(/\s*:$/, '')}: ${value}` : (cells ?? [label]).join('\t');
  if (text !== '') push(reading, text, cells ? 'row' : reading.as);
  Object.assign(reading, { text: '', isBegun: false, as: 'text', level: 1, cells: null, spans: false });
}

function push({ lines, line, level, mains }: Reading, text: string, as: HtmlLine['as']): void {
  lines.push({ text, line, as, level, isMain: mains > 0 });
}
