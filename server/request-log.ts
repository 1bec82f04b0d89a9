// One line for each request: an id, the method, the path, the status, how long it took. Nothing that a visitor sent in
// headers or in the query is in it: cookies and the way back from a provider open doors.
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

interface Timed {
  readonly responseTime: number;
}

interface Answered extends IncomingMessage {
  /** Express changes `url` where it hands a request on; this is the address as it was sent. */
  readonly originalUrl?: string;
}

export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    quietReqLogger: true,
    quietResLogger: true,
    customAttributeKeys: { reqId: 'request' },
    customLogLevel: (_request, { statusCode }, error) => (error || statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: () => 'answered',
    customErrorMessage: () => 'answered',
    customSuccessObject: (request, { statusCode }, { responseTime }: Timed) =>
      line(request, statusCode, responseTime),
    customErrorObject: (request, { statusCode }, _error, { responseTime }: Timed) =>
      line(request, statusCode, responseTime),
  });
}

function line(request: Answered, status: number, milliseconds: number): object {
  const [path] = (request.originalUrl ?? request.url ?? '').split('?');
  return { method: request.method, path, status, milliseconds };
}
