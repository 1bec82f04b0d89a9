// An instant as a person reads it: 'Nov 22, 2026, 8:00 AM', by the clocks of the plan.
import type { PlanSettings } from '../../schemas/types.ts';

export function momentIn(instant: string, { timeZone }: Pick<PlanSettings, 'timeZone'>): string {
  const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return format.format(new Date(instant));
}
