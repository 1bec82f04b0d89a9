// /manage/actions/CN1746/comments.csv and .json: everything the public said of an action with everything that was decided on
// it, for whoever prepares the packet of the board.
import type { Request, Response } from 'express';
import { requireAction } from '../../actions/requirements.ts';
import { asCsv, commentsReceived } from '../../documents/comments-received.ts';
import type { Tools } from '../../tools.ts';

export async function exportComments(
  tools: Tools,
  request: Request<{ number: string }>,
  response: Response,
): Promise<void> {
  const { number } = await requireAction(tools.store, request.params.number);
  const received = await commentsReceived(tools.store, number);
  const isJson = request.path.endsWith('.json');
  response.set({ 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' });
  response.set('Content-Disposition', `attachment; filename="${number}_comments.${isJson ? 'json' : 'csv'}"`);
  response.type(isJson ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8');
  response.send(isJson ? `${JSON.stringify(received, null, 2)}\n` : asCsv(received));
}
