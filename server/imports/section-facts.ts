// The facts of a part: all of one that is a table of details or a history, or the few that stand by themselves in
// running text, such as "Established: 3/1992" at the foot of the page.
import { areUnmistakable, knownFacts, type Fact } from './facts.ts';
import type { BodyLine, Part } from './parts.ts';
import { readFacts, type ReadFacts } from './read-facts.ts';
import { isStatedText, lettersOf, oneLine } from './source-line.ts';

/** Every line of the part as a fact; a line without a label is kept as one all the same. */
export function allFacts({ body, heading }: Part): ReadFacts {
  const lines = body.filter(({ line, text }) => line.stated !== null || lettersOf(text) !== '');
  const isHistory = heading?.target === 'history';
  if (isHistory) return withLoose({ factLines: [], stated: [], rest: lines }, 'history');
  return withLoose(readFacts(lines, { anyLabel: true, openHistory: true }), 'other');
}

function withLoose({ factLines, stated, rest }: ReadFacts, field: Fact['field']): ReadFacts {
  const loose = rest.map(({ line, text, heading }) => {
    return { line, fact: { field, label: heading ?? '', text: oneLine(text) } };
  });
  const all = [...stated, ...loose.map(({ line, fact }) => ({ ...fact, line: line.number }))];
  return {
    factLines: [...factLines, ...loose.map(({ line, fact }) => ({ line, facts: [fact] }))],
    stated: all.sort((a, b) => a.line - b.line),
    rest: [],
  };
}

export function strayFacts(body: readonly BodyLine[]): ReadFacts {
  const isStray = (line: BodyLine) =>
    line.heading === null && !isStatedText(line.line) && areUnmistakable(knownFacts(line.text));
  const read = readFacts(body.filter(isStray), { anyLabel: false, openHistory: false });
  return { ...read, rest: body.filter((line) => !isStray(line)) };
}
