// The sample plan with open actions, served from memory on a free port, with a real printer, for one who signed in as its
// administrator.
import { beginPlan } from '../../server/actions/begin-plan.ts';
import { readDemonstrationPeople, readSamplePlan } from '../../server/imports/sample-plan.ts';
import { calendarDateAt } from '../../server/model/calendar-date.ts';
import { openStore } from '../../server/store/open.ts';
import { UsageError } from '../command-line.ts';
import { serveOwnSite } from '../own-site.ts';
import type { Asked, Site } from './kinds.ts';
import { openSampleActions } from './open-actions.ts';
import { type PlanToPrint, planToPrint } from './plan-to-print.ts';

export interface SampleSite extends Site {
  readonly plan: PlanToPrint;
  readonly close: () => Promise<void>;
}

/** What is typed into the form of a job posting. */
export const posting = {
  department: 'Office of Technology Services',
  location: 'City Hall',
  openings: '2',
  closesOn: '',
  apply: 'Send an application to the Office of Human Resources.\nName the class and its code.',
  note: 'Evening work now and then.',
};

export async function openSampleSite(): Promise<SampleSite> {
  const store = await openStore(':memory:');
  const now = new Date();
  const contents = readSamplePlan();
  await beginPlan({ store, now, by: 'sample plan' }, contents);
  const today = calendarDateAt(now, contents.settings.timeZone);
  await openSampleActions(store, now, today);
  const faults: string[] = [];
  const error = ({ err }: { err?: Error }) => void faults.push(err?.message ?? 'A fault without a sentence');
  const site = await serveOwnSite(store, { log: { info() {}, warn() {}, error } });
  const { address } = site;
  const Cookie = await signIn(address);
  return {
    store,
    views: site.tools.views,
    plan: await planToPrint(store, { today, posting }),
    print: async (asked) => {
      const answer = await patiently(address + asked.address, requestOf(asked, Cookie));
      if (answer.headers.get('content-type') === 'application/pdf') return answer.bytes();
      throw new UsageError(`${asked.address} was answered ${answer.status}. ${faults.join(' ')}`);
    },
    close: async () => {
      await site.close();
      await store.close();
    },
  };
}

async function signIn(address: string): Promise<string> {
  const { people, passphrase } = readDemonstrationPeople();
  const email = people.find(({ roles }) => roles.includes('administrator'))?.email ?? '';
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ email, password: passphrase }),
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

function requestOf({ form }: Asked, Cookie: string): RequestInit {
  if (form === null) return { headers: { Cookie } };
  return {
    method: 'POST',
    headers: { Cookie, 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams(form),
  };
}

/** A long document is answered 202 while it is being prepared; each answer waits a moment itself. */
async function patiently(address: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(address, init);
  return answer.status === 202 ? patiently(address, init) : answer;
}
