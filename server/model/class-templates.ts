// Templates for new classes, drawn from the plan itself: what three quarters of the classes of a kind say in the same
// words. Standing clauses come from the shared library as it reads today; no sentence is made up.
import type {
  Block,
  Details,
  PlanSettings,
  SectionKey,
  SharedText,
  Specification,
} from '../../schemas/types.ts';
import { renumbered } from './class-beginnings.ts';
import { canonicalJson } from './revision-chain.ts';
import { sections } from './sections.ts';
import { blocksOfSection, proseOf, wordsOf } from './specification.ts';

export interface ClassTemplate {
  /** 'every', 'supervisory', or 'eeo4-' with a code of the plan. */
  readonly id: string;
  readonly title: string;
  /** How many classes it is drawn from. */
  readonly drawnFrom: number;
  readonly body: Specification;
}

/** Fewer classes have no custom that a new one could follow. */
const fewest = 3;
const custom = 0.75;

interface Plan {
  readonly settings: PlanSettings;
  readonly library: readonly SharedText[];
}

/** The kinds of which the plan has enough classes, those with something in common. */
export function classTemplates(
  bodies: readonly Specification[],
  { settings, library }: Plan,
): ClassTemplate[] {
  const shared = new Map(library.map((text) => [text.id, text]));
  const templates = kindsOf(settings).flatMap(({ id, title, includes }) => {
    const those = bodies.filter(includes);
    if (those.length < fewest) return [];
    return [{ id, title, drawnFrom: those.length, body: inCommon(those, shared) }];
  });
  return templates.filter(({ body }) => Object.keys(body.sections).length > 0);
}

interface Kind {
  readonly id: string;
  readonly title: string;
  readonly includes: (body: Specification) => boolean;
}

function kindsOf({ codes }: PlanSettings): Kind[] {
  const categories = codes.eeo4.values.map(({ code, meaning }) => ({
    id: `eeo4-${code}`,
    title: meaning,
    includes: ({ sections: { details } }: Specification) => details?.eeo4 === code,
  }));
  return [
    ...categories,
    { id: 'supervisory', title: 'Supervisory classes', includes: isSupervisory },
    { id: 'every', title: 'Any class of the plan', includes: () => true },
  ];
}

/** Its section on supervision begins by saying that it supervises, manages or directs. */
export function isSupervisory(body: Specification): boolean {
  return /^(?:supervises?|manages?|directs?)\b(?! no\b)/i.test(proseOf(body, 'supervisionExercised'));
}

type Shared = ReadonlyMap<string, SharedText>;

function inCommon(those: readonly Specification[], shared: Shared): Specification {
  const common: Specification = { code: null, title: '', series: null, sections: {}, additional: [] };
  for (const { key } of sections) {
    const value = key === 'details' ? detailsInCommon(those) : sectionInCommon(key, those, shared);
    if (value) Object.assign(common.sections, { [key]: value });
  }
  return renumbered(common);
}

function sectionInCommon(key: SectionKey, those: readonly Specification[], shared: Shared): object | null {
  const whole = usual(those.map((body) => body.sections[key]).map(asNoneOrCoded), those.length);
  if (whole) return whole;
  const blocks = blocksInCommon(key, those, shared);
  return blocks.length === 0 ? null : { state: 'text', blocks };
}

/** An explicit none, a coded level or a period is taken as a whole; a text block by block. */
function asNoneOrCoded(section: Specification['sections'][SectionKey]): object | null {
  if (!section || 'blocks' in section) return null;
  return section.state === 'none' ? { state: 'none' } : section;
}

/** The blocks that most say, in the order in which they mostly stand. */
function blocksInCommon(key: SectionKey, those: readonly Specification[], shared: Shared): Block[] {
  const found = new Map<string, { block: Block; count: number; places: number }>();
  for (const body of those) {
    const blocks = blocksOfSection(body, key);
    const distinct = new Map(
      blocks.map((block, place) => [keyOf(block), { block, place: place / blocks.length }]),
    );
    for (const [at, { block, place }] of distinct) {
      const { count = 0, places = 0 } = found.get(at) ?? {};
      found.set(at, { block, count: count + 1, places: places + place });
    }
  }
  return [...found.values()]
    .filter(({ count }) => count >= custom * those.length)
    .sort((one, other) => one.places / one.count - other.places / other.count)
    .map(({ block }) => asInLibrary(block, shared));
}

/** What stands in the library is one text, in whatever wording a class still has it. */
function keyOf(block: Block): string {
  const sharedId = 'sharedId' in block ? block.sharedId : undefined;
  return sharedId === undefined ? `${block.kind} ${wordsOf(block)}` : `shared ${sharedId}`;
}

function asInLibrary(block: Block, shared: Shared): Block {
  const text = 'sharedId' in block && block.sharedId !== undefined ? shared.get(block.sharedId) : undefined;
  if (!text) return block;
  if (block.kind === 'term') return { ...block, term: text.term ?? block.term, text: text.text };
  return { ...block, text: text.text };
}

const sharedFacts = ['flsa', 'eeo4', 'bargainingUnit', 'occupationalGroup', 'civilServiceStatus'] as const;

function detailsInCommon(those: readonly Specification[]): Details | null {
  const facts: Record<string, string> = {};
  for (const name of sharedFacts) {
    const fact = usual(
      those.map(({ sections: { details } }) => details?.[name] ?? null),
      those.length,
    );
    if (fact !== null) facts[name] = fact;
  }
  return Object.keys(facts).length === 0 ? null : { state: 'text', ...facts };
}

/** The value that most have; null where none is usual. */
function usual<T extends object | string>(values: readonly (T | null)[], of: number): T | null {
  const counts = new Map<string, { value: T; count: number }>();
  for (const value of values) {
    if (value === null) continue;
    const key = canonicalJson(value);
    counts.set(key, { value, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].find(({ count }) => count >= custom * of)?.value ?? null;
}

/** What a template brings, section by section, for whoever chooses one: 'None', or how many texts. */
export function contentsOf(
  { body }: ClassTemplate,
  { sections: chosen }: PlanSettings,
): { label: string; brings: string }[] {
  return chosen.flatMap(({ key, label }) => {
    const section = body.sections[key];
    return section ? [{ label, brings: bringsOf(section) }] : [];
  });
}

function bringsOf(section: NonNullable<Specification['sections'][SectionKey]>): string {
  if (section.state === 'none') return 'None';
  if ('blocks' in section) {
    const terms = section.blocks.flatMap((block) => (block.kind === 'term' ? [block.term] : []));
    if (terms.length === section.blocks.length) return terms.join(', ');
    return section.blocks.length === 1 ? '1 text' : `${section.blocks.length} texts`;
  }
  if ('meaning' in section) return section.meaning;
  if ('length' in section) return section.text;
  return `${Object.keys(section).length - 1} facts`;
}
