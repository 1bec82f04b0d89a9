// Who may do what: every route of the table against everybody, over HTTP. What is expected stands here in full; a
// route without a row fails, and so does a row without a route.
import { expect } from 'chai';
import { type Role, roles } from '../../server/model/person.ts';
import { type Route, routes } from '../../server/routes.ts';
import { latestAudit } from '../../server/store/audit.ts';
import { sampleSite } from '../pages/site.ts';
import { type Served, signedIn } from '../tools.ts';

const anybody = 'anybody';
const everyRole: readonly Role[] = ['manager', 'analyst', 'approver', 'administrator'];

const expected: Readonly<Record<string, typeof anybody | readonly Role[]>> = {
  'get /': anybody,
  'get /browse': anybody,
  'get /suggest.json': anybody,
  'get /classes': anybody,
  'get /classes.json': anybody,
  'get /classes.csv': anybody,
  'get /classes/:code': anybody,
  'get /classes/:code/revisions': anybody,
  'get /classes/:code/revisions/:number': anybody,
  'get /classes/:code/revisions/:number/reading-copy.pdf': anybody,
  'get /classes/:code/compare': anybody,
  'get /classes/:code/compare/:sides': anybody,
  'get /classes/:code/history': anybody,
  'get /classes/:code/history.json': anybody,
  'get /classes/:code/history.txt': anybody,
  'get /classes/:code/career': anybody,
  'get /careers': anybody,
  'get /glossary': anybody,
  'get /accessibility': anybody,
  'get /api/docs': anybody,
  'get /classes/:code/:date': anybody,
  'get /series': anybody,
  'get /series/:id': anybody,
  'get /series/:id/compare': anybody,
  'get /series/:id/compare.pdf': anybody,
  'get /series/:id/compare.csv': anybody,
  'get /series/:id/compare.json': anybody,
  'get /compare': anybody,
  'get /compare.pdf': anybody,
  'get /compare.csv': anybody,
  'get /compare.json': anybody,
  'get /series/:id/statements': anybody,
  'get /series/:id/statements.json': anybody,
  'get /actions': anybody,
  'get /actions/:number': anybody,
  'get /actions/:number/notice.pdf': anybody,
  'get /actions/:number/comments': anybody,
  'post /actions/:number/comments': anybody,
  'get /actions/:number/comments/:comment': anybody,
  'get /manage/actions/:number/changes/:classId/comments': everyRole,
  'post /manage/actions/:number/changes/:classId/comments': everyRole,
  'post /manage/actions/:number/changes/:classId/comments/:thread': everyRole,
  'post /manage/actions/:number/changes/:classId/comments/:thread/resolve': ['analyst', 'approver'],
  'post /manage/actions/:number/changes/:classId/comments/:thread/reopen': ['analyst', 'approver'],
  'get /manage/actions/:number/packet.pdf': everyRole,
  'get /manage/actions/:number/notice.pdf': everyRole,
  'get /manage/actions/:number/comments.csv': everyRole,
  'get /manage/actions/:number/comments.json': everyRole,
  'get /manage/comments': everyRole,
  'post /manage/actions/:number/comments/:comment': ['analyst', 'approver'],
  'get /changes': anybody,
  'get /changes.json': anybody,
  'get /changes.atom': anybody,
  'get /actions.atom': anybody,
  'get /classes/:code/changes.atom': anybody,
  'get /changes.csv': anybody,
  'get /data': anybody,
  'get /data.json': anybody,
  'get /data/plan.zip': anybody,
  'get /data/data-dictionary.csv': anybody,
  'get /sitemap.xml': anybody,
  'get /robots.txt': anybody,
  'get /checkpoint': anybody,
  'get /checkpoint.txt': anybody,
  'get /checkpoint.json': anybody,
  'get /verify': anybody,
  'get /verify.json': anybody,
  'get /v/:name': anybody,
  'get /seal.svg': anybody,
  'get /seal.png': anybody,
  'get /healthz': anybody,
  'get /readyz': anybody,
  'get /sign-in': anybody,
  'get /sign-in/oidc': anybody,
  'get /sign-in/oidc/return': anybody,
  'post /sign-in': anybody,
  'post /sign-out': everyRole,
  'get /manage': everyRole,
  'get /manage/account': everyRole,
  'post /manage/account/password': everyRole,
  'post /manage/account/sign-out-everywhere': everyRole,
  'post /manage/account/tokens': everyRole,
  'post /manage/account/tokens/:token/revoke': everyRole,
  'get /manage/people': ['administrator'],
  'post /manage/people': ['administrator'],
  'get /manage/people/:id': ['administrator'],
  'post /manage/people/:id/roles': ['administrator'],
  'post /manage/people/:id/password': ['administrator'],
  'post /manage/people/:id/disable': ['administrator'],
  'post /manage/people/:id/enable': ['administrator'],
  'post /manage/people/:id/sign-out-everywhere': ['administrator'],
  'get /manage/audit': ['administrator'],
  'get /manage/actions': everyRole,
  'get /manage/actions/new': ['analyst'],
  'post /manage/actions/new': ['analyst'],
  'get /manage/actions/:number': everyRole,
  'post /manage/actions/:number': ['analyst'],
  'get /manage/actions/:number/add': ['analyst'],
  'post /manage/actions/:number/changes': ['analyst'],
  'get /manage/actions/:number/new-class': ['analyst'],
  'post /manage/actions/:number/new-class': ['analyst'],
  'get /manage/series': everyRole,
  'get /manage/series/new': ['analyst'],
  'post /manage/series/new': ['analyst'],
  'get /manage/series/:id': everyRole,
  'get /manage/series/:id/edit': ['analyst'],
  'post /manage/series/:id/edit': ['analyst'],
  'post /manage/series/:id/levels': ['analyst'],
  'post /manage/series/:id/statements/mend': ['analyst'],
  'get /manage/series/:id/new-level': ['analyst'],
  'post /manage/series/:id/new-level': ['analyst'],
  'get /manage/reviews': everyRole,
  'get /manage/classes/:code/job-posting': everyRole,
  'post /manage/classes/:code/job-posting': everyRole,
  'get /manage/compare': everyRole,
  'post /manage/compare': everyRole,
  'get /manage/actions/:number/changes/:classId': everyRole,
  'post /manage/actions/:number/changes/:classId': ['analyst'],
  'get /manage/actions/:number/changes/:classId/redline': everyRole,
  'get /manage/actions/:number/changes/:classId/redline.json': everyRole,
  'get /manage/actions/:number/changes/:classId/redline.txt': everyRole,
  'get /manage/actions/:number/changes/:classId/redline.pdf': everyRole,
  'get /manage/actions/:number/changes/:classId/redline.docx': everyRole,
  'post /manage/actions/:number/changes/:classId/remove': ['analyst'],
  'post /manage/actions/:number/texts/:subject/:id/remove': ['analyst'],
  'get /manage/sweeps': everyRole,
  'post /manage/sweeps': ['analyst'],
  'get /manage/sweeps/new': everyRole,
  'get /manage/sweeps/:id': everyRole,
  'post /manage/sweeps/:id/decisions': ['analyst'],
  'post /manage/sweeps/:id/all': ['analyst'],
  'post /manage/sweeps/:id/steps': ['analyst'],
  'get /manage/library': everyRole,
  'get /manage/library/new': ['analyst'],
  'post /manage/library/new': ['analyst'],
  'get /manage/library/:id': everyRole,
  'get /manage/library/:id/edit': ['analyst'],
  'post /manage/library/:id/edit': ['analyst'],
  'post /manage/actions/:number/steps': ['analyst', 'approver'],
  'post /manage/actions/:number/adopt': ['approver'],
  'post /manage/actions/:number/ratify': ['approver'],
  'get /manage/actions/:number/changes/:classId/docx': everyRole,
  'get /manage/actions/:number/changes/:classId/draft.pdf': everyRole,
  'get /manage/actions/:number/changes/:classId/upload': ['analyst'],
  'post /manage/actions/:number/changes/:classId/upload': ['analyst'],
  'get /manage/actions/:number/changes/:classId/upload/:upload': ['analyst'],
  'post /manage/actions/:number/changes/:classId/upload/:upload': ['analyst'],
  'get /manage/actions/:number/adoption': everyRole,
  'get /manage/checks': everyRole,
  'get /manage/checks/:rule': everyRole,
  'post /manage/checks/:rule/suppress': ['analyst'],
  'post /manage/checks/:rule/lift': ['analyst'],
};

const keyOf = ({ method, path }: Route) => `${method} ${path}`;
const pathOf = ({ path }: Route) => path.replace(/:\w+/g, 'none');

interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
  readonly headers: Headers;
}

describe('who may do what', () => {
  let site: Served;
  let cookies: Record<Role, string>;

  async function cookieOf(role: Role): Promise<string> {
    return (await signedIn(site, role)).cookie;
  }

  before(async () => {
    site = await sampleSite();
    const entries = roles.map(async (role) => [role, await cookieOf(role)] as const);
    cookies = Object.fromEntries(await Promise.all(entries)) as Record<Role, string>;
  });
  after(() => site.close());

  async function ask(route: Route, cookie: string | null, accept = 'text/html'): Promise<Answer> {
    const answer = await fetch(site.address + pathOf(route), {
      method: route.method.toUpperCase(),
      redirect: 'manual',
      headers: {
        Accept: accept,
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/x-www-form-urlencoded',
        ...(cookie !== null && { Cookie: cookie }),
      },
      ...(route.method !== 'get' && { body: '' }),
    });
    const { status, headers } = answer;
    return { status, location: headers.get('location'), body: await answer.text(), headers };
  }

  it('has a row for every route, and a route for every row', () => {
    expect(routes.map(keyOf).sort()).to.deep.equal(Object.keys(expected).sort());
  });

  it('knows every role', () => expect([...roles].sort()).to.deep.equal([...everyRole].sort()));

  for (const route of routes) {
    const may = expected[keyOf(route)];

    it(`${keyOf(route)}: ${may === anybody ? anybody : `nobody without signing in`}`, async () => {
      const page = await ask(route, null);
      const data = await ask(route, null, 'application/json');
      if (may === anybody) {
        for (const { status, location } of [page, data]) {
          expect(status).to.not.be.oneOf([401, 403]);
          expect(location ?? '').to.not.match(/^\/sign-in/);
        }
        return;
      }
      if (route.method === 'get') {
        expect(page.status).to.equal(303);
        expect(page.location).to.equal(`/sign-in?next=${encodeURIComponent(pathOf(route))}`);
      } else {
        expect(page.status).to.equal(401);
      }
      expect(data.status).to.equal(401);
      expect(JSON.parse(data.body)).to.include({ type: 'https://classplan.example/problems/not-signed-in' });
      expect(page.headers.get('cache-control')).to.equal('no-store');
    });

    for (const role of roles) {
      const isAllowed = may === anybody || may?.includes(role) === true;
      it(`${keyOf(route)}: ${role} ${isAllowed ? 'may' : 'may not'}`, async () => {
        const { status, location, body, headers } = await ask(route, cookies[role]);
        expect(headers.get('cache-control')).to.equal('private, no-store');
        if (isAllowed) {
          expect(status).to.not.be.oneOf([401, 403]);
          expect(location ?? '').to.not.contain('next=');
        } else {
          expect(status).to.equal(403);
          expect(body).to.contain('Your role does not allow this');
          const [entry] = await latestAudit(site.tools.store, { before: null, limit: 1 });
          expect(entry).to.deep.include({
            act: 'refused',
            subject: `route ${route.method.toUpperCase()} ${pathOf(route)}`,
          });
          expect(entry?.detail).to.deep.equal({ roles: [role], may });
        }
        if (/sign-(?:in|out)/.test(route.path)) cookies[role] = await cookieOf(role);
      });
    }
  }
});
