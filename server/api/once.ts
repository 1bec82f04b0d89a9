// A request that a program may repeat: under one Idempotency-Key it is carried out once, and whoever repeats it gets the
// first answer. What was refused did nothing, and leaves the key free.
import type { Request } from 'express';
import { Refusal, refusal } from '../errors.ts';
import { canonicalJson, sha256 } from '../model/revision-chain.ts';
import { freeKey, keepAnswer, takeKey } from '../store/idempotency-keys.ts';
import type { Tools } from '../tools.ts';
import type { Reply } from './operation.ts';

export async function once(
  { store, clock }: Tools,
  request: Request,
  holder: string,
  work: () => Promise<Reply>,
): Promise<Reply> {
  const key = { holder, key: keyOf(request) };
  const fingerprint = sha256(canonicalJson([request.method, request.path, request.body ?? null]));
  const first = await takeKey(store, key, fingerprint, clock.now());
  if (first && first.fingerprint !== fingerprint) throw refusal('key-used-otherwise');
  if (first?.answer === null) throw refusal('key-under-way', { retryAfterSeconds: 5 });
  if (first) return JSON.parse(first.answer) as Reply;
  try {
    const reply = await work();
    await keepAnswer(store, key, JSON.stringify(reply));
    return reply;
  } catch (error) {
    if (error instanceof Refusal) await freeKey(store, key);
    throw error;
  }
}

function keyOf(request: Request): string {
  const sent = request.get('Idempotency-Key') ?? '';
  // A structured field (RFC 8941) writes the key with quotes.
  const [, quoted, bare] = /^(?:"([A-Za-z0-9-]{1,200})"|([A-Za-z0-9-]{1,200}))$/.exec(sent) ?? [];
  const key = quoted ?? bare;
  if (key !== undefined) return key;
  throw refusal('key-missing', {
    errors: [{ header: 'Idempotency-Key', detail: 'Idempotency-Key is missing or of another form.' }],
  });
}
