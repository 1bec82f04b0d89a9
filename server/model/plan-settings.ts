// What one employer chooses. A new plan begins with the common choices below and makes its own from there.
import type { CodeTable, PlanSettings } from '../../schemas/types.ts';
import { problemsOf } from '../schemas.ts';
import { sections } from './sections.ts';
import { procedures } from './workflow.ts';

/** The settings of a plan that has chosen nothing yet but its name. */
export function beginningSettings(employer: string): PlanSettings {
  return {
    employer,
    office: 'Office of Human Resources',
    language: 'en-US',
    timeZone: 'UTC',
    publicNotice: 'THIS IS A PUBLIC DOCUMENT',
    paper: 'letter',
    contact: null,
    seal: null,
    procedure: procedures.administrative,
    sections: sections.map(({ key, label }) => ({
      key,
      label,
      required: key === 'summary' || key === 'duties',
    })),
    codes: {
      occupationalGroup: empty(),
      flsa: table('Fair Labor Standards Act', [
        ['E', 'Exempt'],
        ['N', 'Nonexempt'],
      ]),
      eeo4: table('EEO-4 job category', [
        ['1', 'Officials and Administrators'],
        ['2', 'Professionals'],
        ['3', 'Technicians'],
        ['4', 'Protective Service Workers'],
        ['5', 'Paraprofessionals'],
        ['6', 'Administrative Support'],
        ['7', 'Skilled Craft Workers'],
        ['8', 'Service-Maintenance'],
      ]),
      bargainingUnit: empty(),
      soc: empty(),
      civilServiceStatus: empty(),
      physicalDemandLevel: table(null, [
        ['1', 'Sedentary'],
        ['2', 'Light'],
        ['3', 'Medium'],
        ['4', 'Heavy'],
        ['5', 'Very Heavy'],
      ]),
    },
  };
}

/** Why a value cannot be the settings of a plan, a sentence for each fault; none where it can. */
export function faultsOfSettings(value: unknown): string[] {
  const problems = problemsOf('plan-settings.schema.json', value);
  if (problems.length > 0)
    return [...missingKeys(value), ...problems.map(({ at, problem }) => `${at || 'The whole'} ${problem}.`)];
  const { timeZone } = value as PlanSettings;
  const zone = isTimeZone(timeZone) ? [] : [`/timeZone "${timeZone}" is no time zone that is known here.`];
  return [...missingKeys(value), ...zone];
}

/** With each key once and none missing, the schema's count of sections leaves no room for a second of any. */
function missingKeys(value: unknown): string[] {
  const given = (value as Partial<PlanSettings> | null)?.sections;
  if (!Array.isArray(given)) return [];
  const keys = new Set(given.map((each: { readonly key?: unknown } | null) => each?.key));
  return sections
    .filter(({ key }) => !keys.has(key))
    .map(({ key }) => `/sections must hold every section once, and "${key}" is missing.`);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

function empty(): CodeTable {
  return { scheme: null, values: [] };
}

function table(scheme: string | null, pairs: readonly (readonly [string, string])[]): CodeTable {
  return { scheme, values: pairs.map(([code, meaning]) => ({ code, meaning, explanation: null })) };
}

/** 'E' → 'Exempt' where the plan explains the code; null where it does not. */
export function meaningOf(codes: CodeTable, code: string): string | null {
  return codes.values.find((value) => value.code === code)?.meaning ?? null;
}
