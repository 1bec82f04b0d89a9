// Changes what the employer chose: the settings as a whole, recorded as the next revision of the plan. They apply from
// today on; what has been decided or printed before stays as it is.
import type { PlanSettings } from '../../schemas/types.ts';
import { calendarDateAt } from '../model/calendar-date.ts';
import { faultsOfSettings } from '../model/plan-settings.ts';
import { canonicalJson } from '../model/revision-chain.ts';
import { writeAudit } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { planSettings } from '../store/plan.ts';
import { appendRevision } from '../store/record.ts';
import type { Acting } from './acting.ts';

export type SettingsOutcome =
  | { readonly outcome: 'changed'; readonly number: number; readonly changed: readonly string[] }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'no plan' }
  | { readonly outcome: 'invalid'; readonly faults: readonly string[] };

/** `value` is anything that was read from outside; only settings that conform are recorded. */
export async function changeSettings({ store, now, by }: Acting, value: unknown): Promise<SettingsOutcome> {
  const faults = faultsOfSettings(value);
  if (faults.length > 0) return { outcome: 'invalid', faults };
  const settings = value as PlanSettings;
  return store.transaction(async (transaction) => {
    const before = await planSettings(transaction);
    if (!before) return { outcome: 'no plan' };
    const changed = differences(before, settings);
    if (changed.length === 0) return { outcome: 'unchanged' };
    const { number } = await record(transaction, settings, now, by);
    const detail = { changed, number };
    await writeAudit(transaction, {
      at: now,
      personId: by,
      act: 'settings-changed',
      subject: 'plan',
      detail,
    });
    return { outcome: 'changed', ...detail };
  });
}

function differences(before: PlanSettings, after: PlanSettings): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)] as (keyof PlanSettings)[]);
  return [...names].filter(
    (name) => canonicalJson(before[name] ?? null) !== canonicalJson(after[name] ?? null),
  );
}

function record(store: Store, settings: PlanSettings, now: Date, by: string | null) {
  return appendRevision(store, {
    subject: 'plan',
    subjectId: 'plan',
    status: 'active',
    changes: ['amend'],
    effectiveOn: calendarDateAt(now, settings.timeZone),
    decidedOn: null,
    recordedAt: now.toISOString(),
    recordedBy: by ?? 'settings',
    action: null,
    events: [],
    body: settings,
  });
}
