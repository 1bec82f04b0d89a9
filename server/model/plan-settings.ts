// What one employer chooses. A new plan begins with the common choices below and makes its own from there.
import type { CodeTable, PlanSettings } from '../../schemas/types.ts';
import { sections } from './sections.ts';

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
    procedure: { postingDays: null, comments: false, provisional: false },
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
