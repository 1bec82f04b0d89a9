// What every page and action is handed: one plain argument, no globals. Tests pass a fake printer and a fixed clock.
import type { Printer } from './print/printer.ts';
import type { Store } from './store/database.ts';
import type { Views } from './views.ts';

export interface Clock {
  now(): Date;
}

export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface Tools {
  readonly store: Store;
  readonly printer: Printer;
  readonly views: Views;
  readonly clock: Clock;
  readonly log: Log;
}
