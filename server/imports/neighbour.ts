// A text of another employer, read to stand beside ours: under whatever headings it has, with what the reading tells of it.
// Nothing of it is stored.
import type { ImportFinding, ImportReport, NeighbourText, Specification } from '../../schemas/types.ts';
import { problemsOf } from '../schemas.ts';
import { importDocument } from './import-document.ts';
import type { Source } from './import-text.ts';
import { refused, type RefusedText } from './refusal.ts';

export type ReadNeighbour = { readonly outcome: 'read'; readonly text: NeighbourText } | RefusedText;

const mostTold = 100;
/** Of no account in a text that is none of ours. */
const beside = new Set(['import.unknown-heading', 'import.no-code', 'import.no-duties', 'import.no-title']);

export async function readNeighbour(source: Source): Promise<ReadNeighbour> {
  const read = await importDocument(source, 'comparison');
  if (read.outcome === 'refused') return read;
  const body = titled(read.specification, source.name);
  const [problem] = problemsOf('specification.schema.json', body);
  if (problem)
    return refused(
      'text that does not fit a specification',
      `Its text cannot be set beside others as it is: ${problem.at} ${problem.problem}.`,
    );
  const { report } = read;
  const text = { file: source.name, body, account: accountOf(report), told: toldOf(report) };
  return { outcome: 'read', text };
}

/** A text without a title goes by the name of its file. */
function titled(body: Specification, name: string): Specification {
  return body.title === '' ? { ...body, title: name } : body;
}

function accountOf({ accountedLines, source, sections }: ImportReport): string {
  const isWhole = accountedLines === source.nonBlankLines;
  const lines = `${isWhole ? 'All' : `${accountedLines} of`} ${source.nonBlankLines} lines with text on them have their place`;
  const own = new Set(sections.filter(({ key }) => key === null).map(({ heading }) => heading)).size;
  if (own === 0) return `${lines}.`;
  return `${lines}; ${own === 1 ? '1 section stands' : `${own} sections stand`} under ${own === 1 ? 'a heading of its own' : 'headings of their own'}.`;
}

function toldOf({ findings }: ImportReport): string[] {
  const all = findings.filter(({ id }) => !beside.has(id)).map(inWords);
  const more = all.length - mostTold;
  return more <= 0 ? all : [...all.slice(0, mostTold), `And ${more} more.`];
}

function inWords({ line, message, evidence }: ImportFinding): string {
  const where = line === null ? '' : `Line ${line}: `;
  return `${where}${message}${evidence === null ? '' : ` “${evidence}”`}`.slice(0, 1000).toWellFormed();
}
