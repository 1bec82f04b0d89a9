// Printing: what becomes of Chromium's own speed when each document is rendered, printed, given its running heads and feet,
// finished and read again; with other engines beside it where they are installed.
import { inPairs } from '../../server/print/in-pairs.ts';
import { findBrowser } from '../../server/print/browser-path.mjs';
import { makePrinter, printerDefaults, type PrintJob } from '../../server/print/printer.ts';
import { bareTabs } from './bare-tabs.ts';
import { otherEngines } from './other-engines.ts';
import { sampleJobs } from './print-inputs.ts';
import type { Group, Measured, Reading } from './reading.ts';

const documents = 24;
/** Taken in turn, so that what else the machine does falls on both alike. */
const rounds = 3;

export const print: Group = {
  title: 'Printing specifications of the sample plan',
  measure: async () => {
    const executablePath = findBrowser(process.env);
    if (executablePath === null) return nothing('No Chromium or Chrome was found on this machine');
    const makeJobs = await sampleJobs(documents);
    const { bare, ours } = await inTurn(executablePath, makeJobs);
    const [bareRate, ourRate] = [rateOf(bare), rateOf(ours)];
    return {
      readings: [
        rate('bare Chromium, two warm tabs', bareRate, spread(bare)),
        rate('our pipeline, two tabs', ourRate, spread(ours)),
        {
          ...{ name: 'our pipeline in bare Chromium', value: (100 * ourRate) / bareRate, unit: '%' },
          ...{ ratio: null, aim: '≥ 80', note: 'the same HTML in the same run' },
        },
        ...otherEngines(makeJobs().map(({ html }) => html)).map(({ name, perSecond, note }) =>
          rate(name, perSecond, note),
        ),
      ],
      details: [],
    };
  },
};

interface Times {
  /** Seconds for all documents, a round each. */
  readonly bare: readonly number[];
  readonly ours: readonly number[];
}

async function inTurn(executablePath: string, makeJobs: () => PrintJob[]): Promise<Times> {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const printer = makePrinter({ ...printerDefaults, executablePath, log: silent });
  const tabs = await bareTabs(executablePath);
  try {
    const html = makeJobs().map((job) => job.html);
    const printBare = () => inPairs(html, (each) => tabs.print(each));
    const printOurs = () => inPairs(makeJobs(), async (job) => void (await printer.print(job)));
    await printBare();
    await printOurs();
    const [bare, ours]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await secondsOf(printBare));
      ours.push(await secondsOf(printOurs));
    }
    return { bare, ours };
  } finally {
    await Promise.all([tabs.close(), printer.close()]);
  }
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function rateOf(seconds: readonly number[]): number {
  return (documents * seconds.length) / seconds.reduce((sum, each) => sum + each, 0);
}

function spread(seconds: readonly number[]): string {
  const rates = seconds.map((each) => documents / each);
  return `rounds from ${Math.min(...rates).toFixed(1)} to ${Math.max(...rates).toFixed(1)}`;
}

function rate(name: string, value: number, note: string | null): Reading {
  return { name, value, unit: '/s', ratio: null, aim: null, note };
}

function nothing(reason: string): Measured {
  return { readings: [], details: [reason] };
}
