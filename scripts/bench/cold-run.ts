// One task, once, in a process that was made for it: what the first reader after a start waits for.
import { readFileSync } from 'node:fs';
import { timeOf } from './timing.ts';
import type { InputOf, TaskName } from './tasks.ts';

const name = process.argv[2] as TaskName;
const input = JSON.parse(readFileSync(0, 'utf8')) as InputOf<TaskName>;
console.log(JSON.stringify(timeOf(name, input)));
