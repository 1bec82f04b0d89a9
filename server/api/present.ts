// The plan as the public API asks for it: on a date, with all that is recorded.
import type { CalendarDate } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import type { AsOf } from '../pages/as-of.ts';
import { type ClassFound, knownClass } from '../pages/class-text.ts';
import { planToday, shortened } from '../pages/page.ts';
import { classByCode } from '../store/classes.ts';
import { endOfTime } from '../store/record.ts';
import type { Tools } from '../tools.ts';

export async function planOn(tools: Tools, on: CalendarDate | undefined) {
  const plan = await planToday(tools);
  const { today, settings } = plan;
  const asOf: AsOf = { today, on: on ?? today, knownAt: endOfTime, timeZone: settings.timeZone };
  return { ...plan, asOf };
}

/** The class that has or had this code. */
export async function classFound(tools: Tools, code: string, on?: CalendarDate): Promise<ClassFound> {
  const { asOf, ...plan } = await planOn(tools, on);
  const found = await classByCode(tools.store, code, plan.today);
  if (!found) throw refusal('class-not-found', { detail: `Asked for: ${shortened(code)}.` });
  return knownClass(tools, plan, asOf, found);
}
