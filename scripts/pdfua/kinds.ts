// The kinds of document that Classplan prints, each with all that a plan has of it: a new kind is one entry here. An
// administrator asks for them, so documents of the staff area count too.
import type { Store } from '../../server/store/database.ts';
import type { Views } from '../../server/views.ts';
import { type PlanToPrint, sideBySide } from './plan-to-print.ts';
import { printedPlanBook } from './printed-plan-book.ts';

export interface Kind {
  readonly name: string;
  readonly documents: (site: Site, plan: PlanToPrint) => AsyncIterable<Printed>;
}

export interface Printed {
  /** The address at which it is printed, or what it is called. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A plan that is served to one who signed in as its administrator. */
export interface Site {
  readonly store: Store;
  readonly views: Views;
  readonly print: (asked: Asked) => Promise<Uint8Array>;
}

export interface Asked {
  readonly address: string;
  /** Sent to the address; null where it is only read. */
  readonly form: Readonly<Record<string, string>> | null;
}

export const kinds: readonly Kind[] = [
  read('specification', (plan) => ofEach(plan, 'revisions/N.pdf')),
  read('reading copy', (plan) => ofEach(plan, 'revisions/N/reading-copy.pdf', 'isLatest')),
  read('redline', (plan) => ofEach(plan, 'compare/P..N.pdf', 'isLater')),
  read('draft', (plan) => ofDrafts(plan, 'draft.pdf')),
  read('redline of a draft', (plan) => ofDrafts(plan, 'redline.pdf')),
  read('matrix', ({ series }) => series.map((id) => `/series/${id}/compare.pdf`)),
  read('matrix of differences', ({ series }) =>
    series.map((id) => `/series/${id}/compare.pdf?show=differences`),
  ),
  read('matrix of classes', (plan) =>
    sideBySide(plan).map((codes) => `/compare.pdf?classes=${codes.join(',')}`),
  ),
  read('notice', ({ decided }) => decided.map((number) => `/actions/${number}/notice.pdf`)),
  read('notice of an open action', ({ open }) =>
    open.map((number) => `/manage/actions/${number}/notice.pdf`),
  ),
  read('board packet', ({ decided, open }) =>
    [...decided, ...open].map((number) => `/manage/actions/${number}/packet.pdf`),
  ),
  printing('job posting', jobPostings),
  {
    name: 'plan book',
    async *documents(site, { today }) {
      yield { name: `plan-book-${today}`, bytes: await printedPlanBook(site, today) };
    },
  },
];

function read(name: string, addresses: (plan: PlanToPrint) => readonly string[]): Kind {
  return printing(name, (plan) => addresses(plan).map((address) => ({ address, form: null })));
}

function printing(name: string, asked: (plan: PlanToPrint) => readonly Asked[]): Kind {
  return {
    name,
    async *documents(site, plan) {
      for (const each of asked(plan)) yield { name: each.address, bytes: await site.print(each) };
    },
  };
}

/** N is the number of the revision, P that of the one before. */
function ofEach(
  plan: PlanToPrint,
  path: string,
  which: 'every' | 'isLatest' | 'isLater' = 'every',
): string[] {
  const { revisions, classAddress } = plan;
  return revisions
    .filter(({ isFirst, isLatest }) => ({ every: true, isLatest, isLater: !isFirst })[which])
    .map((revision) => {
      const [number, before] = [revision.number, revision.number - 1].map(String);
      return `${classAddress(revision)}/${path.replace('P', before ?? '').replace('N', number ?? '')}`;
    });
}

function ofDrafts({ drafts }: PlanToPrint, file: string): string[] {
  return drafts.map(({ action, classId }) => `/manage/actions/${action}/changes/${classId}/${file}`);
}

/** The text of a class that is abolished can be advertised too, with where it stands. */
function jobPostings({ revisions, classAddress, posting }: PlanToPrint): Asked[] {
  return revisions
    .filter(({ isLatest }) => isLatest)
    .map((revision) => ({
      address: `/manage${classAddress(revision)}/job-posting`,
      form: { ...posting, revision: String(revision.number) },
    }));
}
