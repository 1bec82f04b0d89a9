// The table of what programs can ask for and do. Reading it is reading the API.
import type { Role } from '../model/person.ts';
import { listActions, readAction } from './actions.ts';
import { listRevisions, readClass, readDiff, readRevision } from './class.ts';
import { listClasses, search } from './classes.ts';
import { addDraft, readDraft, removeDraft, writeDraft } from './draft.ts';
import { type Json, openApiDocument } from './openapi.ts';
import { operation, type Operation } from './operation.ts';
import { editInstrument, openNewAction, readPreparation } from './preparation.ts';
import { listEntries, sendExport } from './record.ts';
import { compareLevels, listSeries, readSeries } from './series.ts';
import { takeActionStep } from './step.ts';

/** Everybody who has an account. */
const staff: readonly [Role, ...Role[]] = ['manager', 'analyst', 'approver', 'administrator'];
const reading = { scope: 'drafts:read', may: staff } as const;
const drafting = { scope: 'drafts:write', may: ['analyst'] } as const;
const acting = { scope: 'actions:write', may: ['analyst'] } as const;
/** Each act has a role of its own. */
const deciding = { scope: 'actions:write', may: ['analyst', 'approver'] } as const;

const instrument = {
  title: 'Library series reviewed',
  reason: 'The duties of librarians have changed.',
  authority: 'Classification notice CN1960',
  effectiveOn: '2027-02-01',
};

export const operations: readonly Operation[] = Object.freeze([
  operation({
    ...{ id: 'listClasses', method: 'get', path: '/classes', tag: 'Classes', access: 'public' },
    summary: 'Classes in force on a date, narrowed by facts and words',
    query: 'query-classes.schema.json',
    answers: { 200: 'class-list.schema.json' },
    example: { path: '/classes?series=it-management&limit=5' },
    answer: listClasses,
  }),
  operation({
    ...{ id: 'readClass', method: 'get', path: '/classes/{code}', tag: 'Classes', access: 'public' },
    summary: 'The text of a class in force on a date, with its history and where it stands today',
    query: 'query-on.schema.json',
    answers: { 200: 'revision.schema.json' },
    refuses: ['class-not-found', 'not-yet-in-force'],
    example: { path: '/classes/CI2788?on=2024-07-01' },
    answer: readClass,
  }),
  operation({
    ...{ id: 'listRevisions', method: 'get', path: '/classes/{code}/revisions', tag: 'Classes' },
    access: 'public',
    summary: 'Every revision of a class, the latest first, without the texts',
    query: 'query-part.schema.json',
    answers: { 200: 'revision-list.schema.json' },
    refuses: ['class-not-found'],
    example: { path: '/classes/CI2788/revisions' },
    answer: listRevisions,
  }),
  operation({
    ...{ id: 'readRevision', method: 'get', path: '/classes/{code}/revisions/{n}', tag: 'Classes' },
    access: 'public',
    summary: 'One permanent revision; the answer never changes',
    answers: { 200: 'revision.schema.json' },
    refuses: ['class-not-found', 'revision-not-found'],
    example: { path: '/classes/CI2788/revisions/4' },
    answer: readRevision,
  }),
  operation({
    ...{ id: 'readDiff', method: 'get', path: '/classes/{code}/diff', tag: 'Classes', access: 'public' },
    summary: 'What changed between two revisions, or between the texts of two dates',
    query: 'query-diff.schema.json',
    answers: { 200: 'redline.schema.json' },
    refuses: ['class-not-found', 'revision-not-found', 'not-yet-in-force', 'class-abolished'],
    example: { path: '/classes/CI2788/diff?from=3&to=4' },
    answer: readDiff,
  }),
  operation({
    ...{ id: 'search', method: 'get', path: '/search', tag: 'Classes', access: 'public' },
    summary:
      'The classes in force on a date whose names, former ones too, or text fit the words, the best first',
    query: 'query-search.schema.json',
    answers: { 200: 'search-results.schema.json' },
    example: { path: '/search?q=network' },
    answer: search,
  }),
  operation({
    ...{ id: 'listSeries', method: 'get', path: '/series', tag: 'Series', access: 'public' },
    summary: 'The series of the plan on a date, each with its levels',
    query: 'query-part-on.schema.json',
    answers: { 200: 'series-list.schema.json' },
    example: { path: '/series?limit=3' },
    answer: listSeries,
  }),
  operation({
    ...{ id: 'readSeries', method: 'get', path: '/series/{id}', tag: 'Series', access: 'public' },
    summary: 'A series with its concept, and its levels from the lowest up',
    query: 'query-on.schema.json',
    answers: { 200: 'series-ladder.schema.json' },
    refuses: ['series-not-found'],
    example: { path: '/series/it-management' },
    answer: readSeries,
  }),
  operation({
    ...{ id: 'compareLevels', method: 'get', path: '/series/{id}/comparison', tag: 'Series' },
    access: 'public',
    summary: 'Levels of a series side by side, every passage aligned',
    query: 'query-comparison.schema.json',
    answers: { 200: 'comparison.schema.json' },
    refuses: ['series-not-found'],
    example: { path: '/series/it-management/comparison?levels=CI2787,CI2788&show=differences' },
    answer: compareLevels,
  }),
  operation({
    ...{ id: 'listActions', method: 'get', path: '/actions', tag: 'Actions', access: 'public' },
    summary: 'The actions that are decided or were ever posted',
    query: 'query-part.schema.json',
    answers: { 200: 'action-list.schema.json' },
    example: { path: '/actions?limit=5' },
    answer: listActions,
  }),
  operation({
    ...{ id: 'readAction', method: 'get', path: '/actions/{number}', tag: 'Actions', access: 'public' },
    summary: 'One action: what was decided, and what was posted',
    answers: { 200: 'public-action.schema.json' },
    refuses: ['action-not-found'],
    example: { path: '/actions/CN1746' },
    answer: readAction,
  }),
  operation({
    ...{ id: 'listEntries', method: 'get', path: '/changes', tag: 'Record', access: 'public' },
    summary: 'What the record took in since an entry or a day, in its order',
    query: 'query-record.schema.json',
    answers: { 200: 'record-entries.schema.json' },
    example: { path: '/changes?since=100&limit=5' },
    answer: listEntries,
  }),
  operation({
    ...{ id: 'exportPlan', method: 'get', path: '/export', tag: 'Record', access: 'public' },
    summary: 'Leads to the public part of the whole plan as one file',
    answers: { 302: null },
    example: { path: '/export' },
    answer: sendExport,
  }),
  operation({
    ...{ id: 'readDocument', method: 'get', path: '/openapi.json', tag: 'Record', access: 'public' },
    summary: 'This description as OpenAPI 3.1',
    answers: { 200: 'openapi' },
    example: { path: '/openapi.json' },
    answer: () => Promise.resolve({ status: 200, body: apiDocument() }),
  }),
  operation({
    ...{ id: 'openAction', method: 'post', path: '/actions', tag: 'Preparing', access: acting },
    summary: 'Open a classification action',
    body: 'new-action.schema.json',
    answers: { 201: 'preparation.schema.json' },
    refuses: ['step-not-possible'],
    example: { path: '/actions', body: { number: 'CN1960', ...instrument } },
    answer: openNewAction,
  }),
  operation({
    ...{ id: 'readPreparation', method: 'get', path: '/actions/{number}/preparation', tag: 'Preparing' },
    access: reading,
    summary: 'An action as those who prepare and decide it see it',
    answers: { 200: 'preparation.schema.json' },
    refuses: ['action-not-found'],
    example: { path: '/actions/CN1960/preparation' },
    answer: readPreparation,
  }),
  operation({
    ...{ id: 'editInstrument', method: 'patch', path: '/actions/{number}/preparation', tag: 'Preparing' },
    access: acting,
    summary: 'Change the words or the date of an action that is a draft',
    body: 'instrument-patch.schema.json',
    answers: { 200: 'preparation.schema.json' },
    refuses: ['action-not-found', 'step-not-possible'],
    isConditional: true,
    example: { path: '/actions/CN1960/preparation', body: { effectiveOn: '2027-03-01' } },
    answer: editInstrument,
  }),
  operation({
    ...{
      id: 'addDraft',
      method: 'post',
      path: '/actions/{number}/drafts',
      tag: 'Preparing',
      access: drafting,
    },
    summary: 'Take a change of a class, or a new class, into an action; 200 where it is held already',
    body: 'new-change.schema.json',
    answers: { 200: 'draft.schema.json', 201: 'draft.schema.json' },
    refuses: ['action-not-found', 'class-not-found', 'step-not-possible'],
    example: { path: '/actions/CN1960/drafts', body: { intent: 'change', classId: 'class-librarian' } },
    answer: addDraft,
  }),
  operation({
    ...{ id: 'readDraft', method: 'get', path: '/actions/{number}/drafts/{classId}', tag: 'Preparing' },
    access: reading,
    summary: 'The draft of a class in an action',
    answers: { 200: 'draft.schema.json' },
    refuses: ['change-not-found'],
    example: { path: '/actions/CN1960/drafts/class-librarian' },
    answer: readDraft,
  }),
  operation({
    ...{ id: 'writeDraft', method: 'put', path: '/actions/{number}/drafts/{classId}', tag: 'Preparing' },
    access: drafting,
    summary: 'Save a draft upon the version that was edited; what others saved meanwhile is merged',
    body: 'draft-body.schema.json',
    answers: { 200: 'draft.schema.json' },
    refuses: ['action-not-found', 'change-not-found', 'step-not-possible', 'base-unknown', 'stale-draft'],
    isConditional: true,
    example: {
      path: '/actions/CN1960/drafts/class-librarian',
      body: {
        specification: { code: 'CL4103', title: 'Librarian', series: null, sections: {}, additional: [] },
        effectiveOn: null,
        carry: null,
      },
    },
    answer: writeDraft,
  }),
  operation({
    ...{ id: 'removeDraft', method: 'delete', path: '/actions/{number}/drafts/{classId}', tag: 'Preparing' },
    access: drafting,
    summary: 'Take a change out of an action',
    answers: { 204: null },
    refuses: ['action-not-found', 'change-not-found', 'step-not-possible'],
    isConditional: true,
    example: { path: '/actions/CN1960/drafts/class-librarian' },
    answer: removeDraft,
  }),
  operation({
    ...{
      id: 'takeStep',
      method: 'post',
      path: '/actions/{number}/steps',
      tag: 'Preparing',
      access: deciding,
    },
    summary: 'Take a step: submit, return, post, reopen, withdraw, adopt or ratify',
    body: 'step-body.schema.json',
    answers: { 200: 'preparation.schema.json', 202: 'preparation.schema.json' },
    refuses: [
      ...(['action-not-found', 'step-not-possible', 'note-needed', 'own-change'] as const),
      ...(['not-adoptable', 'comments-open', 'threads-open', 'form-not-readable'] as const),
    ],
    isConditional: true,
    example: { path: '/actions/CN1960/steps', body: { act: 'submit', note: 'Ready for review.' } },
    answer: takeActionStep,
  }),
]);

let made: Json | null = null;

/** The table as OpenAPI 3.1. */
export function apiDocument(): Json {
  return (made ??= openApiDocument(operations));
}
