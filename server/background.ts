// Work that goes on after an answer has been given, such as the printing of an adoption. It is named, so that it is
// not begun twice, and it is told to stop when the server stops.

interface FaultLog {
  error(fields: object, message: string): void;
}

export interface Background {
  /** Begins the work unless work of this name is under way. A fault is logged; whoever waits sees it in the store. */
  begin(name: string, work: (signal: AbortSignal) => Promise<void>): void;
  isUnderWay(name: string): boolean;
  /** Resolves when no work is under way. */
  settled(): Promise<void>;
  /** Tells all work to stop and waits for it. */
  close(): Promise<void>;
}

export function makeBackground(log: FaultLog): Background {
  const stopping = new AbortController();
  const underWay = new Map<string, Promise<void>>();
  const settled = async () => {
    while (underWay.size > 0) await Promise.all(underWay.values());
  };
  return Object.freeze({
    begin(name: string, work: (signal: AbortSignal) => Promise<void>) {
      if (stopping.signal.aborted || underWay.has(name)) return;
      const done = work(stopping.signal)
        .catch((error: unknown) => {
          if (!stopping.signal.aborted)
            log.error({ err: error, work: name }, 'work in the background failed');
        })
        .finally(() => underWay.delete(name));
      underWay.set(name, done);
    },
    isUnderWay: (name: string) => underWay.has(name),
    settled,
    close: () => {
      stopping.abort();
      return settled();
    },
  });
}
