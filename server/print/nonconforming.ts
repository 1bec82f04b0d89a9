// A document of ours that breaks the rules of structure. It is a fault: nobody outside can correct it, nothing of it is
// kept, and its message names for the log the first elements and the rules they break.
import type { Breach } from './structure.ts';

const named = 5;

export class Nonconforming extends Error {
  readonly breaches: readonly Breach[];

  constructor(title: string, breaches: readonly Breach[]) {
    const lines = breaches.slice(0, named).map(({ element, rule }) => `${element}: ${rule}`);
    const more = breaches.length > named ? ` And ${breaches.length - named} more.` : '';
    super(`“${title}” was printed, does not conform and is not kept. ${lines.join(' ')}${more}`);
    this.name = 'Nonconforming';
    this.breaches = breaches;
  }
}
