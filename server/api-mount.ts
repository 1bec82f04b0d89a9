// Puts the API into the application: every operation of its table behind its gates.
import type { Express, RequestHandler } from 'express';
import { allowEverySite, apiGates, holderOf } from './access/api-gates.ts';
import { once } from './api/once.ts';
import { apiRoot, type Operation } from './api/operation.ts';
import { operations } from './api/operations.ts';
import { readCall } from './api/read-call.ts';
import { readJson } from './api/read-json.ts';
import { sendReply } from './api/send-reply.ts';
import { refusal } from './errors.ts';
import type { Tools } from './tools.ts';

/** `who` finds the person of a session; public operations ask nobody. */
export function mountApi(app: Express, tools: Tools, who: readonly RequestHandler[]): void {
  for (const operation of operations) {
    const reading = operation.body === null ? [] : [readJson];
    app[operation.method](
      routeOf(operation),
      ...apiGates(tools, operation, who),
      ...reading,
      answering(tools, operation),
    );
  }
  for (const path of new Set(operations.map(routeOf))) {
    const here = operations.filter((operation) => routeOf(operation) === path);
    if (here.some(({ access }) => access === 'public')) app.options(path, preflight);
    app.all(path, refuseOtherMethods(here));
  }
  app.use(apiRoot, () => {
    throw refusal('page-not-found');
  });
}

/** '/classes/{code}' → '/api/v1/classes/:code' */
function routeOf({ path }: Operation): string {
  return apiRoot + path.replace(/\{(\w+)\}/g, ':$1');
}

function answering(tools: Tools, operation: Operation): RequestHandler {
  return async (request, response) => {
    const call = readCall(request, response, operation);
    const work = () => operation.answer(tools, call);
    const reply = await (operation.method === 'post'
      ? once(tools, request, holderOf(response), work)
      : work());
    sendReply(request, response, operation, reply);
  };
}

const preflight: RequestHandler = (_request, response) => {
  allowEverySite(response);
  response.set({
    'Access-Control-Allow-Methods': 'GET, HEAD',
    'Access-Control-Allow-Headers': 'If-None-Match',
    'Access-Control-Max-Age': '86400',
  });
  response.status(204).end();
};

function refuseOtherMethods(here: readonly Operation[]): RequestHandler {
  const methods = here.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
  return (_request, response) => {
    response.set('Allow', methods.join(', '));
    throw refusal('method-not-allowed');
  };
}
