// An answer for readers as it leaves, whole or in part, plain or compressed: its bytes, what they are, how long they may be
// kept. It can be given again as often as it is asked for. Law: each compressed form has an ETag of its own.
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';

export interface KeptAnswer {
  readonly headers: Readonly<Record<string, string>>;
  /** Without quotes. */
  readonly tag: string;
  readonly body: Buffer;
  /** Text gets smaller; a PDF or a ZIP is small already and may be asked for in parts. */
  readonly isText: boolean;
  /** Made when first asked for. */
  readonly compressed: Map<Encoding, Buffer>;
}

const encodings = ['br', 'gzip'] as const;
type Encoding = (typeof encodings)[number];

/** Below this a compressed answer is hardly smaller. */
const worthwhile = 1024;

const compress: Record<Encoding, (body: Buffer) => Buffer> = {
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => gzipSync(body),
};

/** A conditional request is answered 304 and a range of what is not compressed 206. */
export function give(request: Request, response: Response, answer: KeptAnswer): void {
  const encoding = encodingFor(request, answer);
  response.set(answer.headers);
  if (answer.isText) response.vary('Accept-Encoding');
  response.set('ETag', encoding ? `"${answer.tag}-${encoding}"` : `"${answer.tag}"`);
  if (request.fresh) {
    response.status(304).end();
  } else if (encoding) {
    response.set('Content-Encoding', encoding).send(compressedBody(answer, encoding));
  } else if (answer.isText) {
    response.send(answer.body);
  } else {
    giveRange(request, response, answer.body);
  }
}

/** How much memory it takes. */
export function sizeOf({ body, compressed }: KeptAnswer): number {
  return [...compressed.values()].reduce((sum, { length }) => sum + length, body.length);
}

function encodingFor(request: Request, { isText, body }: KeptAnswer): Encoding | null {
  if (!isText || body.length < worthwhile) return null;
  const accepted = request.acceptsEncodings([...encodings, 'identity']);
  return encodings.find((each) => each === accepted) ?? null;
}

function compressedBody({ body, compressed }: KeptAnswer, encoding: Encoding): Buffer {
  const made = compressed.get(encoding) ?? compress[encoding](body);
  compressed.set(encoding, made);
  return made;
}

/** Bytes, or the one range of them that was asked for; `If-Range` makes a stale range a whole answer. */
function giveRange(request: Request, response: Response, body: Buffer): void {
  response.set('Accept-Ranges', 'bytes');
  const wanted = wantedRange(request, response, body.length);
  if (wanted === 'unsatisfiable') {
    response
      .status(416)
      .set({ 'Content-Range': `bytes */${body.length}`, 'Cache-Control': 'no-store' })
      .end();
  } else if (wanted === 'whole') {
    response.send(body);
  } else {
    const { start, end } = wanted;
    response.status(206).set('Content-Range', `bytes ${start}-${end}/${body.length}`);
    response.send(body.subarray(start, end + 1));
  }
}

/** A suffix longer than the whole is the whole (RFC 9110, 14.1.2), which the parser takes for unsatisfiable. */
function wantedRange(request: Request, response: Response, size: number) {
  const condition = request.get('If-Range');
  if (request.method !== 'GET' || (condition && condition !== response.get('ETag'))) return 'whole';
  const suffix = /^bytes=-(\d+)$/.exec(request.get('Range') ?? '')?.[1];
  if (Number(suffix) >= size) return { start: 0, end: size - 1 };
  const ranges = request.range(size);
  if (ranges === -1) return 'unsatisfiable';
  if (!Array.isArray(ranges) || ranges.type !== 'bytes' || ranges.length !== 1) return 'whole';
  return ranges[0] ?? 'whole';
}
