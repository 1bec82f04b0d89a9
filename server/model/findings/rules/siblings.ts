// What a specification says of its siblings, against what they say of themselves today.
import { type ComparedStatement, distinguishingSentences } from '../../sibling-statements.ts';
import { type Hit, quoted } from '../finding.ts';
import { type ClassRule, nameOf } from '../rule.ts';

export const siblingDrift: ClassRule = {
  id: 'sibling.drift',
  severity: 'warning',
  title: 'What is said of a sibling is no longer what the sibling says',
  why: 'A specification that restates its neighbours goes stale when a neighbour is revised. Two texts then disagree about the same class.',
  mend: 'Read the sibling’s text of today and restate it, or state only how the classes differ.',
  over: 'class',
  isMutual: true,
  check: (subject) =>
    distinguishingSentences(subject).flatMap(({ passage, restated }) =>
      restated.filter(({ verdict }) => verdict === 'drifted').map((told) => hitOf(told, passage.at)),
    ),
};

function hitOf({ sibling, words, absent, nearest }: ComparedStatement, at: string): Hit {
  const message =
    `The text of ${nameOf(sibling)} does not speak of: ${absent.slice(0, 8).join(', ')}.` +
    (nearest === '' ? '' : ` The nearest it says today: “${quoted(nearest)}”`);
  return { at, message, evidence: quoted(words), others: [sibling.classId] };
}
