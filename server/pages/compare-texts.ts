// The two texts that a comparison of the public is about, with what must be said of them before the redline is read.
import type { CalendarDate } from '../../schemas/types.ts';
import {
  coarseNotice,
  comparedRevision,
  type ComparedTexts,
  revisionInWords,
  revisionNames,
  type TextNames,
} from '../documents/compared-texts.ts';
import { refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import { inForce } from '../model/in-force.ts';
import { redlineOfClasses } from '../model/redline-classes.ts';
import { redlineOf } from '../model/redline.ts';
import { provisionalAmong } from '../store/class-timelines.ts';
import type { ClassRevision } from '../store/classes.ts';
import { seriesTitles } from '../store/plan.ts';
import type { Tools } from '../tools.ts';
import type { ClassFound } from './class-text.ts';

/** A text of a class, found by its number or on a date. */
interface Found {
  readonly of: ClassFound;
  readonly revision: ClassRevision;
}

export async function twoRevisions(
  tools: Tools,
  found: ClassFound,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<ComparedTexts> {
  const [old, current] = [from, to].map((number) => numbered(found, number)) as [Found, Found];
  return {
    ...(await inOneClass(tools, found, old, current)),
    compared: `From ${revisionInWords(old.revision)}, to ${revisionInWords(current.revision)}`,
    before: comparedRevision(old.revision, revisionNames(old.revision)),
    after: comparedRevision(current.revision, revisionNames(current.revision)),
  };
}

/** Where no text was in force on the first date, the other one is compared with nothing. */
export async function twoDates(
  tools: Tools,
  found: ClassFound,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<ComparedTexts> {
  const current = requireTextOn(found, to);
  const old = textOn(found, from);
  const texts = await inOneClass(tools, found, old, current);
  const inForceOn = (date: CalendarDate, { revision: { number } }: Found) =>
    `the text in force on ${inWords(date)} (revision ${number})`;
  return {
    ...texts,
    compared: `From ${old ? inForceOn(from, old) : `no text on ${inWords(from)}`} to ${inForceOn(to, current)}`,
    before: old && comparedRevision(old.revision, dateNames(old, from), from),
    after: comparedRevision(current.revision, dateNames(current, to), to),
    notices: [
      ...(old ? [] : [`${noTextInWords(found, from)} All of the other text is marked as added.`]),
      ...futureNotice(found, [from, to]),
      ...texts.notices,
    ],
  };
}

/** Both as in force on the date of `found`. */
export async function twoClasses(tools: Tools, found: ClassFound, other: ClassFound): Promise<ComparedTexts> {
  const { on } = found.asOf;
  const [old, current] = [requireTextOn(found, on), requireTextOn(other, on)];
  const [one, two] = [old.revision.body, current.revision.body];
  const titles = await seriesTitles(tools.store, on, found.asOf.knownAt);
  const redline = redlineOfClasses(one, two, found.settings, titles);
  return {
    title: `${one.title} and ${two.title}`,
    code: `${one.code}, ${two.code}`,
    compared: `From ${classNames(old).inFull}, to ${classNames(current).inFull}, both in force on ${inWords(on)}`,
    before: comparedRevision(old.revision, classNames(old), on),
    after: comparedRevision(current.revision, classNames(current), on),
    redline,
    notices: [
      ...futureNotice(found, [on]),
      ...(await remarks(tools, [old, current])),
      ...(redline.isCoarse ? [coarseNotice] : []),
    ],
    section: null,
    draftOf: null,
  };
}

function dateNames({ revision: { number } }: Found, on: CalendarDate): TextNames {
  return { name: inWords(on), inFull: `Revision ${number}, in force on ${inWords(on)}`, fileName: on };
}

function classNames({ revision: { body, number } }: Found): TextNames {
  const name = `${body.title} (${body.code})`;
  return { name, inFull: `${name}, revision ${number}`, fileName: `rev${number}` };
}

async function inOneClass(tools: Tools, found: ClassFound, old: Found | null, current: Found) {
  const { title, code } = current.revision.body;
  const titles = await titlesFor(tools, found, old, current);
  const redline = redlineOf(old?.revision.body ?? null, current.revision.body, found.settings, titles);
  const { number } = current.revision;
  return {
    ...{ title, code, redline, section: null, draftOf: null },
    notices: [
      ...(old?.revision === current.revision ? [`Both texts are revision ${number}.`] : []),
      ...(await remarks(tools, old && old.revision !== current.revision ? [old, current] : [current])),
      ...(redline.isCoarse ? [coarseNotice] : []),
    ],
  };
}

/** Of today, or of the day from which on the later text applies. */
function titlesFor({ store }: Tools, { today, asOf }: ClassFound, old: Found | null, current: Found) {
  const dates = [today, current.revision.effectiveOn, old?.revision.effectiveOn ?? today];
  return seriesTitles(store, dates.sort().at(-1) ?? today, asOf.knownAt);
}

function numbered(of: ClassFound, number: number): Found {
  const revision = of.revisions.find((each) => each.number === number);
  if (revision) return { of, revision };
  const count = of.revisions.length;
  throw refusal('revision-not-found', {
    detail: `${of.code} has ${count === 1 ? 'one revision' : `${count} revisions`}.`,
  });
}

/** null before the first text, and once the class is abolished. */
function textOn(of: ClassFound, on: CalendarDate): Found | null {
  const revision = inForce(of.revisions, on);
  return revision?.status === 'active' ? { of, revision } : null;
}

function requireTextOn(of: ClassFound, on: CalendarDate): Found {
  const found = textOn(of, on);
  if (found) return found;
  const isAbolished = inForce(of.revisions, on) !== null;
  throw refusal(isAbolished ? 'class-abolished' : 'not-yet-in-force', { detail: noTextInWords(of, on) });
}

function noTextInWords({ code, revisions, standings }: ClassFound, on: CalendarDate): string {
  const nothing = `No text of ${code} was in force on ${inWords(on)}.`;
  const last = inForce(revisions, on);
  if (last) return `${nothing} The class was abolished on ${inWords(last.effectiveOn)}.`;
  const first = standings[0]?.revision;
  return first ? `${nothing} Its first text took effect on ${inWords(first.effectiveOn)}.` : nothing;
}

function futureNotice({ today }: ClassFound, dates: readonly CalendarDate[]): string[] {
  const last = [...dates].sort().at(-1) ?? today;
  if (last <= today) return [];
  return [
    `${inWords(last)} is still to come: the text is the one of that day as far as it is decided today.`,
  ];
}

/** Of a text that does not or never did apply, that is not ratified, or that ends the class. */
async function remarks({ store }: Tools, texts: readonly Found[]): Promise<string[]> {
  const actions = texts.flatMap(({ revision: { action } }) => action ?? []);
  const knownAt = texts[0]?.of.asOf.knownAt;
  const provisional = await provisionalAmong(store, actions, knownAt);
  return texts.flatMap(({ of, revision }) => {
    const { number, effectiveOn, action } = revision;
    const standing = of.standings.find((each) => each.revision === revision);
    const what = `Revision ${number} of ${of.code}`;
    return [
      ...(standing?.kind === 'not yet effective'
        ? [`${what} is not yet effective. It takes effect on ${inWords(effectiveOn)}.`]
        : []),
      ...(standing?.kind === 'corrected'
        ? [`${what} never applied: revision ${standing.endedBy?.number} corrected it.`]
        : []),
      ...(revision.status === 'abolished' ? [`${what} abolishes the class. It holds the last text.`] : []),
      ...(action !== null && provisional.has(action)
        ? [`${what} is provisional: ${action} has approved it, and it is not yet ratified.`]
        : []),
    ];
  });
}
