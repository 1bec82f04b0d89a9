// Two at a time, as the printer has tabs. The first failure stops both, and nothing goes on behind the back of
// whoever is told of it.

export async function inPairs<T>(
  entries: readonly T[],
  work: (entry: T) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  let next = 0;
  let hasFailed = false;
  const worker = async () => {
    for (
      let entry = entries[next++];
      entry !== undefined && !hasFailed && !signal?.aborted;
      entry = entries[next++]
    ) {
      try {
        await work(entry);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled([worker(), worker()]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
