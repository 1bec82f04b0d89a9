// In force on a date, as known at an instant: the answers of SQL equal a slow replay of the whole record, over
// histories with retroactive changes, corrections and abolitions.
import { expect } from 'chai';
import fc from 'fast-check';
import type { ChangeKind, Series } from '../../schemas/types.ts';
import { classesInForce, levelsOfSeries } from '../../server/store/classes.ts';
import type { Store } from '../../server/store/database.ts';
import { openStore } from '../../server/store/open.ts';
import { allSeries, seriesById } from '../../server/store/plan.ts';
import { appendRevision, type NewRevision, revisionInForce } from '../../server/store/record.ts';
import { classEntry } from './record-room.ts';

/** What happens to a class: when it is recorded, from when on it applies. */
interface Happening {
  readonly classNumber: number;
  readonly change: Extract<ChangeKind, 'amend' | 'correct' | 'abolish'>;
  /** Days before (retroactive) or after the day of recording. */
  readonly shift: number;
  /** Hours since the happening before; none where several are recorded in one instant. */
  readonly pause: number;
}

/** One line of the record, as somebody would note it who keeps a plain list. */
interface Line {
  readonly classId: string;
  readonly number: number;
  readonly ends: boolean;
  readonly from: string;
  readonly notedAt: string;
}

const hour = 3_600_000;
const beginning = Date.UTC(2024, 0, 1);
const classCount = 6;

const happening: fc.Arbitrary<Happening> = fc.record({
  classNumber: fc.nat(classCount - 1),
  change: fc.constantFrom('amend', 'amend', 'amend', 'correct', 'abolish'),
  shift: fc.oneof(fc.constant(0), fc.integer({ min: -40, max: 40 })),
  pause: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100 })),
});

const histories = fc.array(happening, { minLength: 1, maxLength: 60 });

const question = fc.record({
  classNumber: fc.nat(classCount - 1),
  day: fc.integer({ min: -45, max: 200 }),
  known: fc.oneof(fc.nat(4000), fc.constant(100_000)),
});

describe('in force on a date, as known at an instant', () => {
  it('is what a replay of the record says, 1,000 times', async () => {
    let asked = 0;
    let told = 0;
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.array(question, { minLength: 50, maxLength: 50 }),
        async (happenings, questions) => {
          const store = await openStore(':memory:');
          const lines = await write(store, happenings);
          for (const { classNumber, day, known } of questions) {
            const [on, knownAt] = [dayAt(beginning + day * 24 * hour), instantAt(known * hour)];
            const expected = replay(lines, classIdOf(classNumber), on, knownAt);
            const found = await revisionInForce(store, 'class', classIdOf(classNumber), on, knownAt);
            expect(found && [found.number, found.status]).to.deep.equal(
              expected && [expected.number, expected.ends ? 'abolished' : 'active'],
            );
            await listsAgree(store, lines, on, knownAt);
            asked += 1;
            told += Number(expected !== null);
          }
          await store.close();
        },
      ),
      { numRuns: 20 },
    );
    expect(asked).to.be.at.least(1000);
    expect(told, 'questions that have an answer').to.be.greaterThan(200);
  });

  it('counts what is recorded at that very instant, and nothing a moment later', async () => {
    const store = await openStore(':memory:');
    await write(store, [{ classNumber: 0, change: 'amend', shift: 0, pause: 5 }]);
    const ask = (knownAt: string) => revisionInForce(store, 'class', classIdOf(0), '2030-01-01', knownAt);
    expect(await ask('2024-01-01T04:59:59.999Z')).to.equal(null);
    expect(await ask('2024-01-01T05:00:00.000Z')).to.have.property('number', 1);
    await store.close();
  });

  it('holds for series', async () => {
    const store = await openStore(':memory:');
    await store.transaction(async (transaction) => {
      await appendRevision(transaction, seriesEntry('Clerks', '2024-01-01', '2024-01-01T00:00:00.000Z'));
      await appendRevision(transaction, seriesEntry('Dock Clerks', '2024-01-01', '2024-02-01T00:00:00.000Z'));
    });
    const titles = async (knownAt?: string) => [
      (await seriesById(store, 'clerks', '2024-06-01', knownAt))?.title ?? null,
      ...(await allSeries(store, '2024-06-01', knownAt)).map(({ title }) => title),
    ];
    expect(await titles('2023-12-31T00:00:00.000Z')).to.deep.equal([null]);
    expect(await titles('2024-01-31T00:00:00.000Z')).to.deep.equal(['Clerks', 'Clerks']);
    expect(await titles()).to.deep.equal(['Dock Clerks', 'Dock Clerks']);
    await store.close();
  });
});

/** Writes what happens into the record, and notes it in a plain list beside it. A correction takes the date of what it corrects. */
async function write(store: Store, happenings: readonly Happening[]): Promise<Line[]> {
  const lines: Line[] = [];
  let elapsed = 0;
  await store.transaction(async (transaction) => {
    for (const { classNumber, change, shift, pause } of happenings) {
      elapsed += pause * hour;
      const classId = classIdOf(classNumber);
      const earlier = lines.filter((line) => line.classId === classId);
      const corrected =
        change === 'correct' ? earlier[Math.abs(shift) % Math.max(1, earlier.length)] : undefined;
      const from = corrected?.from ?? dayAt(beginning + elapsed + shift * 24 * hour);
      const ends = corrected ? corrected.ends : change === 'abolish';
      const line = { classId, number: earlier.length + 1, ends, from, notedAt: instantAt(elapsed) };
      lines.push(line);
      await appendRevision(transaction, entryOf(line, change));
    }
  });
  return lines;
}

function entryOf({ classId, number, ends, from, notedAt }: Line, change: ChangeKind): NewRevision<'class'> {
  const text = {
    title: `${classId} as of ${number}`,
    code: classId.toUpperCase(),
    series: { id: 'clerks', level: 1 },
  };
  const status = ends ? 'abolished' : 'active';
  return classEntry(classId, text, { status, changes: [change], effectiveOn: from, recordedAt: notedAt });
}

function seriesEntry(title: string, effectiveOn: string, recordedAt: string): NewRevision<'series'> {
  const body: Series = { id: 'clerks', title, occupationalGroup: null, concept: [] };
  const stamp = { status: 'active', decidedOn: null, recordedBy: 'test', action: null, events: [] } as const;
  return {
    ...stamp,
    subject: 'series',
    subjectId: 'clerks',
    changes: ['amend'],
    effectiveOn,
    recordedAt,
    body,
  };
}

/** Day by day from the first, what holds; of what begins on one day, what was noted last. */
function replay(lines: readonly Line[], classId: string, on: string, knownAt: string): Line | null {
  const known = lines.filter((line) => line.classId === classId && line.notedAt <= knownAt);
  let holds: Line | null = null;
  for (let time = beginning - 50 * 24 * hour; dayAt(time) <= on; time += 24 * hour)
    for (const line of known) if (line.from === dayAt(time)) holds = line;
  return holds;
}

/** The lists of classes and of the levels of a series say the same as the single answers. */
async function listsAgree(store: Store, lines: readonly Line[], on: string, knownAt: string): Promise<void> {
  const ids = Array.from({ length: classCount }, (_, index) => classIdOf(index));
  const expected = ids.flatMap((id) => replay(lines, id, on, knownAt) ?? []);
  const everything = { words: null, grade: null, flsa: null, group: null, limit: 200, offset: 0 };
  for (const status of ['active', 'abolished'] as const) {
    const { rows, total } = await classesInForce(store, { ...everything, on, knownAt, status, series: null });
    const wanted = expected.filter(({ ends }) => ends === (status === 'abolished'));
    expect(rows.map(titleOf).sort()).to.deep.equal(wanted.map(lineTitle).sort());
    expect(total).to.equal(wanted.length);
  }
  const levels = await levelsOfSeries(store, 'clerks', on, knownAt);
  expect(levels.map(titleOf).sort()).to.deep.equal(
    expected
      .filter(({ ends }) => !ends)
      .map(lineTitle)
      .sort(),
  );
}

const titleOf = ({ title }: { title: string }) => title;
const lineTitle = ({ classId, number }: Line) => `${classId} as of ${number}`;

function classIdOf(classNumber: number): string {
  return `c${classNumber}`;
}

function dayAt(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function instantAt(elapsed: number): string {
  return new Date(beginning + elapsed).toISOString();
}
