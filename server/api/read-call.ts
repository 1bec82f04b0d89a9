// What a request says, by the row of its operation: parameters, body and version. Whatever does not conform, is not
// known or stands there twice is refused, each place named.
import type { Request, Response } from 'express';
import { refusal, type RequestFault } from '../errors.ts';
import { problemsOf, problemsOfPart, propertiesOf, type SchemaName, type SchemaProblem } from '../schemas.ts';
import { visitor } from '../pages/visitor.ts';
import { type Call, type Operation, type PathName, pathParameters } from './operation.ts';

/** More are told to nobody: the first of them are enough to begin with. */
const mostTold = 50;

/** `request.body` is what readJson made of it. */
export function readCall(request: Request, response: Response, operation: Operation): Call {
  const path = request.params as unknown as Call['path'];
  const query = queryOf(request, operation.query);
  const faults = [...pathFaults(path), ...query.faults];
  if (faults.length > 0) throw refusal('request-not-valid', { errors: faults.slice(0, mostTold) });
  return {
    path,
    query: query.value,
    body: bodyOf(request, operation.body) as Call['body'],
    version: operation.isConditional ? quotedVersion(request) : '',
    by: visitor(response),
  };
}

function pathFaults(path: Call['path']): RequestFault[] {
  return (Object.entries(path) as [PathName, string][]).flatMap(([name, text]) => {
    const { schema } = pathParameters[name];
    return problemsOfPart(schema, schema === 'ordinal' ? asNumber(text) : text)
      .slice(0, 1)
      .map(({ problem }) => ({ parameter: name, detail: `${name} ${problem}.` }));
  });
}

function queryOf(request: Request, name: SchemaName): { value: object; faults: RequestFault[] } {
  const sent = new URL(request.originalUrl, 'http://localhost').searchParams;
  const known = propertiesOf(name);
  const faults: RequestFault[] = [];
  const value: Record<string, unknown> = {};
  for (const parameter of new Set(sent.keys())) {
    const [text = '', ...more] = sent.getAll(parameter);
    const property = known.get(parameter);
    if (!property)
      faults.push({ parameter: shown(parameter), detail: 'This address has no such parameter.' });
    else if (more.length > 0) faults.push({ parameter, detail: `${parameter} stands there more than once.` });
    else value[parameter] = property.type === 'integer' ? asNumber(text) : text;
  }
  // Of each parameter the first that is wrong.
  const all = [...faults, ...problemsOf(name, value).map(queryFault)];
  const first = new Map(all.toReversed().map((fault) => [fault.parameter, fault]));
  return { value, faults: [...first.values()].reverse() };
}

function queryFault({ at, problem }: SchemaProblem): RequestFault {
  const parameter = at.split('/')[1] ?? /required property '([^']+)'/.exec(problem)?.[1] ?? '';
  return { parameter, detail: at === '' ? `The query ${problem}.` : `${parameter} ${problem}.` };
}

/** What is no number in figures stays text, and so does not conform. */
function asNumber(text: string): number | string {
  return /^(0|[1-9]\d{0,8})$/.test(text) ? Number(text) : text;
}

function shown(text: string): string {
  return text.slice(0, 60).toWellFormed();
}

function bodyOf(request: Request, name: SchemaName | null): unknown {
  if (name === null) return null;
  const body: unknown = request.body;
  if (body === undefined) throw refusal('body-not-json');
  const problems = problemsOf(name, body);
  if (problems.length === 0) return body;
  const errors = problems.slice(0, mostTold).map(({ at, problem }) => ({ pointer: at, detail: problem }));
  throw refusal('body-not-valid', { errors });
}

/** The hash in `If-Match: "…"`; without one, or with `*`, nobody knows what was read. */
function quotedVersion(request: Request): string {
  const sent = (request.get('If-Match') ?? '*').trim();
  if (sent === '' || sent === '*')
    throw refusal('base-missing', {
      detail: 'Send the ETag that it was read with as If-Match.',
      errors: [{ header: 'If-Match', detail: 'If-Match names no version.' }],
    });
  const [, hash] = /^"([0-9a-f]{64})"$/.exec(sent) ?? [];
  if (!hash) throw refusal('version-moved');
  return hash;
}
