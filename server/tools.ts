// What every page and action is handed: one plain argument, no globals. Tests pass a fake printer and a fixed clock.
import type { Background } from './background.ts';
import type { Tries } from './model/tries.ts';
import type { IdentityProvider } from './oidc.ts';
import type { Printer } from './print/printer.ts';
import type { Checkpoints } from './store/checkpoints.ts';
import type { Store } from './store/database.ts';
import type { RecordWatch } from './store/record-watch.ts';
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
  /** The origin that the public uses, such as https://classes.example.gov; null where none is set. */
  readonly publicUrl: string | null;
  /** Signs the cookies of sessions. */
  readonly sessionSecret: string;
  /** The employer's own sign-in; null where none is set. */
  readonly provider: IdentityProvider | null;
  readonly tries: Tries;
  /** Comments of the public by address: each must allow one more. */
  readonly commentTries: readonly Tries[];
  /** Tokens of programs that open nothing, by address. */
  readonly tokenTries: Tries;
  /** The proxies in front whose word on a visitor's address is taken. */
  readonly trustedProxies: string;
  /** Work that goes on after an answer. */
  readonly background: Background;
  /** Signs the record as it stands. */
  readonly checkpoints: Checkpoints;
  /** What is known of the record since the start. */
  readonly recordWatch: RecordWatch;
}
