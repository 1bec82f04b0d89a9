// npm run test:pdfua: every kind of document is found in the sample plan, and what is printed of a class is printed of each.
import { expect } from 'chai';
import { kinds, type Site } from '../../scripts/pdfua/kinds.ts';
import { openSampleActions } from '../../scripts/pdfua/open-actions.ts';
import { type PlanToPrint, planToPrint } from '../../scripts/pdfua/plan-to-print.ts';
import { posting } from '../../scripts/pdfua/sample-site.ts';
import { now, sampleStore, serve, type Served, signedIn, today, toolsWith } from '../tools.ts';

describe('npm run test:pdfua', () => {
  let served: Served;
  let plan: PlanToPrint;
  const addresses = new Map<string, readonly string[]>();

  before(async function () {
    this.timeout(60_000);
    const store = await sampleStore();
    await openSampleActions(store, now, today);
    served = await serve(toolsWith(store));
    plan = await planToPrint(store, { today, posting });
    const administrator = await signedIn(served, 'administrator');
    const print: Site['print'] = async ({ address, form }) => {
      const answer = await (form ? administrator.post(address, form) : administrator(address));
      expect(answer.status, address).to.equal(200);
      expect(answer.headers.get('content-type'), address).to.equal('application/pdf');
      return answer.bytes();
    };
    for (const { name, documents } of kinds.filter((kind) => kind.name !== 'plan book')) {
      const printed = [];
      for await (const each of documents({ store, views: served.tools.views, print }, plan))
        printed.push(each.name);
      addresses.set(name, printed);
    }
  });
  after(() => served.close());

  /** What is named at one place in the addresses of a kind, each once. */
  const named = (kind: string, place: RegExp) =>
    [...new Set(addresses.get(kind)?.map((address) => place.exec(address)?.[1] ?? address))].sort();

  it('finds something of every kind', () => {
    for (const [kind, found] of addresses) expect(found, kind).to.not.be.empty;
  });

  it('prints what there is of a class of each class, the abolished ones too', () => {
    const latest = plan.revisions.filter(({ isLatest }) => isLatest);
    const codes = latest.map(({ body }) => body.code).sort();
    const revised = latest.filter(({ isFirst }) => !isFirst).map(({ body }) => body.code);
    expect(codes).to.have.length(41);
    for (const kind of ['specification', 'reading copy', 'job posting'])
      expect(named(kind, /classes\/([^/]+)/), kind).to.deep.equal(codes);
    expect(named('redline', /classes\/([^/]+)/)).to.deep.equal(revised.sort());
  });

  it('prints a draft and its redline of each class in force, and of one that is new', () => {
    const classes = plan.inForce.map(({ classId }) => classId);
    for (const kind of ['draft', 'redline of a draft']) {
      const found = named(kind, /changes\/([^/]+)/);
      expect(found, kind)
        .to.include.members(classes)
        .and.to.have.length(classes.length + 1);
    }
  });

  it('compares two classes and eight, each of a series of its own', () => {
    const asked = addresses
      .get('matrix of classes')
      ?.map((address) => address.split('=')[1]?.split(',') ?? []);
    const seriesOf = new Map(plan.inForce.map(({ code, seriesId }) => [code, seriesId]));
    const series = asked?.map((codes) => new Set(codes.map((code) => seriesOf.get(code))).size);
    expect(series).to.deep.equal([2, 8]);
  });

  it('prints a notice and a packet of every action, decided and open', () => {
    const numbers = [...plan.decided, ...plan.open].sort();
    expect(named('board packet', /actions\/([^/]+)/)).to.deep.equal(numbers);
    const notices = ['notice', 'notice of an open action'].flatMap((kind) => named(kind, /actions\/([^/]+)/));
    expect(notices.sort()).to.deep.equal(numbers);
  });
});
