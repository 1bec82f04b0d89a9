// How long a session lasts: an hour without a request ends it, and a working day ends it anyway.

export const idleMinutes = 60;
export const absoluteHours = 12;

/** The instant at which a session ends if no request comes any more. */
export function endOfSession(beganAt: string, now: Date): string {
  const idle = now.getTime() + idleMinutes * 60_000;
  const absolute = new Date(beganAt).getTime() + absoluteHours * 3_600_000;
  return new Date(Math.min(idle, absolute)).toISOString();
}
