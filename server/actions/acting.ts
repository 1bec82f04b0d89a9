// What every change to people is handed: the store, the instant, and who acts. An action is one transaction, with
// its entry in the audit.
import type { Store } from '../store/database.ts';

export interface Acting {
  readonly store: Store;
  readonly now: Date;
  /** The id of the person who acts; null where a command of the server's keeper does. */
  readonly by: string | null;
}
