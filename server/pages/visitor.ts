// Who is asking. A reader is anybody; somebody who signed in is a person with roles.
import type { Response } from 'express';
import type { Person } from '../model/person.ts';

/** The person who signed in; null for a reader. */
export function visitor(response: Response): Person | null {
  return (response.locals.visitor as Person | undefined) ?? null;
}

/** The person behind a request that only people who signed in may send; the table of routes lets nobody else in. */
export function staff(response: Response): Person {
  const person = visitor(response);
  if (!person) throw new Error('This page is for people who signed in; its route must say which');
  return person;
}

export function setVisitor(response: Response, person: Person | null): void {
  response.locals.visitor = person ?? undefined;
}
