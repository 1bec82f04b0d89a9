// What a group of benchmarks tells. An aim is printed beside what was measured; nothing fails for it.

export interface Reading {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | '%' | '/s';
  /** How many times the yardstick of the same process; null where no time is told. */
  readonly ratio: number | null;
  readonly aim: string | null;
  readonly note: string | null;
}

export interface Measured {
  readonly readings: readonly Reading[];
  /** Lines for --verbose. */
  readonly details: readonly string[];
}

export interface Group {
  readonly title: string;
  /** `isHeldTold`: the details name the errors in the held half too, which ends its use for tuning. */
  readonly measure: (asked: { isHeldTold: boolean }) => Measured | Promise<Measured>;
}
