// Work raced against a signal: whichever comes first decides. The loser is left to end by itself, unheard.

export async function until<T>(work: Promise<T>, ender?: AbortSignal): Promise<T> {
  if (!ender) return work;
  const ended = Promise.withResolvers<never>();
  const end = (): void => ended.reject(reasonOf(ender));
  if (ender.aborted) end();
  ender.addEventListener('abort', end, { once: true });
  try {
    return await Promise.race([work, ended.promise]);
  } finally {
    ender.removeEventListener('abort', end);
  }
}

/** Aborts `ender` when `signal` does; forgotten as soon as `ender` is aborted. */
export function follow(ender: AbortController, signal: AbortSignal): void {
  if (signal.aborted) ender.abort(signal.reason);
  else
    signal.addEventListener('abort', () => ender.abort(signal.reason), { once: true, signal: ender.signal });
}

function reasonOf(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  return reason instanceof Error ? reason : new Error('Aborted', { cause: reason });
}
