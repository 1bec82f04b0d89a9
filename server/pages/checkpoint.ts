// /checkpoint: the record as it stands, signed, for anybody to keep and to hold against it later.
import type { Request, Response } from 'express';
import type { PublishedCheckpoint } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { verifierKey } from '../model/checkpoint.ts';
import type { Tools } from '../tools.ts';
import { nameAndForm, send } from './answer.ts';
import { frame, planToday } from './page.ts';

export async function showCheckpoint(tools: Tools, request: Request, response: Response): Promise<void> {
  const { form } = nameAndForm(request, request.path.slice(1));
  if (form === 'pdf' || form === 'docx' || form === 'csv') throw refusal('not-acceptable');
  const published = await publishedBy(tools);
  const bodies = {
    html: () => asPage(tools, published, response),
    json: () => JSON.stringify(published, null, 2),
    txt: () => published.note,
  };
  const fileName = form === 'txt' ? { fileName: `checkpoint-${published.size}.txt` } : {};
  send(request, response, { form, body: await bodies[form](), keeping: 'current', ...fileName });
}

async function publishedBy({ checkpoints }: Tools): Promise<PublishedCheckpoint> {
  const { checkpoint, note } = await checkpoints.latest();
  const publicKey = checkpoints.publicKey.export({ format: 'pem', type: 'spki' }).toString();
  return {
    ...checkpoint,
    note,
    publicKey,
    verifierKey: verifierKey(checkpoint.origin, checkpoints.publicKey),
  };
}

async function asPage(tools: Tools, published: PublishedCheckpoint, response: Response): Promise<string> {
  const { settings } = await planToday(tools);
  const page = frame(
    settings,
    {
      title: 'Checkpoint of the record',
      description:
        'The record as it stands, signed: keep it, and show later that nothing was cut off or rewritten.',
      place: 'none',
      canonical: '/checkpoint',
      alternates: [
        { type: 'text/plain', href: '/checkpoint.txt' },
        { type: 'application/json', href: '/checkpoint.json' },
      ],
    },
    response,
  );
  const size = new Intl.NumberFormat('en-US').format(published.size);
  return tools.views.render('pages/checkpoint', { page, ...published, size });
}
