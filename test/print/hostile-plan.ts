// A small plan in which every text that somebody could have written is hostile: two classes of the sample plan with all that
// belongs to them, a posted action with drafts and comments, and one in which a class begins.
import type {
  AdditionalSection,
  Block,
  JobPostingForm,
  PlanSettings,
  Specification,
} from '../../schemas/types.ts';
import { addNewClass } from '../../server/actions/add-changes.ts';
import { beginPlan } from '../../server/actions/begin-plan.ts';
import { moderateComment } from '../../server/actions/moderate-comment.ts';
import { openAction } from '../../server/actions/open-action.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { type PlanContents, readSamplePlan } from '../../server/imports/sample-plan.ts';
import { copyOf } from '../../server/model/class-beginnings.ts';
import { conforming } from '../../server/schemas.ts';
import type { Store } from '../../server/store/database.ts';
import { draftsOf } from '../../server/store/drafts.ts';
import { openStore } from '../../server/store/open.ts';
import { acting, add, noEdit, type Office, step } from '../actions/office.ts';
import { payloads } from '../pages/payloads.ts';
import { sampleOffice } from '../pages/sample-office.ts';
import { now, sendForm, type Served } from '../tools.ts';
import { hostileReferences } from './hostile-references.ts';

const classIds = ['class-engineering-technician', 'class-civil-engineer-associate'];
const posted = 'CN1960';
const begun = 'CN1961';

/** Fields that hold no text of their own: names by which the parts of a plan find one another, dates, addresses, words of a closed list. */
const kept =
  /^(id|classId|sharedId|key|number|action|kind|kinds|changes|state|status|language|timeZone|paper|mediaType|currency|unit|procedure|revision|jobsUrl|on|.+On)$/;
/** Running text; everything else is a line. */
const running = new Set(['text', 'reason', 'concept', 'explanation']);

export class HostileWords {
  /** The sixty references, as one text. */
  readonly references: string;
  /** What would end a string, a rule and the style element: the words of running heads are written into one. */
  readonly breakout: string;
  /** A picture that would fetch and run: it is drawn as a picture, in which nothing does. */
  readonly drawing: string;
  readonly #texts: readonly string[];
  readonly #lines: readonly string[];
  readonly #given = new Map<string, string>();
  #text = 0;
  #line = 0;

  /** Of the three hundred payloads those that the schemas let in: a field of one line holds no control character. */
  constructor(base: string) {
    const references = hostileReferences(base);
    const all = [...references, ...payloads.map((payload) => payload.toWellFormed()), 'no\ufffecharacter'];
    this.references = references.join(' ');
    this.breakout = `"; } body { background: url(${base}/broken-out) } </style><img alt="" src="${base}/broken-out">`;
    this.drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>@import "${base}/seal.css";</style><image href="${base}/seal"/><script href="${base}/seal.js"/><path d="M0 0h9v9z"/></svg>`;
    this.#texts = all.filter((text) => /^[^\u0000-\u001f\u007f]+$/.test(text));
    this.#lines = this.#texts.filter(({ length }) => length <= 120);
  }

  /** Whether each of the texts stands somewhere in the plan. */
  get areAllGiven(): boolean {
    return this.#text >= this.#texts.length;
  }

  /** A line of at most 120 characters. */
  line(): string {
    return this.#lines[this.#line++ % this.#lines.length] ?? '';
  }

  /** Three of the texts as one, so that the plan holds them all. */
  text(): string {
    const next = () => this.#texts[this.#text++ % this.#texts.length];
    return `${next()} ${next()} ${next()}`;
  }

  /** The same value with every text in it replaced: the same text by the same one. */
  replaced<T>(value: T, name = ''): T {
    if (kept.test(name)) return value;
    if (typeof value === 'string') return this.#insteadOf(value, running.has(name)) as T;
    if (Array.isArray(value)) return value.map((each: unknown) => this.replaced(each, name)) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, this.replaced(each, key)]),
    ) as T;
  }

  #insteadOf(text: string, isRunning: boolean): string {
    const key = `${isRunning} ${text}`;
    const given = this.#given.get(key) ?? (isRunning ? this.text() : this.line());
    this.#given.set(key, given);
    return given;
  }
}

/** A store with that plan, as it is before anybody works in it. */
export async function hostileStore(words: HostileWords): Promise<Store> {
  const store = await openStore(':memory:');
  await beginPlan({ store, now, by: 'sample plan' }, hostileContents(words, readSamplePlan()));
  return store;
}

function hostileContents(words: HostileWords, plan: PlanContents): PlanContents {
  const classes = plan.classes.filter(({ classId }) => classIds.includes(classId));
  const actions = plan.actions.filter(({ number }) => classes.some(({ action }) => action === number));
  return {
    settings: hostileSettings(words, plan.settings),
    sharedTexts: words.replaced(plan.sharedTexts.slice(0, 5)),
    schedules: plan.schedules.map((each) => ({ ...each, schedule: words.replaced(each.schedule) })),
    series: plan.series
      .filter(({ series }) => series.id === 'civil-engineering')
      .map((each) => ({ ...each, series: words.replaced(each.series) })),
    classes: classes.map(({ specification, events, ...each }) => ({
      ...each,
      events: words.replaced(events),
      specification: hostileSpecification(words, specification),
    })),
    actions: actions.map((action) => ({ ...words.replaced(action), reason: words.references })),
    demonstration: plan.demonstration && {
      ...plan.demonstration,
      people: plan.demonstration.people.map((person) => ({ ...person, name: words.line() })),
    },
  };
}

function hostileSettings(words: HostileWords, settings: PlanSettings): PlanSettings {
  const base64 = Buffer.from(words.drawing).toString('base64');
  const hostile = {
    ...words.replaced(settings),
    employer: words.breakout,
    seal: { mediaType: 'image/svg+xml', base64, alternative: words.line() },
    procedure: { postingDays: 14, comments: true, provisional: false },
  };
  return conforming('plan-settings.schema.json', hostile, 'hostile settings');
}

function hostileSpecification(words: HostileWords, text: Specification): Specification {
  const { code, title, sections } = text;
  const hostile: Specification = {
    ...text,
    code,
    title: words.replaced(title),
    sections: words.replaced(sections),
    additional: [additionalSection(words, 'a1')],
  };
  if (hostile.sections.details)
    hostile.sections.details.other = [{ label: words.line(), text: words.text() }];
  return conforming('adoptable-specification.schema.json', hostile, title);
}

/** A section of the document's own, with a block of every kind; the first holds all sixty references. */
function additionalSection(words: HostileWords, id: string): AdditionalSection {
  const block = (kind: Block['kind'], text: string) => {
    const common = { id: `${id}${kind}`, text };
    if (kind === 'term') return { ...common, kind, term: words.line() };
    return kind === 'item' ? { ...common, kind, level: 1 as const } : { ...common, kind };
  };
  return {
    id,
    heading: words.line(),
    blocks: [
      block('paragraph', words.references),
      block('item', words.text()),
      block('term', words.text()),
      block('clause', words.text()),
    ],
  };
}

/** A posted action over both classes, with comments; and a draft one, in which a class begins. */
export async function workHostilely(site: Served, words: HostileWords): Promise<void> {
  const office = await sampleOffice(site);
  const instrument = () => ({
    ...{ title: words.line(), reason: words.references, authority: words.line() },
    effectiveOn: '2027-02-01',
  });
  for (const number of [posted, begun]) await openAction(acting(office, office.ada), number, instrument());
  await add(
    office,
    posted,
    classIds.map((classId) => ({ classId, intent: 'change', edit: noEdit })),
  );
  await reviseDrafts(office, words);
  const [draft] = await draftsOf(office.store, posted);
  if (draft) await addNewClass(acting(office, office.ada), begun, copyOf(draft.body, words.line()));
  await step(office, posted, 'submit', office.ada);
  await step(office, posted, 'post', office.cora);
  for (const classId of ['', ...classIds]) {
    const comment = { text: `${words.references}\n${words.line()}`, name: words.line(), classId };
    const { status } = await sendForm(site, `/actions/${posted}/comments`, comment);
    if (status !== 303) throw new Error(`A comment was answered ${status}`);
  }
  const withheld = { action: posted, comment: 1, decision: 'withhold', reason: words.line() } as const;
  await moderateComment(acting(office, office.cora), withheld);
}

async function reviseDrafts(office: Office, words: HostileWords): Promise<void> {
  for (const { classId, hash: base, body, ...draft } of await draftsOf(office.store, posted)) {
    const revised = {
      ...body,
      title: words.line(),
      additional: [...body.additional, additionalSection(words, 'a2')],
    };
    const edit = { ...draft, base, settle: {}, body: revised };
    const { outcome } = await saveDraft(acting(office, office.ada), posted, classId, edit);
    if (outcome !== 'saved') throw new Error(`A draft was not saved: ${outcome}`);
  }
}

export function hostilePosting(words: HostileWords): Omit<JobPostingForm, 'revision'> {
  return {
    department: words.line(),
    location: words.line(),
    openings: '2',
    closesOn: '2027-01-31',
    apply: `${words.line()}\n${words.line()}`,
    note: `${words.references}\n${words.line()}`,
  };
}
