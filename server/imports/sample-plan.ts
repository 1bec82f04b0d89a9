// The sample plan of data/, read into revisions. Its authors write each class in a short form
// (schemas/sample-class.schema.json); shared texts are frozen into every revision here.
import { readdirSync, readFileSync } from 'node:fs';
import type {
  Block,
  DemonstrationPeople,
  Details,
  PaySchedule,
  PlanSettings,
  SampleAction,
  SampleBlock,
  SampleClass,
  SampleRevision,
  SectionKey,
  Sections,
  Series,
  SharedText,
  Specification,
} from '../../schemas/types.ts';
import { keepBlockIds } from '../model/block-ids.ts';
import { readPeriod } from '../model/period.ts';
import { sections, type SectionKind } from '../model/sections.ts';
import { conforming } from '../schemas.ts';

/** All that a plan begins with, in revisions without places in a record yet. */
export interface PlanContents {
  readonly settings: PlanSettings;
  readonly sharedTexts: readonly SharedText[];
  readonly schedules: readonly { effectiveOn: string; decidedOn: string; schedule: PaySchedule }[];
  readonly series: readonly { effectiveOn: string; decidedOn: string; action: string; series: Series }[];
  readonly classes: readonly ClassRevision[];
  readonly actions: readonly SampleAction[];
  /** Invented people with a published passphrase, for development; null in a plan that is meant. */
  readonly demonstration: DemonstrationPeople | null;
}

export interface ClassRevision extends Omit<SampleRevision, 'set'> {
  readonly classId: string;
  readonly specification: Specification;
}

const data = new URL('../../data/', import.meta.url);

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, data), 'utf8'));
}

export function readSamplePlan(): PlanContents {
  const { settings } = readJson('plan.json') as { settings: unknown };
  const { items } = readJson('shared-text.json') as { items: unknown[] };
  const { schedules } = readJson('pay-schedule.json') as Pick<PlanContents, 'schedules'>;
  const { series } = readJson('series.json') as Pick<PlanContents, 'series'>;
  const sharedTexts = items.map((item) =>
    conforming('shared-text.schema.json', item, 'data/shared-text.json'),
  );
  for (const each of schedules)
    conforming('pay-schedule.schema.json', each.schedule, 'data/pay-schedule.json');
  for (const each of series) conforming('series.schema.json', each.series, 'data/series.json');
  return {
    settings: { ...conforming('plan-settings.schema.json', settings, 'data/plan.json'), seal: readSeal() },
    sharedTexts,
    schedules,
    series,
    actions: conforming('sample-actions.schema.json', readJson('actions.json'), 'data/actions.json').actions,
    classes: readClasses(new Map(sharedTexts.map((text) => [text.id, text]))),
    demonstration: readDemonstrationPeople(),
  };
}

export function readDemonstrationPeople(): DemonstrationPeople {
  return conforming('demonstration-people.schema.json', readJson('people.json'), 'data/people.json');
}

function readSeal(): PlanSettings['seal'] {
  const base64 = readFileSync(new URL('seal.svg', data)).toString('base64');
  return { mediaType: 'image/svg+xml', base64, alternative: 'Seal of the City of Larkhaven' };
}

/** Every revision of every class, in the order of effective dates. */
function readClasses(shared: ReadonlyMap<string, SharedText>): ClassRevision[] {
  const names = readdirSync(new URL('classes/', data)).sort();
  const revisions = names.flatMap((name) => {
    const source = `data/classes/${name}`;
    const sample = conforming('sample-class.schema.json', readJson(`classes/${name}`), source);
    return expandClass(sample, shared, source);
  });
  return revisions.sort((one, other) =>
    one.effectiveOn < other.effectiveOn ? -1 : Number(one.effectiveOn > other.effectiveOn),
  );
}

export function expandClass(
  sample: SampleClass,
  shared: ReadonlyMap<string, SharedText>,
  source: string,
): ClassRevision[] {
  const earlier: Specification[] = [];
  return sample.revisions.map(({ set, ...revision }) => {
    const before = earlier.at(-1);
    const specification: Specification = {
      code: set.code ?? before?.code ?? null,
      title: set.title ?? before?.title ?? '',
      series: set.series ?? before?.series ?? null,
      sections: {
        ...before?.sections,
        ...expandSections(set.sections ?? {}, before?.sections.details, shared),
      },
      additional: [],
    };
    const kept = keepBlockIds(numberBlocks(specification), earlier);
    earlier.push(conforming('adoptable-specification.schema.json', kept, source));
    return { ...revision, classId: sample.classId, specification: kept };
  });
}

function expandSections(
  written: NonNullable<SampleRevision['set']['sections']>,
  details: Details | undefined,
  shared: ReadonlyMap<string, SharedText>,
): Sections {
  const expanded: Sections = {};
  for (const { key, kind } of sections) {
    const value = written[key];
    if (value === undefined) continue;
    Object.assign(expanded, { [key]: expandSection(key, kind, value, details, shared) });
  }
  return expanded;
}

function expandSection(
  key: SectionKey,
  kind: SectionKind,
  value: SampleBlock[] | string | object,
  details: Details | undefined,
  shared: ReadonlyMap<string, SharedText>,
): Sections[SectionKey] {
  if (value === 'None') return { state: 'none' };
  if (key === 'details') return { ...details, ...(value as Omit<Details, 'state'>), state: 'text' };
  if (typeof value === 'string') return kind === 'period' ? readPeriod(value) : readLevel(value);
  const blocks = (value as SampleBlock[]).flatMap((block) => expandBlock(block, kind, shared));
  return { state: 'text', blocks };
}

/** '1-Sedentary' */
function readLevel(text: string): Sections['physicalDemandLevel'] {
  const [code = '', meaning = ''] = text.split(/-(.*)/);
  return { state: 'text', code, meaning };
}

function expandBlock(
  block: SampleBlock,
  kind: SectionKind,
  shared: ReadonlyMap<string, SharedText>,
): Block[] {
  const id = 'b0';
  if (typeof block === 'string') {
    return [
      kind === 'text' ? { id, kind: 'paragraph', text: block } : { id, kind: 'item', level: 1, text: block },
    ];
  }
  if ('term' in block) return [{ id, kind: 'term', ...block }];
  if ('item' in block) {
    const nested = block.sub.map((text): Block => ({ id, kind: 'item', level: 2, text }));
    return [{ id, kind: 'item', level: 1, text: block.item }, ...nested];
  }
  const text = shared.get(block.shared);
  if (!text) throw new Error(`data/shared-text.json has no ${block.shared}`);
  if (text.term === null) return [{ id, kind: 'clause', text: text.text, sharedId: text.id }];
  return [{ id, kind: 'term', term: text.term, text: text.text, sharedId: text.id }];
}

/** Gives every block an id of its own, in the order of the document. */
function numberBlocks(specification: Specification): Specification {
  let number = 0;
  const numbered = structuredClone(specification);
  for (const { key } of sections) {
    const section = numbered.sections[key];
    if (section && 'blocks' in section) for (const block of section.blocks) block.id = `b${(number += 1)}`;
  }
  return numbered;
}
