// /healthz says that the process answers; /readyz that the record can be read and how the printer is.
import type { Request, Response } from 'express';
import { recordHead } from '../store/record.ts';
import type { Tools } from '../tools.ts';

export async function showHealth(_tools: Tools, _request: Request, response: Response): Promise<void> {
  response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  return Promise.resolve();
}

export async function showReadiness(tools: Tools, _request: Request, response: Response): Promise<void> {
  const head = await recordHead(tools.store);
  response
    .set('Cache-Control', 'no-store')
    .json({ status: 'ok', record: head, printer: tools.printer.health().state });
}
