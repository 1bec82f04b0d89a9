// How much the tests do: npm test does what every change is held to, npm run test:long all that is worth doing before a release.
const isLong = process.env.TESTS === 'long';

/** What npm test takes of something, and what npm run test:long takes of it. */
export function effort<Short, Long>(short: Short, long: Long): Short | Long {
  return isLong ? long : short;
}

/** A test of npm run test:long alone: what it holds is held in a shorter way by another. */
export function longIt(title: string, body: (this: Mocha.Context) => void | Promise<void>): void {
  if (isLong) it(title, body);
}
