// What a pay grade is paid, and that in words.
import type { CalendarDate } from '../../schemas/types.ts';
import { inWords } from './calendar-date.ts';

export interface PayRange {
  /** Of a year, in units of the currency. */
  readonly minimum: number;
  readonly maximum: number;
  /** Its ISO 4217 code: 'USD'. */
  readonly currency: string;
  /** The first day of the schedule that says so. */
  readonly since: CalendarDate;
}

/** '$98,000 to $140,000' */
export function payInWords({ minimum, maximum, currency }: PayRange): string {
  const money = new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 });
  return `${money.format(minimum)} to ${money.format(maximum)}`;
}

/** '$98,000 to $140,000 a year, schedule of July 1, 2026' */
export function yearlyPay(pay: PayRange): string {
  return `${payInWords(pay)} a year, schedule of ${inWords(pay.since)}`;
}
