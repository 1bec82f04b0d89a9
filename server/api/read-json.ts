// Reads the JSON that a program sent, or refuses it: too large, no JSON, or a key twice in one object.
import express, { type RequestHandler } from 'express';
import { refusal } from '../errors.ts';
import { doubleKey } from './double-key.ts';

const readText = express.text({ type: 'application/json', limit: '2mb' });

/** `request.body` is the value afterwards; undefined where something other than JSON was sent. */
export const readJson: RequestHandler = (request, response, next) =>
  readText(request, response, (error?: unknown) => {
    if (error) return next(error);
    try {
      if (typeof request.body === 'string') request.body = parse(request.body);
      next();
    } catch (fault) {
      next(fault);
    }
  });

function parse(text: string): unknown {
  const key = doubleKey(text);
  if (key !== null)
    throw refusal('form-not-readable', {
      detail: `The key ${JSON.stringify(key)} stands twice in one object.`,
    });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw refusal('form-not-readable', { cause });
  }
}
