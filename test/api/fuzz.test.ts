// Thousands of requests made from the document: no fault, no status that is not documented, no answer off its schema,
// nothing accepted that the document does not allow. `npm run test:fuzz` sends 50,000 and tells what came back.
import { randomInt } from 'node:crypto';
import { expect } from 'chai';
import { apiRoot } from '../../server/api/operation.ts';
import { operations } from '../../server/api/operations.ts';
import { sampleSite } from '../pages/site.ts';
import { classesInForce, everyClass } from '../../server/store/classes.ts';
import { type Served, today } from '../tools.ts';
import { type FuzzedRequest, fuzzed, type Known, seeded } from './fuzz-requests.ts';
import { offDocument, tokenOf } from './room.ts';

const count = Number(process.env.FUZZ_REQUESTS ?? 2000);
const seed = Number(process.env.FUZZ_SEED ?? randomInt(2 ** 31));
/** What is written is tried more often: it takes several requests to come to where it succeeds. */
const choices = [...operations, ...operations.filter(({ access }) => access !== 'public')];
/** Requests that are under way at once: they meet in the database. */
const atOnce = 4;

describe('the API under generated requests', () => {
  let site: Served;
  let known: Known;

  before(async () => {
    site = await sampleSite();
    const people = [...Array<string>(6).fill('analyst'), 'approver', 'approver', 'manager'];
    const tokens = [];
    for (const who of people) tokens.push(await tokenOf(site, who));
    const found = await classesInForce(site.tools.store, { ...everyClass, on: today, limit: 4 });
    const classIds = found.rows.map(({ classId }) => classId);
    known = { tokens, classIds, numbers: [], tags: new Map(), bodies: new Map() };
  });
  after(() => site.close());

  it(`answers ${count} of them as documented (FUZZ_SEED=${seed})`, async function () {
    this.timeout(count * 100);
    const random = seeded(seed);
    const seen = new Map<string, number>();
    const faults: string[] = [];
    for (let sent = 0; sent < count; sent += atOnce) {
      const batch = Array.from({ length: Math.min(atOnce, count - sent) }, () => {
        const operation = choices[Math.floor(random() * choices.length)];
        if (!operation) throw new Error('There is no operation');
        return send(fuzzed(random, operation, known));
      });
      for (const { key, fault } of await Promise.all(batch)) {
        seen.set(key, (seen.get(key) ?? 0) + 1);
        if (fault) faults.push(fault);
      }
    }
    report(seen);
    expect(faults.slice(0, 10)).to.deep.equal([]);
    const good = [...seen].filter(([key]) => /[23]\d\d$/.test(key));
    expect(good.reduce((sum, [, times]) => sum + times, 0)).to.be.above(count / 5);
    // The rarest comes once in some hundred requests.
    const reached = new Set(good.map(([key]) => key.split(' ')[0]));
    if (count >= 20_000) expect([...reached].sort()).to.deep.equal(operations.map(({ id }) => id).sort());
  });

  async function send({ operation, address, headers, body, isValid }: FuzzedRequest) {
    const { id, method } = operation;
    const answer = await fetch(site.address + apiRoot + address, {
      ...{ method: method.toUpperCase(), redirect: 'manual', headers, body },
    });
    const { status } = answer;
    const text = await answer.text();
    const off = offDocument(operation, { status, type: answer.headers.get('Content-Type'), text });
    const isAccepted = status < 400;
    if (isAccepted) remember(operation.id, address, answer.headers, text);
    const what =
      off ?? (status >= 500 ? text : isAccepted && !isValid ? 'was accepted and is not valid' : null);
    const fault =
      what &&
      `${id} ${method} ${address} ${JSON.stringify(headers)} ${body?.slice(0, 300)}: ${status} ${what}`;
    return { key: `${id} ${status}`, fault };
  }

  /** What a program would keep: the version of what it read, and a draft to send it back changed. */
  function remember(id: string, address: string, headers: Headers, text: string): void {
    const [path = ''] = address.split('?');
    const tag = headers.get('ETag');
    if (id === 'removeDraft') known.bodies.delete(path);
    if (!tag) return;
    const at =
      id === 'takeStep'
        ? path.replace('/steps', '/preparation')
        : (headers.get('Location')?.slice(apiRoot.length) ?? path);
    known.tags.set(at, tag);
    if (id === 'openAction') known.numbers.push((JSON.parse(text) as { number: string }).number);
    if (id !== 'readDraft' && id !== 'writeDraft' && id !== 'addDraft') return;
    const { specification, effectiveOn, carry } = JSON.parse(text) as Record<string, unknown>;
    known.bodies.set(at, { specification, effectiveOn, carry });
  }

  function report(seen: ReadonlyMap<string, number>): void {
    if (process.env.FUZZ_REQUESTS === undefined) return;
    console.log(`${count} requests, seed ${seed}. What came back, by operation and status:`);
    for (const { id } of operations) {
      const own = [...seen].filter(([key]) => key.startsWith(`${id} `)).sort();
      console.log(`  ${id}: ${own.map(([key, times]) => `${key.split(' ')[1]} ×${times}`).join(', ')}`);
    }
  }
});
