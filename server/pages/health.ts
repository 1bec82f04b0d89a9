// /healthz says that the process answers; /readyz that the record can be read, whether it was found
// intact after the start, and how the printer is.
import type { Request, Response } from 'express';
import { recordHead } from '../store/record.ts';
import type { Tools } from '../tools.ts';

export async function showHealth(_tools: Tools, _request: Request, response: Response): Promise<void> {
  response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  return Promise.resolve();
}

/** Everything but the verdict that the record is another one than was recorded. */
const notFoundWrong: readonly string[] = ['intact', 'being verified', 'unverified'];

export async function showReadiness(tools: Tools, _request: Request, response: Response): Promise<void> {
  const head = await recordHead(tools.store);
  const verdict = tools.recordWatch.verdict();
  const isReady = notFoundWrong.includes(verdict);
  response
    .status(isReady ? 200 : 503)
    .set('Cache-Control', 'no-store')
    .json({
      status: isReady ? 'ok' : 'the record is not what was recorded',
      record: { ...head, verdict },
      printer: tools.printer.health().state,
    });
}
