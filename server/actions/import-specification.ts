// Records an imported specification: the first revision of a new class, or the next one of the class that has its
// code. The same text again changes nothing. Nothing is stored of a file that is no specification.
import type { CalendarDate, HistoryEvent, ImportReport, Series, Specification } from '../../schemas/types.ts';
import { importDocument } from '../imports/import-document.ts';
import { keepBlockIds } from '../model/block-ids.ts';
import { inWords, isCalendarDate } from '../model/calendar-date.ts';
import { missingSections } from '../model/specification.ts';
import { byApplication } from '../model/standing.ts';
import { canonicalJson } from '../model/revision-chain.ts';
import { problemsOf } from '../schemas.ts';
import { classByCode, type ClassRevision } from '../store/classes.ts';
import type { Store } from '../store/database.ts';
import { planSettings, seriesById } from '../store/plan.ts';
import { appendRevision, revisionsOf } from '../store/record.ts';

export interface ImportRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Code of the class, where the text names none or another one is meant. */
  readonly code: string | null;
  readonly placement: {
    readonly seriesId: string;
    readonly level: number;
    readonly seriesTitle: string | null;
  } | null;
  readonly effectiveOn: CalendarDate | null;
}

export type ImportOutcome =
  | { readonly outcome: 'refused'; readonly looksLike: string; readonly sentence: string }
  | { readonly outcome: 'incomplete'; readonly sentence: string; readonly report: ImportReport }
  | (Imported & { readonly outcome: 'recorded' | 'unchanged' });

export interface Imported {
  readonly report: ImportReport;
  readonly specification: Specification;
  readonly events: readonly HistoryEvent[];
  readonly revision: ClassRevision;
  /** Labels of the sections that the plan requires and the text does not have. */
  readonly missing: readonly string[];
}

export async function importSpecification(
  { store, now }: { store: Store; now: Date },
  request: ImportRequest,
): Promise<ImportOutcome> {
  const read = await importDocument({ name: request.name, bytes: request.bytes });
  if (read.outcome === 'refused')
    return { outcome: 'refused', looksLike: read.looksLike, sentence: read.sentence };
  const { report } = read;
  const specification = { ...read.specification, code: request.code ?? read.specification.code };
  const incomplete = (sentence: string) => ({ outcome: 'incomplete' as const, sentence, report });
  const effectiveOn = request.effectiveOn ?? statedDate(specification);
  const lacking = whatIsLacking(specification, effectiveOn);
  if (lacking !== null || effectiveOn === null) return incomplete(lacking ?? '');

  return store.transaction(async (transaction) => {
    const known = await knownClass(transaction, specification);
    const ended = whyEnded(known);
    if (ended !== null) return incomplete(ended);
    const series = await placeInSeries(transaction, request, { effectiveOn, now });
    if (typeof series === 'string') return incomplete(series);
    const when = { effectiveOn, now };
    const kept = await record(transaction, { ...read, specification }, request, known, when);
    return { ...kept, report, events: read.events };
  });
}

/** The day from which the document says that it applies; null where it names no full date. */
function statedDate({ sections }: Specification): CalendarDate | null {
  const { revisedOn, establishedOn } = sections.details ?? {};
  const date = revisedOn ?? establishedOn;
  return date !== undefined && isCalendarDate(date) ? date : null;
}

function whatIsLacking(specification: Specification, effectiveOn: CalendarDate | null): string | null {
  if (specification.code === null) return 'The text names no class code. Give it with --code.';
  if (specification.title.trim() === '')
    return 'The text names no class title. Put it on the first line, as “Title - Code”.';
  if (effectiveOn === null)
    return 'The text names no full date from which it applies. Give it with --effective YYYY-MM-DD.';
  const [problem] = problemsOf('adoptable-specification.schema.json', specification);
  return problem
    ? `The text cannot be adopted as it is: ${problem.at || 'the whole'} ${problem.problem}.`
    : null;
}

interface KnownClass {
  /** Null where no class has the code or had it. */
  readonly classId: string | null;
  readonly revisions: readonly ClassRevision[];
}

async function knownClass(store: Store, { code }: Specification): Promise<KnownClass> {
  const found = await classByCode(store, code ?? '', '9999-12-31');
  if (!found) return { classId: null, revisions: [] };
  return { classId: found.classId, revisions: await revisionsOf(store, 'class', found.classId) };
}

/** An abolished class is not brought back by an import; a sentence where it is one. */
function whyEnded({ revisions }: KnownClass): string | null {
  const last = revisions.toSorted(byApplication).at(-1);
  if (last?.status !== 'abolished') return null;
  const { code, title } = last.body;
  return (
    `The class ${title} (${code}) is abolished, effective ${inWords(last.effectiveOn)}; an import does not bring it back. ` +
    'Give the text a code of its own with --code.'
  );
}

interface When {
  readonly effectiveOn: CalendarDate;
  readonly now: Date;
}

/** Begins the named series where the plan has none of that name; a sentence where its title is not given. */
async function placeInSeries(
  store: Store,
  { placement }: ImportRequest,
  when: When,
): Promise<Series | string | null> {
  if (!placement) return null;
  const known = await seriesById(store, placement.seriesId, '9999-12-31');
  if (known) return known;
  if (placement.seriesTitle === null) {
    return `The plan has no series ${placement.seriesId}. To begin it, give its title with --series-title.`;
  }
  const series: Series = {
    id: placement.seriesId,
    title: placement.seriesTitle,
    occupationalGroup: null,
    concept: [],
  };
  await appendRevision(store, {
    ...recorded(when),
    subject: 'series',
    subjectId: series.id,
    changes: ['create'],
    events: [],
    body: series,
  });
  return series;
}

function recorded({ effectiveOn, now }: When) {
  return {
    effectiveOn,
    status: 'active',
    decidedOn: null,
    recordedAt: now.toISOString(),
    recordedBy: 'import',
    action: null,
  } as const;
}

async function record(
  store: Store,
  { specification, events }: { specification: Specification; events: HistoryEvent[] },
  { placement }: ImportRequest,
  { classId, revisions: earlier }: KnownClass,
  when: When,
): Promise<Pick<Imported, 'revision' | 'specification' | 'missing'> & { outcome: 'recorded' | 'unchanged' }> {
  const last = earlier.at(-1);
  const series = placement ? { id: placement.seriesId, level: placement.level } : (last?.body.series ?? null);
  const body = keepBlockIds(
    { ...specification, series },
    earlier.map((revision) => revision.body),
  );
  const settings = await planSettings(store);
  const labels = new Map(settings?.sections.map(({ key, label }) => [key, label]));
  const missing = settings ? missingSections(body, settings).map((key) => labels.get(key) ?? key) : [];
  const told = earlier.flatMap((revision) => revision.events).map(canonicalJson);
  const news = events.filter((event) => !told.includes(canonicalJson(event)));
  const isSame = last !== undefined && canonicalJson(last.body) === canonicalJson(body) && news.length === 0;
  if (isSame) return { outcome: 'unchanged', revision: last, specification: body, missing };
  const revision = await appendRevision(store, {
    ...recorded(when),
    subject: 'class',
    subjectId: classId ?? (await newClassId(store, body.title)),
    changes: ['import'],
    events: news,
    body,
  });
  return { outcome: 'recorded', revision, specification: body, missing };
}

/** 'class-it-manager-senior', with a number where another class began with the same title. */
async function newClassId(store: Store, title: string): Promise<string> {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['untitled'];
  const plain = `class-${words.join('-')}`.slice(0, 60).replace(/-$/, '');
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? plain : `${plain}-${number}`;
    if ((await revisionsOf(store, 'class', id)).length === 0) return id;
  }
}
