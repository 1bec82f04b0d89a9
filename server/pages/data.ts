// /data: the open data in plain words, the whole plan as one archive, its data dictionary, and the catalogue at /data.json.
import type { Request, Response } from 'express';
import { dataCatalog } from '../documents/catalog.ts';
import { dataArchive, dataKey } from '../documents/data-archive.ts';
import { dataDictionary, dictionaryCsv } from '../documents/data-dictionary.ts';
import { licenceInWords } from '../documents/data-words.ts';
import { refusal } from '../errors.ts';
import { headEntry } from '../store/record.ts';
import type { Tools } from '../tools.ts';
import { mediaTypes, nameAndForm, send } from './answer.ts';
import { originOf } from './origin.ts';
import { frame, planFeed, planToday } from './page.ts';

export async function showData(tools: Tools, request: Request, response: Response): Promise<void> {
  const { form } = nameAndForm(request, request.path.slice(1), ['html', 'json']);
  if (form === 'json') return sendCatalog(tools, request, response);
  if (form !== 'html')
    throw refusal('not-acceptable', {
      detail: 'The data is described as a page and as a catalogue in JSON.',
    });
  const { settings } = await planToday(tools);
  const title = 'Open data';
  const alternates = [{ type: 'application/json', href: '/data.json' }];
  const description = `The classification plan of the ${settings.employer} as open data.`;
  const body = tools.views.render('pages/data', {
    page: frame(settings, { title, description, place: 'none', canonical: '/data', alternates }, response),
    feed: planFeed,
    licence: licenceInWords(settings),
    licenceHref: settings.dataLicence?.url ?? null,
    dictionary: [...Map.groupBy(dataDictionary(), ({ file }) => file)].map(([file, fields]) => ({
      file,
      fields,
    })),
  });
  send(request, response, { form, body, keeping: 'current' });
}

async function sendCatalog(tools: Tools, request: Request, response: Response): Promise<void> {
  const plan = await planToday(tools);
  const record = await headEntry(tools.store);
  if (!record) throw new Error('The record is empty');
  const archive = await dataArchive(tools.store, plan);
  const origin = originOf(tools, request);
  const catalog = dataCatalog({ origin, settings: plan.settings, record, archive });
  const body = JSON.stringify(catalog, null, 2);
  send(request, response, { form: 'json', body, keeping: 'current', changedAt: record.recordedAt });
}

export function sendDictionary(_tools: Tools, request: Request, response: Response): Promise<void> {
  const fileName = 'data-dictionary.csv';
  send(request, response, { form: 'csv', body: dictionaryCsv(), keeping: 'current', fileName });
  return Promise.resolve();
}

/** /data/plan.zip: its ETag follows from the record and the day, so that who has it already is told without its being made. */
export async function sendPlanData(tools: Tools, request: Request, response: Response): Promise<void> {
  const plan = await planToday(tools);
  const { key } = await dataKey(tools.store, plan);
  response.set({
    'Content-Type': mediaTypes.zip,
    'Cache-Control': 'public, max-age=60, must-revalidate',
    'Content-Disposition': `attachment; filename="plan_${plan.today}.zip"`,
    ETag: `"${key}"`,
  });
  response.vary('Accept');
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const archive = await dataArchive(tools.store, plan);
  response.set('ETag', `"${archive.key}"`);
  await sendFile(response, archive.path);
}

/** A reader who goes away before the end is no fault. */
function sendFile(response: Response, path: string): Promise<void> {
  const options = { cacheControl: false, etag: false, lastModified: false } as const;
  return new Promise((resolve, reject) =>
    response.sendFile(path, options, (error?: NodeJS.ErrnoException) => {
      if (!error || error.code === 'ECONNABORTED') resolve();
      else reject(error);
    }),
  );
}
