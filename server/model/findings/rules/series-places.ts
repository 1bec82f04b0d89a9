// The places of classes in their series: each level taken once, none left out, in a series that the plan has.
import { levelOf } from '../plan-index.ts';
import { type ClassRule, nameOf, type PlanRule } from '../rule.ts';

export const seriesUnknown: ClassRule = {
  id: 'series.unknown',
  severity: 'error',
  title: 'The class is placed in a series that the plan does not have',
  why: 'It stands on no ladder: its page shows no neighbours, and the series does not list it.',
  mend: 'Place the class in a series of the plan, or bring the series into the plan.',
  over: 'class',
  check: ({ index, text }) => {
    const { series } = text.body;
    if (!series || index.series.has(series.id)) return [];
    return [
      { at: 'series', message: `The plan has no series ${series.id}.`, evidence: `Series: ${series.id}` },
    ];
  },
};

export const seriesSameLevel: ClassRule = {
  id: 'series.same-level',
  severity: 'warning',
  title: 'Two classes stand at one level of a series',
  why: 'Levels order the classes of a series. Two at one level leave open which of them is the higher.',
  mend: 'Give each class of the series a level of its own, or move one of them to another series.',
  over: 'class',
  isMutual: true,
  check: ({ index, text }) => {
    const { series } = text.body;
    const levels = series ? (index.levels.get(series.id) ?? []) : [];
    const place = levels.indexOf(text);
    const other = levels[place - 1];
    if (!other || levelOf(other) !== levelOf(text)) return [];
    const message = `${nameOf(other)} stands at level ${levelOf(text)} too.`;
    const evidence = `Level ${levelOf(text)}: ${nameOf(other)}, ${nameOf(text)}`;
    return [{ at: 'series', message, evidence, others: [other.classId] }];
  },
};

export const seriesLevelGap: ClassRule = {
  id: 'series.level-gap',
  severity: 'warning',
  title: 'A level of the series has no class',
  why: 'A gap in the numbers reads as if a level were missing from the plan.',
  mend: 'Number the levels without gaps from 1, or bring the missing class into the plan.',
  over: 'class',
  isMutual: true,
  check: ({ index, text }) => {
    const { series } = text.body;
    const levels = series ? (index.levels.get(series.id) ?? []) : [];
    const place = levels.indexOf(text);
    const below = levels[place - 1];
    const [before, level] = [below ? levelOf(below) : 0, levelOf(text)];
    if (place < 0 || level <= before + 1) return [];
    const gap = level - before === 2 ? `level ${before + 1}` : `levels ${before + 1} to ${level - 1}`;
    const others = below ? [below.classId] : [];
    const evidence = `Level ${level}: ${nameOf(text)}`;
    return [{ at: 'series', message: `The series has no class at ${gap}.`, evidence, others }];
  },
};

export const seriesNoBenchmark: PlanRule = {
  id: 'series.no-benchmark',
  severity: 'note',
  title: 'A series has no benchmark class',
  why: 'This plan marks the classes that salary surveys compare. A series without one has no anchor in the market.',
  mend: 'Mark the class of the series that other employers have too as its benchmark.',
  over: 'plan',
  check: ({ plan, levels }) => {
    const isBenchmark = ({ body }: (typeof plan.classes)[number]) =>
      body.sections.details?.benchmark === true;
    if (!plan.classes.some(isBenchmark)) return [];
    return plan.series.flatMap(({ id, title }) => {
      const classes = levels.get(id) ?? [];
      if (classes.length < 3 || classes.some(isBenchmark)) return [];
      const evidence = `${title}: ${classes.map(nameOf).join(', ')}`;
      return [{ at: `series.${id}`, message: `None of the ${classes.length} classes is marked.`, evidence }];
    });
  },
};
