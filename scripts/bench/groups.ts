// The groups of npm run bench, by name. A new one is a file beside this and a line here.
import { compare } from './compare.ts';
import { print } from './print.ts';
import type { Group } from './reading.ts';
import { search } from './search.ts';
import { serve } from './serve.ts';

export const groups: Readonly<Record<string, Group>> = { compare, print, search, serve };
