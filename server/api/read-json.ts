// Reads the JSON that a program sent, or refuses it: too large, no JSON, or a key twice in one object.
import express, { type RequestHandler } from 'express';
import { type Refusal, refusal } from '../errors.ts';
import { doubleKey } from './double-key.ts';

const types = ['application/json', 'application/merge-patch+json'];
const readText = express.text({ type: types, limit: '2mb' });

/** `request.body` is the value afterwards; undefined where something other than JSON was sent. */
export const readJson: RequestHandler = (request, response, next) =>
  readText(request, response, (error?: unknown) => {
    if (error) return next(refusalOf(error));
    try {
      if (typeof request.body === 'string') request.body = parse(request.body);
      next();
    } catch (fault) {
      next(fault);
    }
  });

/** Where body-parser could not read the text: too long, in no charset that it knows, or broken off. */
function refusalOf(cause: unknown): Refusal {
  const status = cause instanceof Error && 'status' in cause ? cause.status : null;
  if (status === 413) return refusal('body-too-large', { cause });
  return refusal(status === 415 ? 'body-not-json' : 'body-not-readable', { cause });
}

function parse(text: string): unknown {
  const key = doubleKey(text);
  if (key !== null)
    throw refusal('body-not-readable', {
      detail: `The key ${JSON.stringify(key)} stands twice in one object.`,
    });
  try {
    return JSON.parse(text, requireWellFormed);
  } catch (cause) {
    throw refusal('body-not-readable', { cause });
  }
}

/** Half a character (a lone surrogate) has no UTF-8, and so could not be kept as it was sent. */
function requireWellFormed(key: string, value: unknown): unknown {
  const isBroken = !key.isWellFormed() || (typeof value === 'string' && !value.isWellFormed());
  if (isBroken) throw new Error('A text holds half a character');
  return value;
}
