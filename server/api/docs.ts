// /api/docs: the API for people, made of the table that its routes and its OpenAPI document are made of.
import type { Request, Response } from 'express';
import { refusals } from '../errors.ts';
import { scopeMeanings } from '../model/token.ts';
import { send } from '../pages/answer.ts';
import { frame, planToday } from '../pages/page.ts';
import { propertiesOf, requiredOf } from '../schemas.ts';
import type { Tools } from '../tools.ts';
import { apiRoot, type Operation, pathParameters, type PathName, refusalsOf, tags } from './operation.ts';
import { operations } from './operations.ts';

export async function showApiDocs(tools: Tools, request: Request, response: Response): Promise<void> {
  const { settings } = await planToday(tools);
  const description = `The classification plan of the ${settings.employer} for programs.`;
  const body = tools.views.render('pages/api-docs', {
    page: frame(settings, { title: 'API', description, place: 'none', canonical: '/api/docs' }, response),
    root: apiRoot,
    scopes: Object.entries(scopeMeanings).map(([scope, meaning]) => ({ scope, meaning })),
    groups: Object.entries(tags).map(([name, about]) => ({
      id: name.toLowerCase(),
      name,
      about,
      operations: operations.filter(({ tag }) => tag === name).map(operationView),
    })),
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

function operationView(each: Operation) {
  const { id, method, path, summary, access, example, body } = each;
  return {
    id,
    method: method.toUpperCase(),
    path: apiRoot + path,
    summary,
    who:
      access === 'public'
        ? 'Anybody.'
        : `A token with the scope ${access.scope}, of a person who is ${access.may.join(' or ')}.`,
    parameters: [...pathView(path), ...queryView(each), ...headerView(each)],
    body: body && { schema: body, example: example.body ? JSON.stringify(example.body, null, 2) : null },
    answers: Object.entries(each.answers).map(([status, schema]) => ({
      status,
      schema: schema ?? 'nothing',
    })),
    refused: refusalsOf(each).map((code) => ({ code, ...refusals[code] })),
    example: method === 'get' && access === 'public' ? apiRoot + example.path : null,
  };
}

function pathView(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name: name ?? '',
    meaning: pathParameters[name as PathName].description,
  }));
}

function queryView({ query }: Operation) {
  const required = requiredOf(query);
  return [...propertiesOf(query)].map(([name, { description = '' }]) => ({
    name,
    meaning: required.includes(name) ? `Must be given. ${description}`.trim() : description,
  }));
}

function headerView({ method, isConditional }: Operation) {
  return [
    ...(isConditional ? [{ name: 'If-Match', meaning: 'The ETag that it was read with.' }] : []),
    ...(method === 'post'
      ? [{ name: 'Idempotency-Key', meaning: 'A new one for each request; the same where it is repeated.' }]
      : []),
  ];
}
