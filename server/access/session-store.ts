// express-session's store over the sessions of the database. A session belongs to a person only by its row, which
// signing in writes; here it is found, kept alive and ended.
import session, { type SessionData } from 'express-session';
import { endOfSession } from '../model/session-span.ts';
import type { Store } from '../store/database.ts';
import { addSession, changeSession, endSession, findSession } from '../store/sessions.ts';
import type { Clock } from '../tools.ts';

type Done = (error?: unknown) => void;

/** An hour's idleness is counted in whole minutes, so that not every request is a write. */
const idleStep = 60_000;

export class SessionStore extends session.Store {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor({ store, clock }: { store: Store; clock: Clock }) {
    super();
    this.#store = store;
    this.#clock = clock;
  }

  override get(id: string, done: (error: unknown, found?: SessionData | null) => void): void {
    answer(this.#get(id), done);
  }

  override set(id: string, data: SessionData, done: Done = () => {}): void {
    answer(this.#set(id, data), done);
  }

  override touch(id: string, data: SessionData, done: Done = () => {}): void {
    answer(this.#touch(id, data), done);
  }

  override destroy(id: string, done: Done = () => {}): void {
    answer(endSession(this.#store, id), done);
  }

  async #get(id: string): Promise<SessionData | null> {
    const kept = await findSession(this.#store, id, this.#clock.now());
    if (!kept) return null;
    const { pending } = JSON.parse(kept.body) as Partial<SessionData>;
    return {
      cookie: { originalMaxAge: null },
      ...(pending && { pending }),
      ...(kept.personId !== null && { personId: kept.personId }),
      beganAt: kept.createdAt,
      keptUntil: kept.expiresAt,
    } as SessionData;
  }

  async #set(id: string, { pending, personId, beganAt }: SessionData): Promise<void> {
    const now = this.#clock.now();
    const createdAt = beganAt ?? now.toISOString();
    const expiresAt = endOfSession(createdAt, now);
    const body = JSON.stringify({ pending });
    const isKept = await changeSession(this.#store, id, { body, expiresAt });
    // What has ended meanwhile stays ended; only a session of nobody begins here.
    if (isKept || personId !== undefined || beganAt !== undefined) return;
    await addSession(this.#store, id, { personId: null, body, createdAt, expiresAt });
  }

  async #touch(id: string, { beganAt, keptUntil }: SessionData): Promise<void> {
    if (beganAt === undefined || keptUntil === undefined) return;
    const expiresAt = endOfSession(beganAt, this.#clock.now());
    if (Date.parse(expiresAt) - Date.parse(keptUntil) < idleStep) return;
    await changeSession(this.#store, id, { expiresAt });
  }
}

function answer<T>(work: Promise<T>, done: (error: unknown, found?: T) => void): void {
  work.then(
    (found) => done(null, found),
    (error: unknown) => done(error),
  );
}
