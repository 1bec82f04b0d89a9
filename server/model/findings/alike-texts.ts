// Which texts of a plan are the same or nearly so, without comparing each with each: texts meet in an index of their runs of
// four words. A drafted text is looked up among the others and needs no index of its own.
import type { SectionKey } from '../../../schemas/types.ts';
import { wordsOf, blocksOfSection } from '../specification.ts';
import type { ClassText } from './plan-view.ts';

/** The sections that should be a class's own. */
export const ownSections = ['summary', 'duties'] as const satisfies readonly SectionKey[];

export interface Alike {
  readonly classId: string;
  readonly section: SectionKey;
  readonly isSame: boolean;
}

export interface AlikeTexts {
  /** The classes whose section says what this one's says, by class id. */
  alikeTo(text: ClassText): Alike[];
}

/** Fewer words say too little to be anybody's own. */
const fewestWords = 12;
const nearly = 0.85;
/** A run of words that more classes share is the plan's manner of speaking. */
const mostCarriers = 60;

interface Signature {
  readonly folded: string;
  readonly runs: ReadonlySet<number>;
}

const signatures = new WeakMap<ClassText['body'], readonly (Signature | null)[]>();

export function alikeTexts(classes: readonly ClassText[]): AlikeTexts {
  const byId = new Map(classes.map((text) => [text.classId, text]));
  const indexes = ownSections.map(() => ({
    same: new Map<string, string[]>(),
    runs: new Map<number, string[]>(),
  }));
  for (const text of classes)
    for (const [place, signature] of signaturesOf(text).entries()) {
      const index = indexes[place];
      if (!signature || !index) continue;
      add(index.same, signature.folded, text.classId);
      for (const run of signature.runs) add(index.runs, run, text.classId);
    }
  const othersOf = (signature: Signature, place: number) => [
    ...(indexes[place]?.same.get(signature.folded) ?? []),
    ...candidates(signature, indexes[place]?.runs ?? new Map()),
  ];
  return {
    alikeTo: (text) =>
      signaturesOf(text).flatMap((signature, place) => {
        const ids = signature ? new Set(othersOf(signature, place)) : [];
        return [...ids].flatMap((id) => compared(text, byId.get(id), place));
      }),
  };
}

/** The same with some texts in the place of those that their classes had. */
export function alikeWith(base: AlikeTexts, changed: readonly ClassText[]): AlikeTexts {
  const ids = new Set(changed.map(({ classId }) => classId));
  return {
    alikeTo: (text) => [
      ...base.alikeTo(text).filter(({ classId }) => !ids.has(classId)),
      ...changed.flatMap((other) => ownSections.flatMap((_, place) => compared(text, other, place))),
    ],
  };
}

function compared(one: ClassText, other: ClassText | undefined, place: number): Alike[] {
  const section = ownSections[place];
  if (!section || !other || other.classId === one.classId) return [];
  const [mine, theirs] = [signaturesOf(one)[place], signaturesOf(other)[place]];
  if (!mine || !theirs) return [];
  const isSame = mine.folded === theirs.folded;
  return isSame || overlap(mine.runs, theirs.runs) >= nearly
    ? [{ classId: other.classId, section, isSame }]
    : [];
}

function add<K>(index: Map<K, string[]>, key: K, classId: string): void {
  const carriers = index.get(key);
  if (!carriers) index.set(key, [classId]);
  else if (carriers.length <= mostCarriers) carriers.push(classId);
}

function candidates(signature: Signature, runs: ReadonlyMap<number, string[]>): string[] {
  const shared = new Map<string, number>();
  for (const run of signature.runs)
    for (const id of runs.get(run) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
  return [...shared].filter(([, count]) => count >= signature.runs.size * 0.5).map(([id]) => id);
}

function overlap(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let both = 0;
  for (const run of one) if (other.has(run)) both += 1;
  return both / (one.size + other.size - both);
}

function signaturesOf({ body }: ClassText): readonly (Signature | null)[] {
  const known = signatures.get(body);
  if (known) return known;
  const made = ownSections.map((key) => signatureOf(ownWords(body, key)));
  signatures.set(body, made);
  return made;
}

/** Without the shared texts, which are the same by design. */
function ownWords(body: ClassText['body'], key: SectionKey): string[] {
  const own = blocksOfSection(body, key).filter((block) => !('sharedId' in block && block.sharedId));
  return (
    own
      .map(wordsOf)
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function signatureOf(words: readonly string[]): Signature | null {
  if (words.length < fewestWords) return null;
  const runs = new Set<number>();
  for (let at = 0; at + 4 <= words.length; at += 1) runs.add(numberOf(words.slice(at, at + 4).join(' ')));
  return { folded: words.join(' '), runs };
}

/** FNV-1a: two runs that meet by chance in 32 bits are told apart by the words themselves. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
