// The catalogue of findings, in the order in which they are told. Tests, pages and docs/findings.md walk it.
import type { Rule } from './rule.ts';
import { textIdentical, sharedDrift } from './rules/copies.ts';
import { dutyDuplicate, dutyNoVerb, percentTotal } from './rules/duties.ts';
import { degreeInflation } from './rules/education.ts';
import { codeDuplicate, codeTableEmpty, codeUnexplained } from './rules/codes.ts';
import { datesCrossed, establishedMissing, gradeUnknown, sectionMissing } from './rules/facts.ts';
import { executiveTest, overtimeSupervisor } from './rules/flsa.ts';
import { dateFuture, reviewOverdue } from './rules/dates.ts';
import { historyContradicts, historyMixedDates } from './rules/history.ts';
import { numberMismatch, textAbbreviation, textDamaged, textSpacing } from './rules/marks.ts';
import { noneBesideText, noneContradicted } from './rules/none.ts';
import { longSentence, readingLevel } from './rules/reading.ts';
import { educationFalls, gradeFalls, yearsFall } from './rules/rising-levels.ts';
import { seriesLevelGap, seriesNoBenchmark, seriesSameLevel, seriesUnknown } from './rules/series-places.ts';
import { seriesCount, seriesNames } from './rules/series-statements.ts';
import { referenceDead, siblingUnknown } from './rules/references.ts';
import { siblingDrift } from './rules/siblings.ts';
import { demandLeftover, demandLevelConflict, demandNoDuty } from './rules/demands.ts';
import { licenseNoDuty } from './rules/licenses.ts';
import { ageistWording, ableistWording, genderedWording, vagueWording } from './rules/wording.ts';

export const catalogue: readonly Rule[] = Object.freeze([
  seriesCount,
  seriesNames,
  seriesUnknown,
  seriesSameLevel,
  seriesLevelGap,
  seriesNoBenchmark,
  siblingUnknown,
  siblingDrift,
  referenceDead,
  gradeFalls,
  educationFalls,
  yearsFall,
  codeDuplicate,
  codeUnexplained,
  codeTableEmpty,
  gradeUnknown,
  establishedMissing,
  datesCrossed,
  historyContradicts,
  historyMixedDates,
  dateFuture,
  reviewOverdue,
  sectionMissing,
  noneBesideText,
  noneContradicted,
  numberMismatch,
  executiveTest,
  overtimeSupervisor,
  licenseNoDuty,
  demandNoDuty,
  demandLeftover,
  demandLevelConflict,
  degreeInflation,
  dutyDuplicate,
  dutyNoVerb,
  percentTotal,
  textIdentical,
  sharedDrift,
  genderedWording,
  ageistWording,
  ableistWording,
  vagueWording,
  longSentence,
  readingLevel,
  textAbbreviation,
  textDamaged,
  textSpacing,
]);

const byId = new Map(catalogue.map((rule) => [rule.id, rule]));

export function ruleById(id: string): Rule | null {
  return byId.get(id) ?? null;
}
