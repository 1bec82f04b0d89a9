// /seal.svg or /seal.png: the employer's seal as an image. It is served so that nothing inside it can run.
import type { Request, Response } from 'express';
import { refusal } from '../errors.ts';
import type { Tools } from '../tools.ts';
import { planToday, sealPaths } from './page.ts';

export async function showSeal(tools: Tools, request: Request, response: Response): Promise<void> {
  const { settings } = await planToday(tools);
  if (!settings.seal || request.path !== sealPaths[settings.seal.mediaType])
    throw refusal('page-not-found', { detail: 'This plan has no such seal.' });
  response.set('Content-Security-Policy', "default-src 'none'; sandbox");
  response.set('Cache-Control', 'public, max-age=3600');
  response.type(settings.seal.mediaType).send(Buffer.from(settings.seal.base64, 'base64'));
}
