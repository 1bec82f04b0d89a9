// Every kind of page with something on it: the sample plan while people work in it, with an action posted and commented on, a
// draft with a thread and an upload, a sweep; and one address at least for every page that the routes name.
import { moderateComment } from '../../server/actions/moderate-comment.ts';
import { type Route, routes } from '../../server/routes.ts';
import { acting, setProcedure } from '../actions/office.ts';
import { sendForm, type Served, signedIn } from '../tools.ts';
import { post, sampleOffice } from './sample-office.ts';
import { pageKinds } from './site.ts';

export interface PageKind {
  readonly path: string;
  /** Who looks at it; null is a reader. */
  readonly as: 'analyst' | 'administrator' | null;
}

const words = {
  title: 'Review',
  reason: 'Review of the class.',
  authority: 'Notice',
  effectiveOn: '2027-02-01',
};

/** Puts people to work on a site, and tells one address or more of every kind of page. */
export async function everyPage(site: Served): Promise<PageKind[]> {
  const office = await sampleOffice(site);
  await setProcedure(office.store, { postingDays: 14, comments: true, provisional: false });
  await post(office, 'CN1960', { classId: 'class-librarian', edit: { title: 'Reference Librarian' } });
  await sendForm(site, '/actions/CN1960/comments', {
    text: 'It is time.',
    name: 'Ida',
    classId: 'class-librarian',
  });
  const published = { action: 'CN1960', comment: 1, decision: 'publish', reason: null } as const;
  await moderateComment(acting(office, office.cora), published);

  const analyst = await signedIn(site, office.ada.email);
  await analyst.post('/manage/actions/new', { ...words, number: 'CN1970' });
  const classId = 'class-it-manager-senior';
  await analyst.post('/manage/actions/CN1970/changes', {
    intent: 'change',
    chosen: classId,
    classId,
    payGrade: '',
  });
  const draft = `/manage/actions/CN1970/changes/${classId}`;
  await analyst.post(`${draft}/comments`, { place: 'sections.duties', text: 'Is that so?' });
  const file = new FormData();
  const text = (await (await analyst('/classes/CI2788.txt')).text()).replace('Manages', 'Directs');
  file.append('file', new File([text], 'class.txt'));
  const uploaded = await analyst(`${draft}/upload`, { method: 'POST', body: file });
  const sweep = {
    q: 'license',
    mode: 'phrase',
    edit: 'replace',
    with: 'permit',
    action: '',
    number: 'CN1980',
  };
  const swept = await analyst.post('/manage/sweeps', { ...words, ...sweep });
  const places = [uploaded, swept].map(({ headers }) => headers.get('location') ?? 'none');
  const people = await (await (await signedIn(site, 'administrator'))('/manage/people')).text();
  const [person = 'none'] = /\/manage\/people\/[^"/]+/.exec(people) ?? [];
  const library = await (await analyst('/manage/library')).text();
  const [shared = 'none'] = /\/manage\/library\/(?!new)[^"/?]+/.exec(library) ?? [];

  return [
    ...pageKinds.map(([path]) => ({ path, as: null })),
    ...['/actions', '/actions/CN1960', '/actions/CN1746', '/actions/CN1960/comments', '/sign-in'].map(
      asReader,
    ),
    ...['/actions/CN1960/comments/1', '/series/it-management/compare', '/compare?classes=CI2788,CF1411'].map(
      asReader,
    ),
    ...[
      '',
      '/actions',
      '/actions/new',
      '/actions/CN1970',
      '/actions/CN1970/add',
      '/actions/CN1970/new-class',
    ].map(asAnalyst),
    ...[
      '/checks',
      '/checks/series.count',
      '/sweeps',
      '/sweeps/new?q=license',
      '/library',
      '/library/new',
    ].map(asAnalyst),
    ...['/series', '/series/new', '/series/it-management', '/series/it-management/edit', '/comments'].map(
      asAnalyst,
    ),
    ...[
      '/series/it-management/new-level?beside=class-it-manager-senior',
      '/reviews',
      '/classes/CI2788/job-posting',
      '/compare',
      '/account',
    ].map(asAnalyst),
    ...['', '/redline', '/comments', '/upload'].map((each) => ({
      path: draft + each,
      as: 'analyst' as const,
    })),
    ...[...places, shared, `${shared}/edit`].map((path) => ({ path, as: 'analyst' as const })),
    ...['/manage/people', person, '/manage/audit'].map((path) => ({ path, as: 'administrator' as const })),
  ];
}

function asReader(path: string): PageKind {
  return { path, as: null };
}

function asAnalyst(path: string): PageKind {
  return { path: `/manage${path}`, as: 'analyst' };
}

/** What answers with no page of its own: files, data, health, ways on to another page, and an adoption that is not under way. */
const noPage =
  /\.(atom|pdf|json|txt|csv|docx|xml|zip|svg|png)$|^\/(api\/v1|healthz|readyz|v)\b|\/(docx|history|adoption)$|^\/sign-in\/oidc/;

/** The routes of pages that none of the addresses leads to. */
export function unvisited(pages: readonly PageKind[]): string[] {
  const reading = routes.filter(({ method, path }) => method === 'get' && !noPage.test(path));
  const paths = pages.map(({ path }) => path.replace(/\?.*/, ''));
  const takenBy = new Set(paths.map((path) => reading.find((route) => fits(route, path))?.path));
  return reading.map(({ path }) => path).filter((path) => !takenBy.has(path));
}

function fits({ path: pattern }: Route, path: string): boolean {
  return new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path);
}
