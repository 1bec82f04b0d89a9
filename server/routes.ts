// The table of what people can do: method, path, who may, page. Reading it is reading the product.
import type { Request, Response } from 'express';
import type { May } from './access/may.ts';
import { showApiDocs } from './api/docs.ts';
import { showBrowse } from './pages/browse.ts';
import { showClasses } from './pages/class-list.ts';
import { showChanges } from './pages/changes.ts';
import { showCheckpoint } from './pages/checkpoint.ts';
import { showAccessibility } from './pages/accessibility.ts';
import { showCareers } from './pages/careers.ts';
import { showClass, showClassOnDate } from './pages/class.ts';
import { showClassCareer } from './pages/class-career.ts';
import { chooseComparison, showComparison } from './pages/compare.ts';
import { showClassHistory } from './pages/class-history.ts';
import { sendDictionary, sendPlanData, showData } from './pages/data.ts';
import { showActionsFeed, showClassFeed, showPlanFeed } from './pages/feeds.ts';
import type { Filled } from './pages/form.ts';
import { listActions } from './pages/action-list.ts';
import { listPublished, sendComment, showReceipt } from './pages/public-comment.ts';
import { sendNotice } from './pages/action-notice.ts';
import { showAction } from './pages/action.ts';
import { showGlossary } from './pages/glossary.ts';
import { showHealth, showReadiness } from './pages/health.ts';
import { showHome } from './pages/home.ts';
import {
  sendOwnPassword,
  sendRevokedToken,
  sendSignOutEverywhere,
  sendToken,
  showAccount,
} from './pages/manage/account.ts';
import { showAudit } from './pages/manage/audit.ts';
import { listPeople, sendNewPerson } from './pages/manage/people.ts';
import {
  sendDisable,
  sendEnable,
  sendPassword,
  sendRoles,
  sendSignOutPerson,
  showPerson,
} from './pages/manage/person.ts';
import { showManage } from './pages/manage/start.ts';
import { listRevisions } from './pages/revision-list.ts';
import { showReadingCopy } from './pages/reading-copy.ts';
import { showRevision } from './pages/revision.ts';
import { showSeal } from './pages/seal.ts';
import { compareClasses, compareLevels } from './pages/matrix.ts';
import { listSeries } from './pages/series-list.ts';
import { showSeries } from './pages/series.ts';
import { showSeriesStatements } from './pages/series-statements.ts';
import { showRobots, showSiteMap } from './pages/site-map.ts';
import { askToSignIn, sendSignIn } from './pages/sign-in.ts';
import { beginOidc, finishOidc } from './pages/sign-in-oidc.ts';
import { sendSignOut } from './pages/sign-out.ts';
import type { SchemaName } from './schemas.ts';
import { addChosen, removeChosen, showAddChanges } from './pages/manage/action-changes.ts';
import { openNewAction, showActionBoard, showNewAction } from './pages/manage/action-list.ts';
import { adoptAction, ratify, showAdoption, takeActionStep } from './pages/manage/action-steps.ts';
import { editInstrument, showStaffAction } from './pages/manage/action.ts';
import { saveDraftForm, showDraft } from './pages/manage/draft.ts';
import { listComments, sendModeration } from './pages/manage/comments.ts';
import { exportComments } from './pages/manage/comments-export.ts';
import { sendReopened, sendReply, sendResolved, sendThread, showThreads } from './pages/manage/threads.ts';
import { sendLift, sendSuppression, showCheck } from './pages/manage/check.ts';
import { showChecks } from './pages/manage/checks.ts';
import { removeChosenText } from './pages/manage/action-texts.ts';
import { showLibrary } from './pages/manage/library.ts';
import { sendNewText, sendText, showNewText, showTextForm } from './pages/manage/library-edit.ts';
import { showLibraryText } from './pages/manage/library-text.ts';
import { showSweep } from './pages/manage/sweep.ts';
import { sendDecisionForAll, sendDecisions, sendSweepStep } from './pages/manage/sweep-decisions.ts';
import { listSweeps } from './pages/manage/sweep-list.ts';
import { sendNewSweep, showNewSweep } from './pages/manage/sweep-new.ts';
import { showDraftRedline } from './pages/manage/redline.ts';
import { beginNewClass, showNewClass } from './pages/manage/new-class.ts';
import { sendNewLevel, showNewLevel } from './pages/manage/new-level.ts';
import { sendCompared, showCompareForm } from './pages/manage/compare.ts';
import { sendJobPosting, showJobPosting } from './pages/manage/job-posting.ts';
import { listReviews } from './pages/manage/reviews.ts';
import { sendNewSeries, sendSeries, showNewSeries, showSeriesForm } from './pages/manage/series-edit.ts';
import { sendStatementMend } from './pages/manage/statement-mend.ts';
import { listSeriesTools, proposeLevels, showSeriesTools } from './pages/manage/series-tools.ts';
import { sendDraftPdf } from './pages/manage/draft-pdf.ts';
import { sendPacket, sendStaffNotice } from './pages/manage/packet.ts';
import { sendDraftWord } from './pages/manage/draft-word.ts';
import { receiveDocument, showUpload } from './pages/manage/upload.ts';
import { sendConfirmed, showUploadReport } from './pages/manage/upload-report.ts';
import type { SentFile } from './pages/multipart.ts';
import { showSuggestions } from './pages/suggest.ts';
import { followShortAddress, showVerify } from './pages/verify.ts';
import type { Tools } from './tools.ts';

export type Page = (tools: Tools, request: Request, response: Response) => Promise<void>;
export type FormPage = (
  tools: Tools,
  request: Request,
  response: Response,
  form: Filled<SchemaName>,
) => Promise<void>;

/** Null where the form was sent without a file. */
export type FilePage = (
  tools: Tools,
  request: Request,
  response: Response,
  file: SentFile | null,
) => Promise<void>;

/** None where the form was sent without files. */
export type FilesPage = (
  tools: Tools,
  request: Request,
  response: Response,
  form: Filled<SchemaName>,
  files: readonly SentFile[],
) => Promise<void>;

interface Row {
  readonly path: string;
  /** Who may: a reader is anybody; otherwise one of the roles is enough. */
  readonly may: May;
}

/** A page that can be read. */
export interface Reading extends Row {
  readonly method: 'get';
  readonly page: Page;
}

/** Something that can be sent, in the form of a schema. */
export interface Sending extends Row {
  readonly method: 'post';
  readonly form: SchemaName;
  readonly takes: 'fields';
  readonly page: FormPage;
}

/** Files that can be sent, with the fields of a form beside them. */
export interface Gathering extends Row {
  readonly method: 'post';
  readonly form: SchemaName;
  readonly takes: 'files';
  readonly page: FilesPage;
}

/** A file that can be sent, alone in its form. */
export interface Receiving extends Row {
  readonly method: 'post';
  readonly form: null;
  readonly page: FilePage;
}

export type Route = Reading | Sending | Gathering | Receiving;

/** Express hands each page the parameters that its path names; the table is where that is stated. */
type ReadingPage = (tools: Tools, request: Request<never>, response: Response) => Promise<void>;
type SendingPage<N extends SchemaName> = (
  tools: Tools,
  request: Request<never>,
  response: Response,
  form: Filled<N>,
) => Promise<void>;

/** For anybody. */
function read(path: string, page: ReadingPage): Reading {
  return { method: 'get', path, may: 'reader', page: page as Page };
}

/** For some roles. */
function see(path: string, may: May, page: ReadingPage): Reading {
  return { method: 'get', path, may, page: page as Page };
}

function send<N extends SchemaName>(path: string, may: May, form: N, page: SendingPage<N>): Sending {
  return { method: 'post', path, may, form, takes: 'fields', page: page as unknown as FormPage };
}

function gather<N extends SchemaName>(
  path: string,
  may: May,
  form: N,
  page: (
    tools: Tools,
    request: Request<never>,
    response: Response,
    form: Filled<N>,
    files: readonly SentFile[],
  ) => Promise<void>,
): Gathering {
  return { method: 'post', path, may, form, takes: 'files', page: page as unknown as FilesPage };
}

function receive(
  path: string,
  may: May,
  page: (tools: Tools, request: Request<never>, response: Response, file: SentFile | null) => Promise<void>,
): Receiving {
  return { method: 'post', path, may, form: null, page: page as FilePage };
}

/** Everybody who has an account. */
const staff: May = ['manager', 'analyst', 'approver', 'administrator'];
const administrator: May = ['administrator'];
const analyst: May = ['analyst'];
const approver: May = ['approver'];
/** Those who take an action from step to step; each act has a role of its own. */
const desk: May = ['analyst', 'approver'];

export const routes: readonly Route[] = Object.freeze([
  read('/', showHome),
  read('/browse', showBrowse),
  read('/suggest.json', showSuggestions),
  read('/classes', showClasses),
  read('/classes.json', showClasses),
  read('/classes.csv', showClasses),
  read('/classes/:code', showClass),
  read('/classes/:code/revisions', listRevisions),
  read('/classes/:code/revisions/:number', showRevision),
  read('/classes/:code/revisions/:number/reading-copy.pdf', showReadingCopy),
  read('/classes/:code/compare', chooseComparison),
  read('/classes/:code/compare/:sides', showComparison),
  read('/classes/:code/history', showClassHistory),
  read('/classes/:code/history.json', showClassHistory),
  read('/classes/:code/history.txt', showClassHistory),
  read('/classes/:code/changes.atom', showClassFeed),
  read('/classes/:code/career', showClassCareer),
  read('/classes/:code/:date', showClassOnDate),
  read('/series', listSeries),
  read('/series/:id', showSeries),
  read('/series/:id/compare', compareLevels),
  read('/series/:id/compare.pdf', compareLevels),
  read('/series/:id/compare.csv', compareLevels),
  read('/series/:id/compare.json', compareLevels),
  read('/careers', showCareers),
  read('/compare', compareClasses),
  read('/compare.pdf', compareClasses),
  read('/compare.csv', compareClasses),
  read('/compare.json', compareClasses),
  read('/series/:id/statements', showSeriesStatements),
  read('/series/:id/statements.json', showSeriesStatements),
  read('/actions', listActions),
  read('/actions.atom', showActionsFeed),
  read('/actions/:number', showAction),
  read('/actions/:number/notice.pdf', sendNotice),
  read('/actions/:number/comments', listPublished),
  send('/actions/:number/comments', 'reader', 'form-public-comment.schema.json', sendComment),
  read('/actions/:number/comments/:comment', showReceipt),
  read('/changes', showChanges),
  read('/changes.atom', showPlanFeed),
  read('/changes.json', showChanges),
  read('/changes.csv', showChanges),
  read('/api/docs', showApiDocs),
  read('/data', showData),
  read('/data.json', showData),
  read('/data/plan.zip', sendPlanData),
  read('/data/data-dictionary.csv', sendDictionary),
  read('/sitemap.xml', showSiteMap),
  read('/robots.txt', showRobots),
  read('/glossary', showGlossary),
  read('/accessibility', showAccessibility),
  read('/checkpoint', showCheckpoint),
  read('/checkpoint.txt', showCheckpoint),
  read('/checkpoint.json', showCheckpoint),
  read('/verify', showVerify),
  read('/verify.json', showVerify),
  read('/v/:name', followShortAddress),
  read('/seal.svg', showSeal),
  read('/seal.png', showSeal),
  read('/sign-in', askToSignIn),
  read('/sign-in/oidc', beginOidc),
  read('/sign-in/oidc/return', finishOidc),
  send('/sign-in', 'reader', 'form-sign-in.schema.json', sendSignIn),
  send('/sign-out', staff, 'form-nothing.schema.json', sendSignOut),
  see('/manage', staff, showManage),
  see('/manage/actions', staff, showActionBoard),
  see('/manage/actions/new', analyst, showNewAction),
  send('/manage/actions/new', analyst, 'form-action-new.schema.json', openNewAction),
  see('/manage/actions/:number', staff, showStaffAction),
  send('/manage/actions/:number', analyst, 'form-action.schema.json', editInstrument),
  see('/manage/actions/:number/add', analyst, showAddChanges),
  send('/manage/actions/:number/changes', analyst, 'form-changes.schema.json', addChosen),
  see('/manage/actions/:number/new-class', analyst, showNewClass),
  send('/manage/actions/:number/new-class', analyst, 'form-new-class.schema.json', beginNewClass),
  see('/manage/actions/:number/changes/:classId', staff, showDraft),
  send('/manage/actions/:number/changes/:classId', analyst, 'form-draft.schema.json', saveDraftForm),
  see('/manage/actions/:number/changes/:classId/redline', staff, showDraftRedline),
  see('/manage/actions/:number/changes/:classId/redline.json', staff, showDraftRedline),
  see('/manage/actions/:number/changes/:classId/redline.txt', staff, showDraftRedline),
  see('/manage/actions/:number/changes/:classId/redline.pdf', staff, showDraftRedline),
  see('/manage/actions/:number/changes/:classId/redline.docx', staff, showDraftRedline),
  send('/manage/actions/:number/changes/:classId/remove', analyst, 'form-nothing.schema.json', removeChosen),
  see('/manage/actions/:number/changes/:classId/comments', staff, showThreads),
  send('/manage/actions/:number/changes/:classId/comments', staff, 'form-thread.schema.json', sendThread),
  send(
    '/manage/actions/:number/changes/:classId/comments/:thread',
    staff,
    'form-thread-reply.schema.json',
    sendReply,
  ),
  send(
    '/manage/actions/:number/changes/:classId/comments/:thread/resolve',
    desk,
    'form-thread-settling.schema.json',
    sendResolved,
  ),
  send(
    '/manage/actions/:number/changes/:classId/comments/:thread/reopen',
    desk,
    'form-thread-settling.schema.json',
    sendReopened,
  ),
  see('/manage/actions/:number/packet.pdf', staff, sendPacket),
  see('/manage/actions/:number/notice.pdf', staff, sendStaffNotice),
  see('/manage/actions/:number/comments.csv', staff, exportComments),
  see('/manage/actions/:number/comments.json', staff, exportComments),
  see('/manage/comments', staff, listComments),
  send('/manage/actions/:number/comments/:comment', desk, 'form-moderation.schema.json', sendModeration),
  send('/manage/actions/:number/steps', desk, 'form-action-step.schema.json', takeActionStep),
  send('/manage/actions/:number/adopt', approver, 'form-action-adopt.schema.json', adoptAction),
  send('/manage/actions/:number/ratify', approver, 'form-action-ratify.schema.json', ratify),
  see('/manage/actions/:number/changes/:classId/docx', staff, sendDraftWord),
  see('/manage/actions/:number/changes/:classId/draft.pdf', staff, sendDraftPdf),
  see('/manage/actions/:number/changes/:classId/upload', analyst, showUpload),
  receive('/manage/actions/:number/changes/:classId/upload', analyst, receiveDocument),
  see('/manage/actions/:number/changes/:classId/upload/:upload', analyst, showUploadReport),
  send(
    '/manage/actions/:number/changes/:classId/upload/:upload',
    analyst,
    'form-upload.schema.json',
    sendConfirmed,
  ),
  see('/manage/actions/:number/adoption', staff, showAdoption),
  see('/manage/checks', staff, showChecks),
  see('/manage/checks/:rule', staff, showCheck),
  send('/manage/checks/:rule/suppress', analyst, 'form-suppress-finding.schema.json', sendSuppression),
  send('/manage/checks/:rule/lift', analyst, 'form-lift-suppression.schema.json', sendLift),
  send(
    '/manage/actions/:number/texts/:subject/:id/remove',
    analyst,
    'form-nothing.schema.json',
    removeChosenText,
  ),
  see('/manage/sweeps', staff, listSweeps),
  send('/manage/sweeps', analyst, 'form-sweep.schema.json', sendNewSweep),
  see('/manage/sweeps/new', staff, showNewSweep),
  see('/manage/sweeps/:id', staff, showSweep),
  send('/manage/sweeps/:id/decisions', analyst, 'form-sweep-decisions.schema.json', sendDecisions),
  send('/manage/sweeps/:id/all', analyst, 'form-sweep-all.schema.json', sendDecisionForAll),
  send('/manage/sweeps/:id/steps', analyst, 'form-sweep-step.schema.json', sendSweepStep),
  see('/manage/library', staff, showLibrary),
  see('/manage/library/new', analyst, showNewText),
  send('/manage/library/new', analyst, 'form-shared-text.schema.json', sendNewText),
  see('/manage/library/:id', staff, showLibraryText),
  see('/manage/library/:id/edit', analyst, showTextForm),
  send('/manage/library/:id/edit', analyst, 'form-shared-text.schema.json', sendText),
  see('/manage/series', staff, listSeriesTools),
  see('/manage/series/new', analyst, showNewSeries),
  send('/manage/series/new', analyst, 'form-series.schema.json', sendNewSeries),
  see('/manage/series/:id/edit', analyst, showSeriesForm),
  send('/manage/series/:id/edit', analyst, 'form-series.schema.json', sendSeries),
  see('/manage/series/:id', staff, showSeriesTools),
  send('/manage/series/:id/levels', analyst, 'form-series-levels.schema.json', proposeLevels),
  send('/manage/series/:id/statements/mend', analyst, 'form-statement-mend.schema.json', sendStatementMend),
  see('/manage/series/:id/new-level', analyst, showNewLevel),
  send('/manage/series/:id/new-level', analyst, 'form-new-level.schema.json', sendNewLevel),
  see('/manage/reviews', staff, listReviews),
  see('/manage/classes/:code/job-posting', staff, showJobPosting),
  send('/manage/classes/:code/job-posting', staff, 'form-job-posting.schema.json', sendJobPosting),
  see('/manage/compare', staff, showCompareForm),
  gather('/manage/compare', staff, 'form-compare.schema.json', sendCompared),
  see('/manage/account', staff, showAccount),
  send('/manage/account/password', staff, 'form-own-password.schema.json', sendOwnPassword),
  send('/manage/account/sign-out-everywhere', staff, 'form-nothing.schema.json', sendSignOutEverywhere),
  send('/manage/account/tokens', staff, 'form-token.schema.json', sendToken),
  send('/manage/account/tokens/:token/revoke', staff, 'form-nothing.schema.json', sendRevokedToken),
  see('/manage/people', administrator, listPeople),
  send('/manage/people', administrator, 'form-add-person.schema.json', sendNewPerson),
  see('/manage/people/:id', administrator, showPerson),
  send('/manage/people/:id/roles', administrator, 'form-roles.schema.json', sendRoles),
  send('/manage/people/:id/password', administrator, 'form-new-password.schema.json', sendPassword),
  send('/manage/people/:id/disable', administrator, 'form-nothing.schema.json', sendDisable),
  send('/manage/people/:id/enable', administrator, 'form-nothing.schema.json', sendEnable),
  send(
    '/manage/people/:id/sign-out-everywhere',
    administrator,
    'form-nothing.schema.json',
    sendSignOutPerson,
  ),
  see('/manage/audit', administrator, showAudit),
  read('/healthz', showHealth),
  read('/readyz', showReadiness),
]);
