// What a specification says of its series, against the series as it is: how many classes, and which.
import { quoted, type Hit } from '../finding.ts';
import { seriesStatements, type SeriesStatement } from '../../series-statement.ts';
import type { Passage } from '../passages.ts';
import type { ClassText } from '../plan-view.ts';
import type { ClassRule, Subject } from '../rule.ts';

interface Told {
  readonly passage: Passage;
  readonly statement: SeriesStatement;
  /** The classes of that series, lowest first; null where the plan does not have it. */
  readonly levels: readonly ClassText[] | null;
}

export const seriesCount: ClassRule = {
  id: 'series.count',
  severity: 'error',
  title: 'The count of classes in the series is wrong',
  why: 'Readers take the number for the size of the series. A wrong one means that a level was added or abolished and the text was left behind.',
  mend: 'Write the number of classes that the series has today, and list each of them.',
  over: 'class',
  isMutual: true,
  check: (subject) =>
    toldBy(subject).flatMap(({ passage, statement, levels }) => {
      const { said, names, sentence } = statement;
      const listed = names.length === 0 ? null : names.length;
      const real = listed ?? levels?.length ?? said;
      if (said === real) return [];
      const message =
        listed === null
          ? `The text speaks of ${said} classes in the series; it has ${real}.`
          : `The text speaks of ${said} classes in the series and names ${listed}.`;
      return [hit(passage, sentence, message, levels)];
    }),
};

export const seriesNames: ClassRule = {
  id: 'series.names',
  severity: 'error',
  title: 'The classes named are not those of the series',
  why: 'The list tells applicants and managers which levels exist. A title that is missing or not real sends them to the wrong class.',
  mend: 'List the titles of the series as they are today, from the lowest level to the highest.',
  over: 'class',
  isMutual: true,
  check: (subject) =>
    toldBy(subject).flatMap(({ passage, statement, levels }) => {
      if (!levels || statement.names.length === 0) return [];
      const titles = levels.map(({ body }) => body.title);
      const named = new Set(statement.names.map(folded));
      const lacking = titles.filter((title) => !named.has(folded(title)));
      const foreign = statement.names.filter(
        (name) => !titles.some((title) => folded(title) === folded(name)),
      );
      if (lacking.length + foreign.length === 0) return [];
      const parts = [
        ...(foreign.length > 0 ? [`names ${foreign.join(', ')}, which the series does not have`] : []),
        ...(lacking.length > 0 ? [`leaves out ${lacking.join(', ')}`] : []),
      ];
      return [hit(passage, statement.sentence, `The text ${parts.join(' and ')}.`, levels)];
    }),
};

/** Every statement about a series, with the series that is meant: the named one, or else the class's own. */
export function toldBy(subject: Subject): Told[] {
  const { index, text, passages } = subject;
  return passages
    .filter((passage) => passage.sharedId === null && /\bseries\b/i.test(passage.text))
    .flatMap((passage) =>
      seriesStatements(passage.text).map((statement) => {
        const id = index.seriesTitled.get(folded(statement.series))?.id ?? text.body.series?.id;
        return { passage, statement, levels: (id === undefined ? null : index.levels.get(id)) ?? null };
      }),
    );
}

function hit({ at }: Passage, sentence: string, message: string, levels: Told['levels']): Hit {
  const others = (levels ?? []).map(({ classId }) => classId);
  return { at, message, evidence: quoted(sentence), others };
}

function folded(title: string): string {
  return title.toLowerCase().replace(/\s+/g, ' ').trim();
}
