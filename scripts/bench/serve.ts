// Serving: the public site over a plan of 1,500 classes and 20,000 revisions, beside what cannot be slower: nginx with the
// same file, and an Express route that answers one string. Everything is asked over loopback, and ends by itself.
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officialPdf } from '../../server/documents/official.ts';
import { classByCode } from '../../server/store/classes.ts';
import { revisionsOf } from '../../server/store/record.ts';
import { openStore } from '../../server/store/open.ts';
import { serveOwnSite } from '../own-site.ts';
import { makeLargePlan } from './large-plan.ts';
import { loadSteadily, type SteadyLoad } from './steady-load.ts';
import { hasProgram, serveConstant, serveFile, wrkRate } from './serve-rivals.ts';
import { startOf } from './serve-start.ts';
import type { Group, Measured, Reading } from './reading.ts';

const size = { classes: 1500, revisions: 20_000 };
const code = 'CI2788';
const rounds = 3;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const serve: Group = {
  title: 'Serving a plan of 1,500 classes and 20,000 revisions',
  measure: async () => {
    if (!hasProgram('wrk')) return { readings: [], details: ['wrk is not installed on this machine'] };
    const file = await largePlan();
    const started = await startOf(file);
    const measured = await measureSite(file);
    return { readings: [...measured.readings, ...started], details: measured.details };
  },
};

/** Made once on a machine; making it takes minutes. */
async function largePlan(): Promise<string> {
  const folder = join(tmpdir(), 'classplan-bench');
  const file = join(folder, `plan-${size.classes}-${size.revisions}.db`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  console.error(`A plan of ${size.classes} classes is made in ${file}, once. It takes some minutes.`);
  await makeLargePlan(file, size);
  return file;
}

async function measureSite(file: string): Promise<Measured> {
  const store = await openStore(file);
  const site = await serveOwnSite(store, { log: silent });
  const found = await classByCode(store, code, '2026-11-22');
  const revision = (await revisionsOf(store, 'class', found?.classId ?? '')).at(-1);
  if (!revision) throw new Error(`The large plan has no class ${code}`);
  const pdf = await officialPdf(site.tools, revision);
  const page = await (await fetch(`${site.address}/classes/${code}`)).text();
  const constant = await serveConstant(page);
  const nginx = hasProgram('nginx') ? await serveFile(pdf.bytes) : null;
  try {
    const pdfAddress = `${site.address}/classes/${code}/revisions/${revision.number}.pdf`;
    const [ourPdf, theirPdf] = await inTurn(pdfAddress, nginx?.address ?? null);
    const [ourPage, theirPage] = await inTurn(`${site.address}/classes/${code}`, constant.address);
    const unread = await loadSteadily(site.address, { perSecond: 200, seconds: 60 });
    const again = await loadSteadily(site.address, { perSecond: 200, seconds: 60 });
    return {
      readings: [
        rate('official PDF', ourPdf, null),
        ...(theirPdf === null
          ? []
          : [
              rate('nginx with the same file, one worker', theirPdf, null),
              part('official PDF in nginx', ourPdf, theirPdf, '≥ 50'),
            ]),
        rate('page of a class', ourPage, null),
        rate('Express with one string of that length', theirPage ?? 0, null),
        part('page of a class in Express', ourPage, theirPage ?? 0, '≥ 50'),
        ofLoad('200 requests a second, mixed, 60 s', unread),
        ofLoad('the same again', again),
      ],
      details: again.slowest.map(({ path, ms }) => `${ms.toFixed(0)} ms ${path}`),
    };
  } finally {
    await Promise.all([site.close(), constant.close(), nginx?.close()]);
    await store.close();
  }
}

/** Requests a second, of both in turn, so that what else the machine does falls on both alike. */
async function inTurn(ours: string, theirs: string | null): Promise<[ours: number, theirs: number | null]> {
  const rates: [number, number] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    rates[0] += (await wrkRate(ours)) / rounds;
    if (theirs !== null) rates[1] += (await wrkRate(theirs)) / rounds;
  }
  return [rates[0], theirs === null ? null : rates[1]];
}

function rate(name: string, value: number, note: string | null): Reading {
  return { name, value, unit: '/s', ratio: null, aim: null, note };
}

function ofLoad(name: string, { p99, errors, answered }: SteadyLoad): Reading {
  const note = `the 99th of 100; ${errors} errors of ${answered}`;
  return { name, value: p99, unit: 'ms', ratio: null, aim: '≤ 100', note };
}

function part(name: string, ours: number, theirs: number, aim: string): Reading {
  return { name, value: (100 * ours) / theirs, unit: '%', ratio: null, aim, note: 'in turn, the same run' };
}
