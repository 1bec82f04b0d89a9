// A large plan to measure on: the classes of the sample plan over and over, under codes and titles of their own, each with
// as many revisions as it takes. Nothing in it is random: the same numbers make the same plan.
import { beginPlan } from '../../server/actions/begin-plan.ts';
import { type ClassRevision, type PlanContents, readSamplePlan } from '../../server/imports/sample-plan.ts';
import { openStore } from '../../server/store/open.ts';

export interface Size {
  readonly classes: number;
  /** Of classes, all together. */
  readonly revisions: number;
}

const begun = new Date('2026-11-22T15:00:00.000Z');

export async function makeLargePlan(file: string, size: Size): Promise<void> {
  const store = await openStore(file);
  try {
    await beginPlan({ store, now: begun, by: 'bench' }, largeContents(size));
  } finally {
    await store.close();
  }
}

export function largeContents({ classes, revisions }: Size): PlanContents {
  const sample = readSamplePlan();
  const texts = [...new Map(sample.classes.map((each) => [each.classId, each])).values()].filter(
    ({ changes }) => !changes.includes('abolish'),
  );
  const originals = Array.from({ length: classes }, (_, index) => copyOf(texts, index, sample));
  const all = Array.from({ length: revisions }, (_, index) => {
    const original = originals[index % classes] as ClassRevision;
    return revised(original, Math.floor(index / classes));
  });
  const series = Array.from({ length: Math.ceil(classes / texts.length) }, (_, copy) =>
    sample.series.map((each) => ({
      ...each,
      series: { ...each.series, id: idIn(each.series.id, copy), title: titleIn(each.series.title, copy) },
    })),
  ).flat();
  return { ...sample, series, classes: all, actions: [], demonstration: null };
}

function copyOf(texts: readonly ClassRevision[], index: number, { series }: PlanContents): ClassRevision {
  const text = texts[index % texts.length] as ClassRevision;
  const copy = Math.floor(index / texts.length);
  const { specification } = text;
  const placed = series.some(({ series: { id } }) => id === specification.series?.id);
  return {
    ...text,
    classId: `${text.classId}-${copy}`,
    specification: {
      ...specification,
      code: `${specification.code}${copy === 0 ? '' : `.${copy}`}`,
      title: titleIn(specification.title, copy),
      series:
        specification.series && placed
          ? { ...specification.series, id: idIn(specification.series.id, copy) }
          : null,
    },
  };
}

const day = 24 * 3600_000;
const firstDay = Date.parse('2012-01-01');

/** A revision takes effect every four months, and says in its summary which it is. */
function revised({ specification, ...text }: ClassRevision, number: number): ClassRevision {
  const effectiveOn = new Date(firstDay + number * 120 * day).toISOString().slice(0, 10);
  const summary = specification.sections.summary;
  const sections = { ...specification.sections };
  if (summary?.state === 'text' && 'blocks' in summary) {
    const [first, ...rest] = summary.blocks;
    if (first && 'text' in first)
      sections.summary = {
        ...summary,
        blocks: [{ ...first, text: `${first.text} Reviewed ${number + 1} times.` }, ...rest],
      };
  }
  return {
    ...text,
    changes: number === 0 ? ['create'] : ['amend'],
    effectiveOn,
    decidedOn: effectiveOn,
    events: [],
    specification: { ...specification, sections },
  };
}

function idIn(id: string, copy: number): string {
  return copy === 0 ? id : `${id}-${copy}`;
}

function titleIn(title: string, copy: number): string {
  return copy === 0 ? title : `${title} ${copy}`;
}
