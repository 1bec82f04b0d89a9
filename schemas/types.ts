// Generated from schemas/*.schema.json by `npm run types`. Not to be edited by hand.

/**
 * The number of a classification action, as printed: CN1746, 2026-014.
 */
export type ActionNumber = string;
/**
 * One line of text.
 */
export type Line = string;
/**
 * taken back: posted once, and being amended.
 */
export type ActionStanding = 'posted' | 'taken back' | 'withdrawn' | 'provisional' | 'adopted';
/**
 * A day of the calendar, YYYY-MM-DD; never an instant.
 */
export type CalendarDate = string;
/**
 * What a specification must have before it may be adopted. Which further sections are required is the plan's choice and is a rule in the code.
 */
export type AdoptableSpecification = Specification & {
  code: string;
  title: string;
  sections?: {};
};
/**
 * The code of a class, as printed: CI2788, 0254, CO-0174.
 */
export type ClassCode = string;
/**
 * A short lower-case identifier that may stand in an address.
 */
export type Slug = string;
/**
 * A section of text, list or terms, or an explicit none.
 */
export type Prose = WrittenProse | None;
/**
 * The unit of text: a paragraph, a list item, a term or a clause.
 */
export type Block = Paragraph | Item | Term | Clause;
/**
 * The lasting name of a block within its specification. It survives moves and rewording.
 */
export type BlockId = string;
/**
 * Plain running text without line breaks or mark-up.
 */
export type Text = string;
/**
 * @minItems 1
 * @maxItems 1000
 */
export type Blocks = Block[];
export type CodedLevel = WrittenCodedLevel | None;
export type Period = WrittenPeriod | None;
/**
 * A date as precise as it is known: YYYY-MM-DD, YYYY-MM or YYYY. Its length is its precision.
 */
export type PartialDate = string;
/**
 * A SHA-256 in lower-case hexadecimal.
 */
export type Hash = string;
export type EventKind =
  | 'established'
  | 'revised'
  | 'regraded'
  | 'retitled'
  | 'recoded'
  | 'moved'
  | 'corrected'
  | 'abolished'
  | 'other';
/**
 * The history of a class: every event of every revision, in the order of the record.
 */
export type ClassHistory = ClassHistoryEntry[];
/**
 * abolished: from its effective date on, this revision ends the class.
 */
export type Status = 'active' | 'abolished';
/**
 * A short lower-case identifier that may stand in an address.
 */
export type Slug1 = string;
/**
 * The code of a class, as printed: CI2788, 0254, CO-0174.
 */
export type ClassCode1 = string;
/**
 * One line of text.
 */
export type Line1 = string;
/**
 * A day of the calendar, YYYY-MM-DD; never an instant.
 */
export type CalendarDate1 = string;
/**
 * A short lower-case identifier that may stand in an address.
 */
export type Slug2 = string;
/**
 * abolished: from its effective date on, this revision ends the class.
 */
export type Status1 = 'active' | 'abolished';
/**
 * A day of the calendar, YYYY-MM-DD; never an instant.
 */
export type CalendarDate2 = string;
/**
 * When the record took it in.
 */
export type Instant = string;
/**
 * The code of a class, as printed: CI2788, 0254, CO-0174.
 */
export type ClassCode2 = string;
/**
 * One line of text.
 */
export type Line2 = string;
/**
 * A SHA-256 in lower-case hexadecimal.
 */
export type Hash1 = string;
/**
 * One line of text.
 */
export type Line3 = string;
/**
 * A day of the calendar, YYYY-MM-DD; never an instant.
 */
export type CalendarDate3 = string;
/**
 * What it is a revision of.
 */
export type DataTextSubject = 'series' | 'shared-text' | 'pay-schedule';
/**
 * A short lower-case identifier that may stand in an address.
 */
export type Slug3 = string;
/**
 * abolished: from its effective date on, this revision ends the class.
 */
export type Status2 = 'active' | 'abolished';
/**
 * A day of the calendar, YYYY-MM-DD; never an instant.
 */
export type CalendarDate4 = string;
/**
 * When the record took it in.
 */
export type Instant1 = string;
/**
 * A SHA-256 in lower-case hexadecimal.
 */
export type Hash2 = string;
export type ChangeKind =
  'create' | 'amend' | 'retitle' | 'recode' | 'regrade' | 'move' | 'correct' | 'abolish' | 'import';
export type TextSubject = 'series' | 'shared-text';
export type ClassDecision = 'change' | 'keep';
export type RoleName = 'manager' | 'analyst' | 'approver' | 'administrator';
export type ChangeIntent = 'create' | 'change' | 'correct' | 'abolish';
/**
 * A short lower-case identifier that may stand in an address.
 */
export type Slug4 = string;
/**
 * The lasting name of a block within its specification. It survives moves and rewording.
 */
export type BlockId1 = string;
/**
 * A short lower-case identifier that may stand in an address.
 */
export type Slug5 = string;
/**
 * Words that no class uses, with those they were taken for.
 */
export type Corrected = CorrectedWord[];
export type SourceEncoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'windows-1252' | 'Word';
export type SectionKey =
  | 'summary'
  | 'distinguishing'
  | 'duties'
  | 'competencies'
  | 'knowledgeSkills'
  | 'supervisionReceived'
  | 'supervisionExercised'
  | 'education'
  | 'experience'
  | 'equivalency'
  | 'desirable'
  | 'licensure'
  | 'workingEnvironment'
  | 'physicalDemandLevel'
  | 'physicalDemands'
  | 'backgroundChecks'
  | 'assessment'
  | 'probation'
  | 'details';
export type ReadState = 'text' | 'none' | 'empty';
export type Place =
  TitlePlace | LetterheadPlace | RulePlace | FactsPlace | HeadingPlace | ValuePlace | BlockPlace;
export type FactField =
  | 'title'
  | 'code'
  | 'payGrade'
  | 'flsa'
  | 'eeo4'
  | 'bargainingUnit'
  | 'soc'
  | 'occupationalGroup'
  | 'benchmark'
  | 'civilServiceStatus'
  | 'establishedOn'
  | 'establishedBy'
  | 'revisedOn'
  | 'revisedBy'
  | 'history'
  | 'other';
/**
 * Plain running text without line breaks or mark-up.
 */
export type Text1 = string;
/**
 * One line of text.
 */
export type Line4 = string;
/**
 * Plain running text without line breaks or mark-up.
 */
export type Text2 = string;
/**
 * One line of text.
 */
export type Line5 = string;
/**
 * A change that an action takes in: of a class that exists, beginning with its text in force, or a new class with its text.
 */
export type NewChange = ChangedClassIntent | NewClassIntent;
export type DocumentKind = 'specification';
/**
 * A moment in UTC, ISO 8601 with milliseconds and Z.
 */
export type Instant2 = string;
/**
 * One line of a plan as a bundle (JSON Lines, each line canonical JSON): first the plan, then every entry of the record in order, then every official PDF in the order of the entries that seal them.
 */
export type PlanBundleLine = BundledPlan | BundledEntry | BundledDocument;
export type BundledSubject =
  'class' | 'series' | 'plan' | 'shared-text' | 'pay-schedule' | 'action' | 'official-document';
export type Narrowing =
  'create' | 'abolish' | 'regrade' | 'retitle' | 'recode' | 'move' | 'amend' | 'correct' | 'import' | 'none';
export type AmendedSection = SectionKey | 'additional';
export type ChangedSubject = 'class' | 'series' | 'pay-schedule' | 'shared-text' | 'plan';
/**
 * Plain words of this employer with the words of its titles that they stand for, beside those that come with the program.
 *
 * @maxItems 1000
 */
export type Synonyms = Synonym[];
/**
 * Plain running text without line breaks or mark-up.
 */
export type Text3 = string;
/**
 * One line of text.
 */
export type Line6 = string;
export type ActionStep = 'draft' | 'in review' | 'posted' | 'provisional' | 'adopted' | 'withdrawn';
/**
 * A SHA-256 in lower-case hexadecimal.
 */
export type Hash3 = string;
/**
 * A day of the calendar, YYYY-MM-DD; never an instant.
 */
export type CalendarDate5 = string;
/**
 * A day of the calendar, YYYY-MM-DD; never an instant.
 */
export type CalendarDate6 = string;
/**
 * A day of the calendar, YYYY-MM-DD; never an instant.
 */
export type CalendarDate7 = string;
/**
 * A day of the calendar, YYYY-MM-DD; never an instant.
 */
export type CalendarDate8 = string;
/**
 * A day of the calendar, YYYY-MM-DD; never an instant.
 */
export type CalendarDate9 = string;
/**
 * A day of the calendar, YYYY-MM-DD; never an instant.
 */
export type CalendarDate10 = string;
export type EntrySubject = 'class' | 'series' | 'shared-text' | 'pay-schedule' | 'action';
export type Runs = PublishedRun[];
/**
 * corrected: another revision took its place before it applied.
 */
export type StandingKind = 'in force' | 'superseded' | 'not yet effective' | 'corrected' | 'abolished';
/**
 * 'None', or the blocks: a string is a paragraph in a section of text and an item in a list; {shared} takes a shared text; {item, sub} nests; {term, text} defines.
 */
export type SampleProse = 'None' | SampleBlock[];
export type SampleBlock =
  | string
  | {
      shared: Slug;
    }
  | {
      item: string;
      /**
       * @minItems 1
       */
      sub: string[];
    }
  | {
      term: Line;
      text: Text;
    };
/**
 * A step of an action. What it is taken upon is named by If-Match.
 */
export type StepBody = PassingStep | PostingStep | AdoptingStep | RatifyingStep;
/**
 * A day of the calendar, YYYY-MM-DD; never an instant.
 */
export type CalendarDate11 = string;
/**
 * One line of text.
 */
export type Line7 = string;
/**
 * A day of the calendar, YYYY-MM-DD; never an instant.
 */
export type CalendarDate12 = string;
/**
 * @maxItems 1000
 */
export type Synonyms2 = Synonym[];
/**
 * official: the bytes of an official PDF. altered: a file that names a revision and is not its official PDF. unknown: no official PDF has this hash. named: no hash was asked for.
 */
export type CopyKind = 'official' | 'altered' | 'unknown' | 'named';

export interface Schemas {
  'action-list.schema.json': ActionList;
  'adoptable-specification.schema.json': AdoptableSpecification;
  'catalog.schema.json': Catalog;
  'checkpoint.schema.json': PublishedCheckpoint;
  'class-history.schema.json': ClassHistory;
  'class-list.schema.json': ClassList;
  'common.schema.json': Common;
  'comparison.schema.json': Comparison;
  'data-class.schema.json': DataClass;
  'data-manifest.schema.json': DataManifest;
  'data-text.schema.json': DataText;
  'decided-action.schema.json': DecidedAction;
  'demonstration-people.schema.json': DemonstrationPeople;
  'draft-body.schema.json': DraftBody;
  'draft.schema.json': PublishedDraft;
  'form-action-adopt.schema.json': ActionAdoptForm;
  'form-action-new.schema.json': NewActionForm;
  'form-action-ratify.schema.json': ActionRatifyForm;
  'form-action-step.schema.json': ActionStepForm;
  'form-action.schema.json': ActionForm;
  'form-add-person.schema.json': AddPersonForm;
  'form-changes.schema.json': ChangesForm;
  'form-compare.schema.json': CompareForm;
  'form-draft.schema.json': DraftForm;
  'form-job-posting.schema.json': JobPostingForm;
  'form-lift-suppression.schema.json': LiftSuppressionForm;
  'form-moderation.schema.json': ModerationForm;
  'form-new-class.schema.json': NewClassForm;
  'form-new-level.schema.json': NewLevelForm;
  'form-new-password.schema.json': NewPasswordForm;
  'form-nothing.schema.json': NothingForm;
  'form-own-password.schema.json': OwnPasswordForm;
  'form-public-comment.schema.json': PublicCommentForm;
  'form-roles.schema.json': RolesForm;
  'form-series-levels.schema.json': SeriesLevelsForm;
  'form-series.schema.json': SeriesForm;
  'form-shared-text.schema.json': SharedTextForm;
  'form-sign-in.schema.json': SignInForm;
  'form-statement-mend.schema.json': StatementMendForm;
  'form-suppress-finding.schema.json': SuppressFindingForm;
  'form-sweep-all.schema.json': SweepAllForm;
  'form-sweep-decisions.schema.json': SweepDecisionsForm;
  'form-sweep-step.schema.json': SweepStepForm;
  'form-sweep.schema.json': SweepForm;
  'form-thread-reply.schema.json': ThreadReplyForm;
  'form-thread-settling.schema.json': ThreadSettlingForm;
  'form-thread.schema.json': ThreadForm;
  'form-token.schema.json': TokenForm;
  'form-upload.schema.json': UploadForm;
  'found-classes.schema.json': FoundClassList;
  'glossary.schema.json': Glossary;
  'history-event.schema.json': HistoryEvent;
  'import-report.schema.json': ImportReport;
  'instrument-patch.schema.json': InstrumentPatch;
  'list-page.schema.json': ListPage;
  'neighbour-text.schema.json': NeighbourText;
  'new-action.schema.json': NewAction;
  'new-change.schema.json': NewChange;
  'official-document.schema.json': OfficialDocument;
  'pay-schedule.schema.json': PaySchedule;
  'plan-bundle-line.schema.json': PlanBundleLine;
  'plan-changes.schema.json': PlanChanges;
  'plan-settings.schema.json': PlanSettings;
  'preparation.schema.json': Preparation;
  'problem.schema.json': Problem;
  'public-action.schema.json': PublicAction;
  'published-series.schema.json': PublishedSeries;
  'query-classes.schema.json': ClassesQuery;
  'query-comparison.schema.json': ComparisonQuery;
  'query-diff.schema.json': DiffQuery;
  'query-nothing.schema.json': NoQuery;
  'query-on.schema.json': DateQuery;
  'query-part-on.schema.json': DatedPartQuery;
  'query-part.schema.json': PartQuery;
  'query-record.schema.json': RecordQuery;
  'query-search.schema.json': SearchQuery;
  'record-entries.schema.json': RecordEntries;
  'redline.schema.json': PublishedRedline;
  'revision-list.schema.json': RevisionList;
  'revision.schema.json': Revision;
  'sample-actions.schema.json': SampleActions;
  'sample-class.schema.json': SampleClass;
  'search-results.schema.json': SearchResults;
  'series-ladder.schema.json': SeriesLadder;
  'series-list.schema.json': SeriesList;
  'series-statements.schema.json': SeriesStatements;
  'series.schema.json': Series;
  'shared-text.schema.json': SharedText;
  'specification.schema.json': Specification;
  'step-body.schema.json': StepBody;
  'synonyms.schema.json': Synonyms1;
  'verification.schema.json': Verification;
}
/**
 * A part of the actions that are decided or were ever posted: first those that are not decided, then by the date of the decision, the latest first.
 */
export interface ActionList {
  data: ActionSummary[];
  page: ListPage;
}
export interface ActionSummary {
  number: ActionNumber;
  title: Line;
  standing: ActionStanding;
  commentsUntil: CalendarDate | null;
  decidedOn: CalendarDate | null;
}
/**
 * Where a part of a list stands in the whole.
 */
export interface ListPage {
  /**
   * At most so many entries are in one part.
   */
  limit: number;
  /**
   * What to send as cursor for the next part; null at the end.
   */
  nextCursor: string | null;
  /**
   * How many entries the whole list has.
   */
  total: number;
}
/**
 * The official text of a class. This is the measure for what may be saved as a draft; adoptable-specification is the measure for what may be adopted. A section that is absent is not yet written.
 */
export interface Specification {
  code: ClassCode | null;
  title: string;
  series: Placement | null;
  sections: Sections;
  /**
   * Whatever a document has that no canonical section takes, under its own heading.
   *
   * @maxItems 100
   */
  additional: AdditionalSection[];
}
/**
 * The place of the class in a series: level 1 is the lowest.
 */
export interface Placement {
  id: Slug;
  level: number;
}
export interface Sections {
  summary?: Prose;
  distinguishing?: Prose;
  duties?: Prose;
  competencies?: Prose;
  knowledgeSkills?: Prose;
  supervisionReceived?: Prose;
  supervisionExercised?: Prose;
  education?: Prose;
  experience?: Prose;
  equivalency?: Prose;
  desirable?: Prose;
  licensure?: Prose;
  workingEnvironment?: Prose;
  physicalDemandLevel?: CodedLevel;
  physicalDemands?: Prose;
  backgroundChecks?: Prose;
  assessment?: Prose;
  probation?: Period;
  details?: Details;
}
export interface WrittenProse {
  state: 'text';
  blocks: Blocks;
}
export interface Paragraph {
  id: BlockId;
  kind: 'paragraph';
  text: Text;
}
/**
 * A list item; level 2 is nested under the level 1 item before it.
 */
export interface Item {
  id: BlockId;
  kind: 'item';
  level: 1 | 2;
  text: Text;
  /**
   * The part of working time that a duty takes, in percent; absent where it is not stated.
   */
  percentOfTime?: number;
}
/**
 * A term with its definition. sharedId names the shared text it was taken from; the wording is frozen here.
 */
export interface Term {
  id: BlockId;
  kind: 'term';
  term: Line;
  text: Text;
  sharedId?: Slug;
}
/**
 * Standing text that belongs to the section without being one of its entries, such as 'performs other related duties'.
 */
export interface Clause {
  id: BlockId;
  kind: 'clause';
  text: Text;
  sharedId?: Slug;
}
/**
 * The section says that there is none. wording keeps a form other than 'None'.
 */
export interface None {
  state: 'none';
  wording?: Line;
}
/**
 * A coded value with the meaning it had when this text was written.
 */
export interface WrittenCodedLevel {
  state: 'text';
  code: Line | null;
  meaning: Line;
}
/**
 * A length of time as written, and as a number with its unit where it can be read.
 */
export interface WrittenPeriod {
  state: 'text';
  length: number | null;
  unit: 'hours' | 'days' | 'weeks' | 'months' | 'years' | null;
  text: Text;
}
/**
 * The table of facts that closes a specification. Codes are kept as written; their meanings are in the plan's settings.
 */
export interface Details {
  state: 'text';
  payGrade?: Line;
  flsa?: Line;
  eeo4?: Line;
  bargainingUnit?: Line;
  soc?: Line;
  occupationalGroup?: Line;
  benchmark?: boolean;
  civilServiceStatus?: Line;
  establishedOn?: PartialDate;
  establishedBy?: Line;
  revisedOn?: PartialDate;
  revisedBy?: Line;
  /**
   * Labelled facts that no field above takes.
   *
   * @maxItems 50
   */
  other?: LabelledFact[];
}
export interface LabelledFact {
  label: Line;
  text: Text;
}
export interface AdditionalSection {
  id: BlockId;
  heading: Line;
  blocks: Blocks;
}
/**
 * The catalogue of the open data at /data.json: the part of DCAT-US 3.0 that it uses, as narrow as it uses it.
 */
export interface Catalog {
  /**
   * What the names below mean, so that the catalogue is JSON-LD too.
   */
  '@context': {};
  '@id': string;
  '@type': 'Catalog';
  title: string;
  description: string;
  conformsTo: CatalogStandard;
  publisher: CatalogOrganization;
  contactPoint: CatalogContact[];
  homepage: CatalogDocument;
  language: string[];
  modified: string;
  /**
   * @minItems 1
   */
  dataset: CatalogDataset[];
}
export interface CatalogStandard {
  '@type': 'Standard';
  title: string;
}
export interface CatalogOrganization {
  '@type': 'Organization';
  name: string;
  subOrganizationOf?: CatalogOrganization[];
}
export interface CatalogContact {
  '@type': 'Kind';
  fn: string;
  hasEmail: string;
}
export interface CatalogDocument {
  '@type': 'Document';
  title: string;
  accessURL: string;
}
export interface CatalogDataset {
  '@id': string;
  '@type': 'Dataset';
  identifier: string;
  title: string;
  description: string;
  publisher: CatalogOrganization;
  contactPoint: CatalogContact[];
  landingPage: CatalogDocument;
  keyword: string[];
  language: string[];
  accessRights: 'public';
  rights: string[];
  accrualPeriodicity: 'irregular';
  modified: string;
  version: string;
  describedBy?: CatalogDistribution;
  /**
   * @minItems 1
   */
  distribution: CatalogDistribution[];
}
export interface CatalogDistribution {
  '@type': 'Distribution';
  title: string;
  description?: string;
  downloadURL: string;
  mediaType: string;
  /**
   * A number of bytes, as text.
   */
  byteSize?: string;
  checksum?: CatalogChecksum;
  license: string;
  modified?: string;
}
export interface CatalogChecksum {
  '@type': 'Checksum';
  algorithm: 'SHA-256';
  checksumValue: Hash;
}
/**
 * The record as it stands, signed: what /checkpoint.json answers. note is the signed note itself; the public key checks it.
 */
export interface PublishedCheckpoint {
  origin: Line;
  /**
   * How many entries the record has.
   */
  size: number;
  hash: Hash;
  /**
   * The C2SP signed note, as /checkpoint.txt answers it.
   */
  note: string;
  /**
   * The Ed25519 public key in PEM.
   */
  publicKey: string;
  /**
   * The same key as programs for signed notes take it.
   */
  verifierKey: string;
}
export interface ClassHistoryEntry {
  /**
   * The number of the revision that the event belongs to.
   */
  revision: number;
  effectiveOn: CalendarDate;
  /**
   * True where the event was read from a line that somebody wrote before this record began; that line is kept as event.line.
   */
  isImported: boolean;
  /**
   * The event in the familiar form of one line.
   */
  text: string;
  event: HistoryEvent;
}
/**
 * One event of a class history, as data. line is the original wording of an imported event, and null for an event that an action made.
 */
export interface HistoryEvent {
  on: PartialDate | null;
  kind: EventKind;
  instrument: Line | null;
  by: Line | null;
  note: Text | null;
  line: Text | null;
}
/**
 * A part of a list of classes: those that fit the words best first, else by title.
 */
export interface ClassList {
  on: CalendarDate;
  data: ClassSummary[];
  page: ListPage;
}
/**
 * One class, as the revision in force on the date of the answer says it.
 */
export interface ClassSummary {
  classId: Slug;
  code: ClassCode;
  title: Line;
  /**
   * Of the revision.
   */
  number: number;
  status: Status;
  effectiveOn: CalendarDate;
  /**
   * Its series and level; null where it stands in none.
   */
  series: Placement | null;
  payGrade: string | null;
  flsa: string | null;
  eeo4: string | null;
  bargainingUnit: string | null;
  occupationalGroup: string | null;
  /**
   * The beginning of its text.
   */
  summary: string;
  /**
   * What the class was called before.
   */
  formerNames: FormerName[];
}
export interface FormerName {
  code: ClassCode | null;
  title: Line;
  until: CalendarDate | null;
}
/**
 * The small parts that every other schema is made of.
 */
export interface Common {
  [k: string]: unknown;
}
/**
 * Two to eight class specifications side by side as they stand on a date: the facts, what each column adds over the one before it, and every section aligned passage by passage.
 */
export interface Comparison {
  on: CalendarDate;
  /**
   * all: everything. differences: only what is not the same in every column.
   */
  show: 'all' | 'differences';
  /**
   * Some of it was too much to look through, or to compare word by word.
   */
  isCoarse: boolean;
  /**
   * @minItems 2
   * @maxItems 8
   */
  columns: ComparisonColumn[];
  facts: ComparisonFact[];
  steps: ComparisonStep[];
  sections: ComparisonSection[];
}
export interface ComparisonColumn {
  title: string;
  code: string | null;
  href: string | null;
  note: string | null;
}
export interface ComparisonFact {
  key: string;
  cells: {
    value: string | null;
    detail: string | null;
    /**
     * Against the column before.
     */
    step: 'first' | 'same' | 'higher' | 'lower' | 'other' | 'stated' | 'not stated';
  }[];
}
export interface ComparisonStep {
  from: number;
  to: number;
  sentences: string[];
}
export interface ComparisonSection {
  key: string;
  heading: string;
  isSame: boolean;
  columns: {
    state: 'text' | 'none' | 'unwritten';
    wording: string | null;
  }[];
  rows: ComparisonRow[];
}
export interface ComparisonRow {
  id: string;
  isSame: boolean;
  cells: ComparisonCell[];
}
export interface ComparisonCell {
  /**
   * Against the column before. absent: neither says anything of it.
   */
  mark: 'first' | 'same' | 'changed' | 'raised' | 'added' | 'dropped' | 'absent';
  text: string | null;
  /**
   * The nearest column before that says something of it, counted from 0.
   */
  against: number | null;
  /**
   * The words that show the rise.
   */
  rise: {
    from: string;
    to: string;
  } | null;
  /**
   * The words marked against that column; null where there is none.
   */
  runs:
    | {
        mark: 'same' | 'deleted' | 'inserted';
        text: string;
      }[]
    | null;
}
/**
 * One class of the plan, a line of classes.jsonl: what it is called on the date of the data, and every revision of it.
 */
export interface DataClass {
  classId: Slug1;
  code: ClassCode1;
  title: Line1;
  /**
   * Where the class stands on the date of the data. Of one that is not yet effective the first text is told, of one that is abolished the last.
   */
  standing: 'in force' | 'not yet effective' | 'abolished';
  /**
   * The number of the text that this line tells, in revisions.jsonl.
   */
  revision: number;
  effectiveOn: CalendarDate1;
  /**
   * Its pay grade, in pay.csv; null where none is stated.
   */
  payGrade: Line | null;
  /**
   * Its place in a series; null where it is in none.
   */
  series: DataPlace | null;
  /**
   * Every revision of the class, by number.
   *
   * @minItems 1
   */
  revisions: DataRevision[];
}
export interface DataPlace {
  id: Slug2;
  /**
   * Its level in it, from 1 for the lowest.
   */
  level: number;
}
export interface DataRevision {
  /**
   * Counted from 1 within the class.
   */
  number: number;
  status: Status1;
  effectiveOn: CalendarDate2;
  recordedAt: Instant;
  code: ClassCode2;
  title: Line2;
  hash: Hash1;
}
/**
 * What is in plan.zip: the entry of the record that it was made of, and every file with its hash.
 */
export interface DataManifest {
  /**
   * The form of the archive.
   */
  format: 'classplan/data/1';
  employer: Line3;
  on: CalendarDate3;
  record: Anchor;
  /**
   * The licence that the plan states; null where it states none.
   */
  licence: DataLicence | null;
  /**
   * Every file but this one, by name.
   */
  files: DataFile[];
}
/**
 * The latest entry of the record that is in the data: its number and hash, as /checkpoint signs them.
 */
export interface Anchor {
  seq: number;
  hash: Hash;
}
/**
 * The licence under which the open data of the plan may be used; absent where the plan states none.
 */
export interface DataLicence {
  name: Line;
  /**
   * Where its text is.
   */
  url: string;
}
export interface DataFile {
  name: string;
  bytes: number;
  sha256: Hash;
}
/**
 * One revision of a series, of a shared text or of the pay schedule: a line of series.jsonl, shared-texts.jsonl or pay-schedules.jsonl.
 */
export interface DataText {
  subject: DataTextSubject;
  id: Slug3;
  /**
   * Counted from 1 within it.
   */
  number: number;
  status: Status2;
  effectiveOn: CalendarDate4;
  /**
   * When it was decided; null where that is not known.
   */
  decidedOn: CalendarDate | null;
  recordedAt: Instant1;
  /**
   * The action that made it; null where none did.
   */
  action: Line | null;
  hash: Hash2;
  /**
   * What it says.
   */
  body: Series | SharedText | PaySchedule;
}
/**
 * An ordered run of classes that differ in level, not in kind. Which classes stand at which level is said by the specifications.
 */
export interface Series {
  id: Slug;
  title: Line;
  /**
   * A code of the plan's occupationalGroup table.
   */
  occupationalGroup: Line | null;
  /**
   * What the kind of work is, and by what its levels differ.
   *
   * @maxItems 50
   */
  concept: Text[];
}
/**
 * A text kept once and used by many specifications: a clause, a competency or a physical demand. A revision holds the wording of its day.
 */
export interface SharedText {
  id: Slug;
  kind: 'clause' | 'competency' | 'physicalDemand';
  /**
   * The defined word of a competency or physical demand; null for a clause.
   */
  term: Line | null;
  text: Text;
}
/**
 * The pay ranges of every grade from one date on: whole units of the currency a year.
 */
export interface PaySchedule {
  id: Slug;
  title: Line;
  currency: string;
  /**
   * @minItems 1
   * @maxItems 1000
   */
  grades: Grade[];
}
export interface Grade {
  grade: Line;
  minimum: number;
  maximum: number;
}
/**
 * A classification action as decided: the instrument and what it changed. It is an entry of the record; ratification is its second revision.
 */
export interface DecidedAction {
  number: ActionNumber;
  title: Line;
  reason: Text;
  authority: Line;
  /**
   * provisional: approved, and not yet ratified.
   */
  step: 'provisional' | 'adopted';
  postedOn: CalendarDate | null;
  commentsUntil: CalendarDate | null;
  decidedOn: CalendarDate;
  ratifiedOn: CalendarDate | null;
  /**
   * The ordinance that ratified it.
   */
  ratifiedBy: Line | null;
  effectiveOn: CalendarDate | null;
  /**
   * The hash of what was displayed to the person who decided; null where the action was decided outside this system.
   */
  approvedHash: Hash | null;
  /**
   * The revisions of classes that it made.
   */
  changes: DecidedChange[];
  /**
   * The series and shared texts that it changed; absent where there are none.
   *
   * @minItems 1
   */
  texts?: DecidedText[];
  /**
   * What was decided for each class that a sweep found, changed or kept; absent where there was no sweep.
   *
   * @minItems 1
   */
  decisions?: DecidedClass[];
}
/**
 * One revision that the action made.
 */
export interface DecidedChange {
  classId: Slug;
  code: ClassCode;
  title: Line;
  number: number;
  /**
   * @minItems 1
   */
  kinds: ChangeKind[];
  effectiveOn: CalendarDate;
}
/**
 * One revision of a series or a shared text that the action made.
 */
export interface DecidedText {
  subject: TextSubject;
  id: Slug;
  title: Line;
  number: number;
  /**
   * @minItems 1
   */
  kinds: ChangeKind[];
  effectiveOn: CalendarDate;
}
/**
 * What a sweep proposed for one class, and what was decided.
 */
export interface DecidedClass {
  proposal: Text;
  classId: Slug;
  code: ClassCode;
  title: Line;
  decision: ClassDecision;
  reason: Line | null;
}
/**
 * Invented people who come with the sample plan, in development only, all with one published passphrase.
 */
export interface DemonstrationPeople {
  $schema: string;
  passphrase: string;
  /**
   * @minItems 1
   * @maxItems 50
   */
  people: DemonstrationPerson[];
}
export interface DemonstrationPerson {
  name: Line;
  email: Line;
  initials: string;
  /**
   * @minItems 1
   */
  roles: RoleName[];
}
/**
 * What a program saves of a draft: the text that the change proposes, and when it takes effect. settle says mine or theirs for places that another writer changed meanwhile.
 */
export interface DraftBody {
  specification: Specification;
  effectiveOn: CalendarDate | null;
  /**
   * Whether a change under later texts is carried forward into each of them.
   */
  carry: 'forward' | 'not' | null;
  choices?: Choices;
  settle?: Choices;
}
/**
 * By the address of a place: sections.duties.b7.
 */
export interface Choices {
  [k: string]: 'mine' | 'theirs';
}
/**
 * A draft as it stands in its action. Its ETag names this version.
 */
export interface PublishedDraft {
  action: ActionNumber;
  classId: Slug;
  intent: ChangeIntent;
  /**
   * The revision that was edited; null for a new class.
   */
  baseNumber: number | null;
  effectiveOn: CalendarDate | null;
  carry: 'forward' | 'not' | null;
  choices: Choices;
  specification: Specification;
}
/**
 * An approval. hash names what was displayed; decidedOn is the day of the decision where that was not today.
 */
export interface ActionAdoptForm {
  /**
   * Reload the page: it does not say how many threads were open.
   */
  carryThreads?: string;
  /**
   * Reload the page: it does not say what was shown.
   */
  hash: string;
  /**
   * Write the date as year, month and day: 2027-01-01.
   */
  decidedOn?: string;
}
/**
 * The opening of a classification action.
 */
export interface NewActionForm {
  /**
   * Give the action a number of up to 20 letters, digits, points and hyphens, such as CN1960.
   */
  number: string;
  /**
   * Say in a few words what the action does.
   */
  title: string;
  /**
   * Say why it is needed.
   */
  reason: string;
  /**
   * Name the notice, ordinance or board that decides.
   */
  authority: string;
  /**
   * Write the date as year, month and day: 2027-01-01.
   */
  effectiveOn: string;
}
/**
 * A ratification. hash names what was displayed; decidedOn is the day on which the ordinance passed where that was not today.
 */
export interface ActionRatifyForm {
  /**
   * Reload the page: it does not say what was shown.
   */
  hash: string;
  /**
   * Name the ordinance that ratifies it.
   */
  authority: string;
  /**
   * Write the date as year, month and day: 2027-01-01.
   */
  decidedOn?: string;
}
/**
 * A step of an action. hash names what was displayed.
 */
export interface ActionStepForm {
  /**
   * Choose a step.
   */
  act: 'submit' | 'return' | 'post' | 'reopen' | 'withdraw';
  /**
   * Reload the page: it does not say how many threads were open.
   */
  carryThreads?: string;
  /**
   * Reload the page: it does not say what was shown.
   */
  hash: string;
  /**
   * Keep the note under 2,000 characters.
   */
  note: string;
}
/**
 * The instrument’s own words and date. base is the hash of the action that was shown.
 */
export interface ActionForm {
  /**
   * Reload the page: it does not say which version was edited.
   */
  base: string;
  /**
   * Say in a few words what the action does.
   */
  title: string;
  /**
   * Say why it is needed.
   */
  reason: string;
  /**
   * Name the notice, ordinance or board that decides.
   */
  authority: string;
  /**
   * Write the date as year, month and day: 2027-01-01.
   */
  effectiveOn: string;
}
/**
 * A new account; without a password only the employer's own sign-in lets the person in.
 */
export interface AddPersonForm {
  /**
   * Enter the person’s name, of at most 120 characters.
   */
  name: string;
  /**
   * Enter an email address, such as name@city.gov.
   */
  email: string;
  /**
   * Choose at least one role.
   *
   * @minItems 1
   * @maxItems 4
   */
  roles: RoleName[];
  /**
   * Enter a password of 15 to 200 characters, or leave it empty.
   */
  password?: string;
}
/**
 * Classes chosen from a list. classId and payGrade stand for the rows of the list; chosen names the rows that are meant.
 */
export interface ChangesForm {
  /**
   * Choose what the action does to the classes.
   */
  intent: 'change' | 'correct' | 'abolish';
  /**
   * Choose fewer classes at once.
   *
   * @maxItems 500
   */
  chosen?: string[];
  /**
   * Show fewer classes at once.
   *
   * @maxItems 500
   */
  classId: string[];
  /**
   * Keep each pay grade under 60 characters.
   *
   * @maxItems 500
   */
  payGrade: string[];
}
/**
 * Classes of the plan and texts of other employers to be read side by side. The files come beside these fields.
 */
export interface CompareForm {
  /**
   * Write up to 7 class codes with spaces or commas between them, such as CI2788, CI2787.
   */
  classes?: string;
  /**
   * Write the date as year, month and day: 2027-01-01.
   */
  on?: string;
  /**
   * Choose the files once more.
   *
   * @maxItems 8
   */
  text?: string[];
  /**
   * Choose what to do with the columns.
   */
  step?: string;
  /**
   * Choose what is shown.
   */
  show?: '' | 'all' | 'differences';
}
/**
 * The text of a draft as the fields of a form. base is the hash of the version that was edited; settle and choice say mine or theirs for a place: mine=sections.duties.b7.
 */
export interface DraftForm {
  /**
   * Reload the page: it does not say which version was edited.
   */
  base: string;
  /**
   * Keep the title under 200 characters.
   */
  title?: string;
  /**
   * A class code has up to 16 letters, digits, points and hyphens.
   */
  code?: string;
  /**
   * Choose a series of the plan, or none.
   */
  series?: string;
  /**
   * A level is a whole number from 1 to 30.
   */
  seriesLevel?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'section.summary'?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'section.distinguishing'?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'section.duties'?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'section.competencies'?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'section.knowledgeSkills'?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'section.supervisionReceived'?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'section.supervisionExercised'?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'section.education'?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'section.experience'?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'section.equivalency'?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'section.desirable'?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'section.licensure'?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'section.workingEnvironment'?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'section.physicalDemandLevel'?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'section.physicalDemands'?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'section.backgroundChecks'?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'section.assessment'?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'section.probation'?: string;
  /**
   * Keep this fact under 100 characters.
   */
  'details.payGrade'?: string;
  /**
   * Keep this fact under 100 characters.
   */
  'details.flsa'?: string;
  /**
   * Keep this fact under 100 characters.
   */
  'details.eeo4'?: string;
  /**
   * Keep this fact under 100 characters.
   */
  'details.bargainingUnit'?: string;
  /**
   * Keep this fact under 100 characters.
   */
  'details.soc'?: string;
  /**
   * Keep this fact under 100 characters.
   */
  'details.occupationalGroup'?: string;
  /**
   * Keep this fact under 100 characters.
   */
  'details.civilServiceStatus'?: string;
  /**
   * Choose whether this is a benchmark class.
   */
  'details.benchmark'?: '' | 'yes' | 'no';
  /**
   * Write the date as precisely as it is known: 2018-09-21, 2018-09 or 2018.
   */
  'details.establishedOn'?: string;
  /**
   * Keep this fact under 100 characters.
   */
  'details.establishedBy'?: string;
  /**
   * Keep the name of each other fact under 300 characters, and their number under 50.
   *
   * @maxItems 51
   */
  'fact.label'?: string[];
  /**
   * Keep each other fact under 20,000 characters.
   *
   * @maxItems 51
   */
  'fact.text'?: string[];
  /**
   * Keep the heading under 300 characters.
   */
  'added.heading'?: string;
  /**
   * Keep the section under 100,000 characters.
   */
  'added.text'?: string;
  /**
   * Write the date as year, month and day: 2027-01-01.
   */
  effectiveOn?: string;
  /**
   * Choose whether the change is carried forward.
   */
  carry?: '' | 'forward' | 'not';
  /**
   * Choose for fewer places at once.
   *
   * @maxItems 2000
   */
  settle?: string[];
  /**
   * Choose for fewer places at once.
   *
   * @maxItems 2000
   */
  choice?: string[];
  /**
   * Paste at most 100,000 characters at once.
   */
  pasted?: string;
  /**
   * Use the buttons of the page.
   */
  act?: string;
  /**
   * Keep the section under 100,000 characters.
   *
   * This interface was referenced by `DraftForm`'s JSON-Schema definition
   * via the `patternProperty` "^additional\.[a-z0-9]{1,24}$".
   *
   * Give the section a heading of up to 300 characters.
   *
   * This interface was referenced by `DraftForm`'s JSON-Schema definition
   * via the `patternProperty` "^heading\.[a-z0-9]{1,24}$".
   *
   * Reload the page: an entry has lost its name.
   *
   * @maxItems 1100
   *
   * This interface was referenced by `DraftForm`'s JSON-Schema definition
   * via the `patternProperty` "^block\.[a-zA-Z]{1,30}$".
   *
   * Choose what each entry is.
   *
   * @maxItems 1100
   *
   * This interface was referenced by `DraftForm`'s JSON-Schema definition
   * via the `patternProperty` "^kind\.[a-zA-Z]{1,30}$".
   *
   * Keep each entry under 20,000 characters.
   *
   * @maxItems 1100
   *
   * This interface was referenced by `DraftForm`'s JSON-Schema definition
   * via the `patternProperty` "^text\.[a-zA-Z]{1,30}$".
   *
   * Keep each term under 300 characters.
   *
   * @maxItems 1100
   *
   * This interface was referenced by `DraftForm`'s JSON-Schema definition
   * via the `patternProperty` "^term\.[a-zA-Z]{1,30}$".
   *
   * A part of time is a whole percent from 1 to 100.
   *
   * @maxItems 1100
   *
   * This interface was referenced by `DraftForm`'s JSON-Schema definition
   * via the `patternProperty` "^percent\.[a-zA-Z]{1,30}$".
   *
   * Tick the box, or leave it.
   *
   * This interface was referenced by `DraftForm`'s JSON-Schema definition
   * via the `patternProperty` "^none\.[a-zA-Z]{1,30}$".
   *
   * Choose a text of the library.
   *
   * This interface was referenced by `DraftForm`'s JSON-Schema definition
   * via the `patternProperty` "^pick\.[a-zA-Z]{1,30}$".
   *
   * Paste at most 100,000 characters at once.
   *
   * This interface was referenced by `DraftForm`'s JSON-Schema definition
   * via the `patternProperty` "^paste\.[a-zA-Z]{1,30}$".
   */
  [k: string]:
    | string
    | string[]
    | ('item' | 'subitem' | 'paragraph' | 'clause' | 'term')[]
    | 'none'
    | ''
    | 'yes'
    | 'no'
    | 'forward'
    | 'not'
    | undefined;
}
/**
 * What an advertisement of one opening says beyond the class specification that it is drawn from.
 */
export interface JobPostingForm {
  /**
   * The number of the revision that it is drawn from.
   */
  revision: string;
  /**
   * Name the department or office of the opening in at most 200 characters.
   */
  department: string;
  /**
   * Name the place of work in at most 200 characters, or leave it empty.
   */
  location: string;
  /**
   * Give the number of openings, from 1 to 999.
   */
  openings: string;
  /**
   * Write the last day for applications as year, month and day: 2027-01-31. Leave it empty where it stays open until filled.
   */
  closesOn: string;
  /**
   * Say in at most 2,000 characters how to apply.
   */
  apply: string;
  /**
   * Say in at most 5,000 characters what else is to be known of this opening, or leave it empty.
   */
  note: string;
}
/**
 * The finding that is to be told again.
 */
export interface LiftSuppressionForm {
  /**
   * Reload the page: it does not say which finding is meant.
   */
  key: string;
  /**
   * Reload the page: it does not say which action is meant.
   */
  action?: string;
}
/**
 * What is decided on a comment of the public.
 */
export interface ModerationForm {
  /**
   * Publish the comment, or withhold it.
   */
  decision: 'publish' | 'withhold';
  /**
   * Reload the page: it does not say which list it shows.
   */
  list: 'all' | 'action';
  /**
   * Say why the comment is withheld, in at most 1,000 characters.
   */
  reason: string;
}
/**
 * How a new class begins in an action. template, code, neighbour and side are asked for by the beginnings that need them.
 */
export interface NewClassForm {
  /**
   * Write the title of the class on one line of at most 200 characters.
   */
  title?: string;
  /**
   * Choose what the class begins with.
   */
  from: 'nothing' | 'template' | 'class' | 'level';
  /**
   * Choose a template.
   */
  template?: string;
  /**
   * Enter the code of the class to copy, such as CI2788.
   */
  code?: string;
  /**
   * Enter the code of the class beside which the level comes, such as CI2788.
   */
  neighbour?: string;
  /**
   * Choose whether it comes above or below that class.
   */
  side?: 'above' | 'below';
}
/**
 * A new level beside a class of a series, and the action that proposes it.
 */
export interface NewLevelForm {
  /**
   * Choose the class beside which it comes.
   */
  beside: string;
  /**
   * Choose whether it comes above or below.
   */
  side: 'above' | 'below';
  /**
   * Give the class a title of at most 200 characters.
   */
  title: string;
  /**
   * Choose the action that it goes into, or a new one.
   */
  action: string;
  /**
   * Give the new action a number of up to 20 letters, digits, points and hyphens, such as CN1960.
   */
  actionNumber?: string;
  /**
   * Say in a few words, at most 300 characters, what the new action does.
   */
  actionTitle?: string;
  /**
   * Say in at most 5,000 characters why it is needed.
   */
  actionReason?: string;
  /**
   * Name in at most 300 characters the notice, ordinance or board that decides.
   */
  actionAuthority?: string;
  /**
   * Write the date as year, month and day: 2027-01-01.
   */
  actionEffectiveOn?: string;
}
/**
 * A new password for somebody else.
 */
export interface NewPasswordForm {
  /**
   * Enter a new password of 15 to 200 characters.
   */
  password: string;
}
/**
 * A form that is only its button.
 */
export interface NothingForm {}
/**
 * One's own new password, with the one before.
 */
export interface OwnPasswordForm {
  /**
   * Enter the password that you have now.
   */
  currentPassword: string;
  /**
   * Enter a new password of 15 to 200 characters.
   */
  password: string;
}
/**
 * A comment of the public on a posted action. website is a field that people do not see: programs fill it in.
 */
export interface PublicCommentForm {
  /**
   * Write your comment, in at most 5,000 characters.
   */
  text: string;
  /**
   * Choose a class of this action, or the action as a whole.
   */
  classId?: string;
  /**
   * Write your name in at most 120 characters, or leave it out.
   */
  name?: string;
  /**
   * Something filled in a field that people do not see. It is empty again: send the comment once more.
   */
  website?: string;
}
/**
 * The roles of a person.
 */
export interface RolesForm {
  /**
   * Choose at least one role.
   *
   * @minItems 1
   * @maxItems 4
   */
  roles: RoleName[];
}
/**
 * The levels of a series in a new order, and the action that proposes it. classId and level stand for the rows.
 */
export interface SeriesLevelsForm {
  /**
   * Arrange at least one class.
   *
   * @minItems 1
   * @maxItems 200
   */
  classId: string[];
  /**
   * Give each class a level from 1 to 30.
   *
   * @minItems 1
   * @maxItems 200
   */
  level: string[];
  /**
   * Choose the action that it goes into, or a new one.
   */
  action: string;
  /**
   * Give the new action a number of up to 20 letters, digits, points and hyphens, such as CN1960.
   */
  actionNumber?: string;
  /**
   * Say in a few words, at most 300 characters, what the new action does.
   */
  actionTitle?: string;
  /**
   * Say in at most 5,000 characters why it is needed.
   */
  actionReason?: string;
  /**
   * Name in at most 300 characters the notice, ordinance or board that decides.
   */
  actionAuthority?: string;
  /**
   * Write the date as year, month and day: 2027-01-01.
   */
  actionEffectiveOn?: string;
}
/**
 * The text of a series as an action proposes it. base is the hash of the draft that was edited, baseNumber the revision it rests on; both empty for a new series.
 */
export interface SeriesForm {
  /**
   * Give the series a title of at most 300 characters.
   */
  title: string;
  /**
   * Choose a group of the plan.
   */
  occupationalGroup?: string;
  /**
   * Write the concept in at most 50,000 characters of plain text.
   */
  concept: string;
  /**
   * Reload the page: it does not say which version was edited.
   */
  base?: string;
  /**
   * Reload the page: it does not say which revision was edited.
   */
  baseNumber?: string;
  /**
   * Choose the action that it goes into, or a new one.
   */
  action: string;
  /**
   * Give the new action a number of up to 20 letters, digits, points and hyphens, such as CN1960.
   */
  actionNumber?: string;
  /**
   * Say in a few words, at most 300 characters, what the new action does.
   */
  actionTitle?: string;
  /**
   * Say in at most 5,000 characters why it is needed.
   */
  actionReason?: string;
  /**
   * Name in at most 300 characters the notice, ordinance or board that decides.
   */
  actionAuthority?: string;
  /**
   * Write the date as year, month and day: 2027-01-01.
   */
  actionEffectiveOn?: string;
}
/**
 * The words of a shared text as an action proposes them. base is the hash of the draft that was edited, baseNumber the revision it rests on; both empty for a new text.
 */
export interface SharedTextForm {
  /**
   * Choose what kind of text it is.
   */
  kind?: '' | 'clause' | 'competency' | 'physicalDemand';
  /**
   * Give the term, in up to 300 characters.
   */
  term?: string;
  /**
   * Write the text, in up to 20,000 characters of plain text.
   */
  text: string;
  /**
   * Tick the box, or leave it.
   */
  retire?: '' | 'retire';
  /**
   * Reload the page: it does not say which version was edited.
   */
  base?: string;
  /**
   * Reload the page: it does not say which revision was edited.
   */
  baseNumber?: string;
  /**
   * Choose a draft action, or open a new one.
   */
  action?: string;
  /**
   * Give the action a number of up to 20 letters, digits, points and hyphens, such as CN1960.
   */
  number?: string;
  /**
   * Say in a few words what the action does.
   */
  title?: string;
  /**
   * Say why it is needed.
   */
  reason?: string;
  /**
   * Name the notice, ordinance or board that decides.
   */
  authority?: string;
  /**
   * Write the date as year, month and day: 2027-01-01.
   */
  effectiveOn?: string;
}
/**
 * Email and password of somebody who signs in, and the page they were on their way to.
 */
export interface SignInForm {
  /**
   * Enter your email address, such as name@city.gov.
   */
  email: string;
  /**
   * Enter your password.
   */
  password: string;
  /**
   * The page to go to is too long.
   */
  next?: string;
}
/**
 * A sentence of a class that restates another, to be mended in an action: where it stands, and the revisions of both classes that were shown. action is the number of a draft action; empty opens a new one.
 */
export interface StatementMendForm {
  classId: Slug4;
  block: BlockId1;
  /**
   * Reload the page: it does not say which sentence is meant.
   */
  sentence: string;
  /**
   * Reload the page: it does not say which revision was shown.
   */
  number: string;
  of: Slug5;
  /**
   * Reload the page: it does not say which revision of that class was shown.
   */
  ofNumber: string;
  /**
   * Choose a draft action, or a new one.
   */
  action: string;
}
/**
 * Why a finding may stand. action is the number of the action whose drafts show it; empty where the plan of today does.
 */
export interface SuppressFindingForm {
  /**
   * Reload the page: it does not say which finding is meant.
   */
  key: string;
  /**
   * Say why the finding may stand, in under 2,000 characters.
   */
  reason: string;
  /**
   * Reload the page: it does not say which action is meant.
   */
  action?: string;
}
/**
 * One decision for every class of a sweep that is open. shown names them as they were listed.
 */
export interface SweepAllForm {
  /**
   * Reload the page: it does not say what was shown.
   */
  shown: string;
  /**
   * Choose to change the classes or to keep them.
   */
  decision: 'change' | 'keep';
  /**
   * Keep the reason under 300 characters.
   */
  why: string;
}
/**
 * Decisions for the classes on one page of a sweep. seen names what was shown of each; all decides every class of the page at once.
 */
export interface SweepDecisionsForm {
  /**
   * Use the buttons of the page.
   */
  all?: '' | 'change' | 'keep';
  /**
   * Keep the reason under 300 characters.
   */
  why?: string;
  /**
   * Use the links of the page.
   */
  show?: '' | 'open' | 'change' | 'keep' | 'all';
  /**
   * Use the links of the page.
   */
  page?: string;
  /**
   * Reload the page: it does not say what was shown.
   *
   * This interface was referenced by `SweepDecisionsForm`'s JSON-Schema definition
   * via the `patternProperty` "^seen\.[a-z0-9-]{1,80}$".
   *
   * Choose to change the class or to keep it.
   *
   * This interface was referenced by `SweepDecisionsForm`'s JSON-Schema definition
   * via the `patternProperty` "^decision\.[a-z0-9-]{1,80}$".
   *
   * Keep each reason under 300 characters.
   *
   * This interface was referenced by `SweepDecisionsForm`'s JSON-Schema definition
   * via the `patternProperty` "^reason\.[a-z0-9-]{1,80}$".
   */
  [k: string]: string | '' | 'change' | 'keep' | 'open' | 'all' | undefined;
}
/**
 * The end of a sweep, its being taken up again, or its being given up.
 */
export interface SweepStepForm {
  /**
   * Choose a step.
   */
  step: 'end' | 'reopen' | 'abandon';
}
/**
 * What a sweep looks for, in which classes and on which date, what it proposes, and the action that it ends in: a draft, or a new one.
 */
export interface SweepForm {
  /**
   * Write what to look for, in up to 500 characters.
   */
  q: string;
  /**
   * Choose how to look for it.
   */
  mode: 'phrase' | 'words' | 'expression';
  /**
   * Tick the box, or leave it.
   */
  case?: '' | 'kept';
  /**
   * Choose a section, or all of them.
   */
  section?:
    | ''
    | 'summary'
    | 'distinguishing'
    | 'duties'
    | 'competencies'
    | 'knowledgeSkills'
    | 'supervisionReceived'
    | 'supervisionExercised'
    | 'education'
    | 'experience'
    | 'equivalency'
    | 'desirable'
    | 'licensure'
    | 'workingEnvironment'
    | 'physicalDemands'
    | 'backgroundChecks'
    | 'assessment'
    | 'additional';
  /**
   * Choose a series of the plan.
   */
  series?: string;
  /**
   * Choose a pay grade.
   */
  grade?: string;
  /**
   * Write the date as year, month and day: 2027-01-01.
   */
  on?: string;
  /**
   * Choose what is proposed.
   */
  edit?: '' | 'replace' | 'sentence' | 'paragraph' | 'item' | 'remove';
  /**
   * Keep the proposed words under 2,000 characters of plain text.
   */
  with?: string;
  /**
   * Choose a section, or those where it is found.
   */
  to?:
    | ''
    | 'summary'
    | 'distinguishing'
    | 'duties'
    | 'competencies'
    | 'knowledgeSkills'
    | 'supervisionReceived'
    | 'supervisionExercised'
    | 'education'
    | 'experience'
    | 'equivalency'
    | 'desirable'
    | 'licensure'
    | 'workingEnvironment'
    | 'physicalDemands'
    | 'backgroundChecks'
    | 'assessment';
  /**
   * Choose a draft action, or open a new one.
   */
  action?: string;
  /**
   * Give the action a number of up to 20 letters, digits, points and hyphens, such as CN1960.
   */
  number?: string;
  /**
   * Say in a few words what the action does.
   */
  title?: string;
  /**
   * Say why it is needed.
   */
  reason?: string;
  /**
   * Name the notice, ordinance or board that decides.
   */
  authority?: string;
  /**
   * Write the date as year, month and day: 2027-01-01.
   */
  effectiveOn?: string;
}
/**
 * A reply in a thread.
 */
export interface ThreadReplyForm {
  /**
   * Write a reply, in at most 4,000 characters.
   */
  text: string;
}
/**
 * A thread resolved or reopened, with or without a word.
 */
export interface ThreadSettlingForm {
  /**
   * Keep what you write to 4,000 characters.
   */
  text: string;
}
/**
 * A thread begun at a place of a draft.
 */
export interface ThreadForm {
  /**
   * Choose the place of the draft that it is about.
   */
  place: string;
  /**
   * Write what you have to say, in at most 4,000 characters.
   */
  text: string;
}
/**
 * A new token for programs.
 */
export interface TokenForm {
  /**
   * Say in at most 80 characters which program it is for.
   */
  name: string;
  /**
   * Choose at least one thing that it may do.
   *
   * @minItems 1
   * @maxItems 3
   */
  scopes: ('drafts:read' | 'drafts:write' | 'actions:write')[];
  /**
   * Enter a number of days from 1 to 366.
   */
  days: string;
}
/**
 * Putting what was read from a file into the draft.
 */
export interface UploadForm {
  /**
   * Choose for each place which text is kept.
   *
   * @maxItems 2000
   */
  settle?: string[];
}
/**
 * One page of a list of classes, found by words, narrowed by facts, on a date: what /classes.json answers.
 */
export interface FoundClassList {
  on: CalendarDate;
  /**
   * What was searched for; null for the whole list.
   */
  words: string | null;
  isExact: boolean;
  corrected: Corrected;
  alsoSearchedFor: string[];
  total: number;
  page: FoundPage;
  classes: ListedClass[];
  /**
   * By the name of each parameter that narrows the list: its values, each with how many classes it leaves.
   */
  facets: {
    [k: string]: FacetValue[];
  };
}
export interface CorrectedWord {
  typed: string;
  read: string;
}
export interface FoundPage {
  number: number;
  /**
   * Pages in all.
   */
  count: number;
  /**
   * The address of the next page; null on the last.
   */
  next: string | null;
}
export interface ListedClass {
  code: ClassCode;
  title: Line;
  href: string;
  status: 'active' | 'abolished';
  revision: number;
  effectiveOn: CalendarDate;
  series: ListedSeries | null;
  payGrade: string | null;
  flsa: string | null;
  eeo4: string | null;
  bargainingUnit: string | null;
  occupationalGroup: string | null;
  summary: string;
  /**
   * Where the text says what was searched for; null where nothing was, or no passage does.
   */
  passage: ListedPassage | null;
}
export interface ListedSeries {
  id: string;
  title: string;
  level: number | null;
}
export interface ListedPassage {
  section: string;
  href: string;
  text: string;
}
export interface FacetValue {
  value: string;
  /**
   * The value in words.
   */
  text: string;
  count: number;
}
/**
 * The words of a classification plan for its readers, the same in every plan; what its codes mean is in the plan's settings.
 */
export interface Glossary {
  $schema: string;
  /**
   * @minItems 1
   */
  entries: GlossaryEntry[];
}
export interface GlossaryEntry {
  id: Slug;
  term: Line;
  text: Text;
  /**
   * The codes of the plan that are spelled out below it; null for none.
   */
  codes:
    | 'occupationalGroup'
    | 'flsa'
    | 'eeo4'
    | 'bargainingUnit'
    | 'soc'
    | 'civilServiceStatus'
    | 'physicalDemandLevel'
    | null;
}
/**
 * What became of every line of an imported document. Each line with anything on it stands in placements exactly once.
 */
export interface ImportReport {
  source: ImportSource;
  /**
   * Lines whose every letter and digit was found again at the place named for them. It equals source.nonBlankLines.
   */
  accountedLines: number;
  sections: ReadSection[];
  placements: PlacedLine[];
  repairs: Repair[];
  findings: ImportFinding[];
}
export interface ImportSource {
  name: string;
  bytes: number;
  encoding: SourceEncoding;
  lines: number;
  nonBlankLines: number;
}
/**
 * A heading of the source and one section that its text went to; a heading over several sections has a row for each. key is null for an additional section.
 */
export interface ReadSection {
  heading: string;
  key: SectionKey | null;
  line: number;
  state: ReadState;
  blocks: number;
}
/**
 * A line of the source, as read after repairs, and what became of it.
 */
export interface PlacedLine {
  line: number;
  text: string;
  place: Place;
}
/**
 * The line bears the title, the code or both, without a label.
 */
export interface TitlePlace {
  as: 'title';
  title: string | null;
  code: string | null;
}
/**
 * The name of an office, a public notice, a page number: kept here and not in the specification.
 */
export interface LetterheadPlace {
  as: 'letterhead';
}
/**
 * A line without a letter or digit.
 */
export interface RulePlace {
  as: 'rule';
}
/**
 * Labelled facts. events counts from 1 in the history that the import returns.
 */
export interface FactsPlace {
  as: 'facts';
  /**
   * @minItems 1
   */
  facts: PlacedFact[];
  events: number[];
}
/**
 * label or text is empty where it stands on another line, or nowhere.
 */
export interface PlacedFact {
  field: FactField;
  label: string;
  text: string;
}
export interface HeadingPlace {
  as: 'heading';
  keys: SectionKey[];
  additional: BlockId | null;
}
/**
 * The line is the value of a section that has no blocks: a level, a period or an explicit none.
 */
export interface ValuePlace {
  as: 'value';
  key: SectionKey;
  /**
   * The heading that opened this line, where heading and text share it.
   */
  heading: string | null;
  /**
   * The bullet or number that opened this line and is not part of the text.
   */
  mark: string | null;
}
/**
 * The line is a block, or part of one, of a canonical section (key) or of an additional section (its id).
 */
export interface BlockPlace {
  as: 'block';
  key: SectionKey | null;
  additional: BlockId | null;
  block: BlockId;
  /**
   * The heading that opened this line, where heading and text share it.
   */
  heading: string | null;
  /**
   * The bullet or number that opened this line and is not part of the text.
   */
  mark: string | null;
}
/**
 * Characters of a line that were damaged, and what they were read as.
 */
export interface Repair {
  line: number;
  before: string;
  after: string;
  how: string;
}
/**
 * Something that a person should look at. The text was kept as it stands.
 */
export interface ImportFinding {
  id: string;
  line: number | null;
  message: string;
  evidence: string | null;
}
/**
 * The words and the date of an action that are to be changed (RFC 7396); what is left out stays.
 */
export interface InstrumentPatch {
  title?: Line;
  reason?: Text1;
  authority?: Line4;
  /**
   * Each change may have a date of its own.
   */
  effectiveOn?: CalendarDate | null;
}
/**
 * A text of another employer as it was read from a file, and what the reading told of it. It is held by the page that shows it, and stored nowhere.
 */
export interface NeighbourText {
  file: string;
  body: Specification;
  account: string;
  /**
   * What the reading could not place, or what a person should look at.
   *
   * @maxItems 101
   */
  told: string[];
}
/**
 * The opening of a classification action.
 */
export interface NewAction {
  number: ActionNumber;
  title: Line;
  reason: Text2;
  authority: Line5;
  /**
   * Each change may have a date of its own.
   */
  effectiveOn: CalendarDate | null;
}
export interface ChangedClassIntent {
  intent: 'change' | 'correct' | 'abolish';
  classId: Slug;
}
export interface NewClassIntent {
  intent: 'create';
  specification: Specification;
}
/**
 * What the record says of an official PDF: the revision it prints, the hash of its bytes, and the anchor that stands on its pages.
 */
export interface OfficialDocument {
  revisionSeq: number;
  kind: DocumentKind;
  sha256: Hash;
  bytes: number;
  pages: number;
  printedAt: Instant2;
  /**
   * The origin of the short address on its first page; null where none was set, absent from a print that bears no short address.
   */
  publicUrl?: Line | null;
  browser: Line;
  anchor: Anchor1;
}
/**
 * The head of the record at some moment: the number of its last entry and that entry's hash.
 */
export interface Anchor1 {
  seq: number;
  hash: Hash;
}
export interface BundledPlan {
  line: 'plan';
  format: 'classplan/plan/1';
  /**
   * The version of Classplan that wrote the bundle.
   */
  version: string;
  head: Anchor1;
  entries: number;
  documents: number;
}
/**
 * An entry of the record. body has the form that its subject names; its hash is over the salt and its canonical text.
 */
export interface BundledEntry {
  line: 'entry';
  header: BundledHeader;
  body: {};
  salt: string;
  hash: Hash;
}
export interface BundledHeader {
  seq: number;
  subject: BundledSubject;
  subjectId: Line;
  number: number;
  status: Status;
  changes: ChangeKind[];
  effectiveOn: CalendarDate;
  decidedOn: CalendarDate | null;
  recordedAt: Instant2;
  recordedBy: Line;
  action: Line | null;
  events: HistoryEvent[];
  previousHash: Hash;
  bodyHash: Hash;
}
/**
 * An official PDF. recordSeq is the entry that seals it, revisionSeq the one that it prints.
 */
export interface BundledDocument {
  line: 'document';
  recordSeq: number;
  revisionSeq: number;
  kind: DocumentKind;
  sha256: Hash;
  /**
   * The PDF in base64.
   */
  bytes: string;
}
/**
 * What differs between the plan as it applies on one date and on a later one (/changes.json): classes by their net difference, the revisions in between by action, and the other texts of the plan. What is to come is told as far as it is decided on the day of the answer, decidedAsOf.
 */
export interface PlanChanges {
  from: CalendarDate;
  to: CalendarDate;
  decidedAsOf: CalendarDate;
  /**
   * By which dates it is counted, in words.
   */
  basis: string;
  /**
   * The kind of change that the lists are narrowed to; null where they hold everything. 'none': classes that were changed and changed back.
   */
  kind: Narrowing | null;
  counts: SpanCounts;
  classes: ChangedClass[];
  /**
   * The revisions that took effect in between, by the action that decided them, the latest decision first; what no action decided comes last.
   */
  actions: ChangingAction[];
  texts: ChangedText[];
}
/**
 * Of the whole span, whatever the lists are narrowed to.
 */
export interface SpanCounts {
  /**
   * Classes that differ.
   */
  classes: number;
  /**
   * Of each kind of change the number of classes, in the order of the page; a class may be under several.
   */
  kinds: KindCount[];
  /**
   * Classes with revisions in between that say the same on both dates.
   */
  changedBack: number;
  /**
   * Actions whose changes took effect.
   */
  actions: number;
  /**
   * Revisions of classes that took effect, those replaced from the same day on included.
   */
  revisions: number;
  /**
   * Series, pay schedules, shared texts and settings of the plan with a revision in between.
   */
  texts: number;
}
export interface KindCount {
  kind: ChangeKind;
  classes: number;
}
/**
 * One class. Its code and title are those of the later date, or the last it had; its addresses carry the code that it has on the day of the answer.
 */
export interface ChangedClass {
  classId: Slug;
  code: ClassCode;
  title: Line;
  /**
   * Read off the difference of the two texts; empty where they say the same.
   */
  kinds: ChangeKind[];
  /**
   * The sections that say something else, in the canonical order; empty unless it is amended.
   */
  amended: AmendedSection[];
  before: ClassFacts | null;
  after: ClassFacts | null;
  /**
   * The numbers of its revisions that took effect in between.
   *
   * @minItems 1
   */
  revisions: number[];
  /**
   * The numbers of the actions that decided these revisions.
   */
  actions: Line[];
  /**
   * The text of the later date, or the last one.
   */
  href: string;
  /**
   * The text of the one date against that of the other; null where a date has none, or both say the same.
   */
  redline: RedlineBetween | null;
}
export interface ClassFacts {
  code: ClassCode;
  title: Line;
  payGrade: string | null;
  series: Placement | null;
}
export interface RedlineBetween {
  href: string;
  /**
   * How many changes the redline counts.
   */
  changes: number;
}
export interface ChangingAction {
  /**
   * Null where no action decided the revisions.
   */
  number: Line | null;
  title: Line | null;
  decidedOn: CalendarDate | null;
  isProvisional: boolean;
  /**
   * @minItems 1
   */
  revisions: MadeRevision[];
}
export interface MadeRevision {
  subject: ChangedSubject;
  id: Slug;
  code: ClassCode | null;
  title: string;
  number: number;
  /**
   * As they stand in the record; empty for what is no class.
   */
  kinds: ChangeKind[];
  /**
   * In words what it changed; empty for a class, whose kinds say it.
   */
  what: string[];
  effectiveOn: CalendarDate;
  /**
   * True where a later revision applies from the same day on, so that this one does not.
   */
  isReplaced: boolean;
  href: string | null;
  /**
   * The address of the redline against the revision before it.
   */
  redline: string | null;
}
/**
 * A text of the plan that is no class, by its net difference.
 */
export interface ChangedText {
  subject: ChangedSubject;
  id: Slug;
  title: string;
  what: string[];
  /**
   * The words of a series or a shared text whose wording was revised; null of any other.
   */
  wording: RevisedWording | null;
  /**
   * @minItems 1
   */
  revisions: number[];
  href: string | null;
}
/**
 * Paragraphs stand on lines of their own.
 */
export interface RevisedWording {
  before: string;
  after: string;
}
/**
 * What one employer chooses: its name and dress, the labels, order and requirement of sections, and the meaning of its codes.
 */
export interface PlanSettings {
  employer: Line;
  office: Line;
  language: string;
  /**
   * The IANA zone whose midnight begins a calendar date for this employer.
   */
  timeZone: string;
  /**
   * Printed at the head of every official PDF; null for none.
   */
  publicNotice: Line | null;
  paper: 'letter' | 'legal' | 'a4';
  /**
   * Years after which a specification that nobody has revised is due for review; absent where the plan has no cycle.
   */
  reviewCycleYears?: number;
  synonyms?: Synonyms;
  dataLicence?: DataLicence;
  /**
   * Where the employer advertises its openings; absent where it has no such page.
   */
  jobsUrl?: string;
  accessibilityContact?: Contact;
  /**
   * What some texts say in plain words, shown beside them and no part of them.
   *
   * @maxItems 10000
   */
  plainSummaries?: PlainSummary[];
  contact: Contact1 | null;
  seal: Seal | null;
  procedure: Procedure;
  /**
   * The sections in the order of this plan's documents. Each canonical key stands exactly once.
   *
   * @minItems 19
   * @maxItems 19
   */
  sections: SectionSetting[];
  codes: Codes;
}
export interface Synonym {
  /**
   * What people say, each one to three words.
   *
   * @minItems 1
   * @maxItems 30
   */
  said: string[];
  /**
   * Words that official titles use for it, each one to three words that a title must hold together.
   *
   * @minItems 1
   * @maxItems 30
   */
  titles: string[];
}
/**
 * Whom readers tell what they cannot use; absent where it is the contact of the plan.
 */
export interface Contact {
  address: Line;
  telephone: Line;
  email: Line;
}
/**
 * One revision in plain words. It belongs to that revision alone, and so never outlives its text.
 */
export interface PlainSummary {
  /**
   * Its code and number in one word: CI2788.4.
   */
  revision: string;
  text: Text;
}
export interface Contact1 {
  address: Line;
  telephone: Line;
  email: Line;
}
export interface Seal {
  mediaType: 'image/svg+xml' | 'image/png';
  base64: string;
  alternative: Line;
}
/**
 * How this plan decides on classification actions.
 */
export interface Procedure {
  /**
   * Days that an action stays posted before it may be adopted; null where actions are not posted.
   */
  postingDays: number | null;
  /**
   * True where the public may comment on a posted action.
   */
  comments: boolean;
  /**
   * True where adoption is provisional until an ordinance ratifies it.
   */
  provisional: boolean;
}
export interface SectionSetting {
  key: SectionKey;
  label: Line;
  /**
   * True where a specification may not be adopted while this section is not yet written. An explicit none counts as written.
   */
  required: boolean;
}
export interface Codes {
  occupationalGroup: CodeTable;
  flsa: CodeTable;
  eeo4: CodeTable;
  bargainingUnit: CodeTable;
  soc: CodeTable;
  civilServiceStatus: CodeTable;
  physicalDemandLevel: CodeTable;
}
/**
 * The codes of one kind, with the scheme they come from.
 */
export interface CodeTable {
  scheme: Line | null;
  /**
   * @maxItems 1000
   */
  values: CodeMeaning[];
}
export interface CodeMeaning {
  code: Line;
  meaning: Line;
  /**
   * One plain sentence for the public; null where the meaning says enough.
   */
  explanation: Text | null;
}
/**
 * An action as those who prepare and decide it see it. Its ETag is what a change or a step names.
 */
export interface Preparation {
  number: ActionNumber;
  title: Line;
  reason: Text3;
  authority: Line6;
  /**
   * Each change may have a date of its own.
   */
  effectiveOn: CalendarDate | null;
  step: ActionStep;
  postedOn: CalendarDate | null;
  commentsUntil: CalendarDate | null;
  decidedOn: CalendarDate | null;
  ratifiedOn: CalendarDate | null;
  openedAt: Instant2;
  /**
   * The steps that are possible now, to whoever has the role.
   */
  acts: ('submit' | 'return' | 'post' | 'reopen' | 'adopt' | 'ratify' | 'withdraw')[];
  /**
   * Names exactly what adopting, or ratifying, it would record; null where there is nothing to decide.
   */
  decisionHash: Hash | null;
  /**
   * What it lacks before it can go on.
   */
  obstacles: string[];
  changes: PreparedChange[];
  /**
   * The series and shared texts that it changes.
   */
  texts: PreparedText[];
  /**
   * What was said of its drafts and is not settled.
   */
  openThreads: number;
  /**
   * How far an approved adoption is; null where none is approved, and once it is recorded.
   */
  adoption: AdoptionProgress | null;
}
export interface PreparedChange {
  classId: Slug;
  intent: ChangeIntent;
  code: ClassCode | null;
  title: Line;
  effectiveOn: CalendarDate | null;
  draftHash: Hash3;
}
export interface PreparedText {
  subject: TextSubject;
  id: Slug;
  title: Line;
}
export interface AdoptionProgress {
  total: number;
  done: number;
  isUnderWay: boolean;
  fault: string | null;
}
/**
 * Why a request was refused, or failed (RFC 9457). type ends with the code of docs/refusals.md.
 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  /**
   * Each place of the request that is wrong.
   */
  errors?: RequestError[];
  /**
   * Places that two writers changed: base, mine and theirs.
   */
  conflicts?: {}[];
  /**
   * Under which the log has the cause of a fault.
   */
  reference?: string;
}
export interface RequestError {
  detail: string;
  /**
   * A JSON Pointer (RFC 6901) into the body.
   */
  pointer?: string;
  /**
   * The name of a parameter of the query or the path.
   */
  parameter?: string;
  /**
   * The name of a header.
   */
  header?: string;
}
/**
 * One action as the public sees it: what was decided, and what was posted.
 */
export interface PublicAction {
  number: ActionNumber;
  title: Line;
  standing: ActionStanding;
  /**
   * null where it is not decided.
   */
  decision: DecidedAction | null;
  /**
   * The latest first.
   */
  postings: PublicPosting[];
}
/**
 * What was proposed when the action was posted.
 */
export interface PublicPosting {
  postedOn: CalendarDate;
  commentsUntil: CalendarDate | null;
  title: Line;
  reason: Text;
  authority: Line;
  changes: ProposedChange[];
  texts: ProposedText[];
}
export interface ProposedChange {
  classId: Slug;
  code: ClassCode | null;
  title: Line;
  number: number;
  /**
   * @minItems 1
   */
  kinds: ChangeKind[];
  effectiveOn: CalendarDate;
}
export interface ProposedText {
  subject: TextSubject;
  id: Slug;
  title: Line;
  /**
   * @minItems 1
   */
  kinds: ChangeKind[];
  effectiveOn: CalendarDate;
}
/**
 * A series with its levels on a date, as published at /series/ID.json.
 */
export interface PublishedSeries {
  on: CalendarDate5;
  series: Series;
  levels: PublishedLevel[];
}
export interface PublishedLevel {
  /**
   * From 1 for the lowest.
   */
  level: number | null;
  code: ClassCode;
  title: Line;
  /**
   * What the work is, as the text says it.
   */
  summary: string;
  payGrade: Line | null;
  /**
   * The lowest pay of the grade on the date, a year.
   */
  minimum: number | null;
  /**
   * The highest pay of the grade on the date, a year.
   */
  maximum: number | null;
  currency: string | null;
  flsa: Line | null;
  /**
   * The address of its text on the date.
   */
  href: string;
}
/**
 * Which classes.
 */
export interface ClassesQuery {
  /**
   * Words that stand in the text, in the title or code, or in a former one.
   */
  q?: string;
  /**
   * The id of a series.
   */
  series?: string;
  /**
   * A pay grade.
   */
  grade?: string;
  /**
   * An FLSA code of the plan.
   */
  flsa?: string;
  /**
   * An EEO-4 category of the plan.
   */
  eeo4?: string;
  /**
   * A bargaining unit of the plan.
   */
  union?: string;
  /**
   * The letter with which the title begins.
   */
  letter?: string;
  /**
   * An occupational group of the plan.
   */
  group?: string;
  /**
   * active where it is left out.
   */
  status?: 'active' | 'abolished';
  on?: CalendarDate6;
  /**
   * How many entries at most; 50 where it is left out.
   */
  limit?: number;
  /**
   * The nextCursor of the part before.
   */
  cursor?: string;
}
/**
 * Which levels of a series.
 */
export interface ComparisonQuery {
  /**
   * Two to eight codes with commas between them; where it is left out, all levels up to eight.
   */
  levels?: string;
  /**
   * all where it is left out.
   */
  show?: 'all' | 'differences';
  on?: CalendarDate7;
}
/**
 * Which two texts: two revisions, or two dates.
 */
export interface DiffQuery {
  /**
   * The number of a revision, or a date.
   */
  from: string;
  /**
   * The number of a revision, or a date, as from is.
   */
  to: string;
}
/**
 * An address that takes no parameters.
 */
export interface NoQuery {}
/**
 * A date.
 */
export interface DateQuery {
  on?: CalendarDate8;
}
/**
 * A part of a list on a date.
 */
export interface DatedPartQuery {
  on?: CalendarDate9;
  /**
   * How many entries at most; 50 where it is left out.
   */
  limit?: number;
  /**
   * The nextCursor of the part before.
   */
  cursor?: string;
}
/**
 * A part of a list.
 */
export interface PartQuery {
  /**
   * How many entries at most; 50 where it is left out.
   */
  limit?: number;
  /**
   * The nextCursor of the part before.
   */
  cursor?: string;
}
/**
 * Since when.
 */
export interface RecordQuery {
  /**
   * The number of an entry, after which, or a date, from which day on; from the first entry where it is left out.
   */
  since?: string;
  /**
   * How many entries at most; 50 where it is left out.
   */
  limit?: number;
  /**
   * The nextCursor of the part before.
   */
  cursor?: string;
}
/**
 * What to search for.
 */
export interface SearchQuery {
  /**
   * Words that stand in the text, in the title or code, or in a former one.
   */
  q: string;
  on?: CalendarDate10;
  /**
   * How many entries at most; 50 where it is left out.
   */
  limit?: number;
  /**
   * The nextCursor of the part before.
   */
  cursor?: string;
}
/**
 * What the record took in, in its order: revisions of classes, series, shared texts and pay schedules, and decided actions.
 */
export interface RecordEntries {
  /**
   * The number of the last entry of the record.
   */
  head: number;
  data: RecordEntry[];
  page: ListPage;
}
export interface RecordEntry {
  seq: number;
  subject: EntrySubject;
  subjectId: string;
  number: number;
  status: Status;
  /**
   * @minItems 1
   */
  changes: ChangeKind[];
  effectiveOn: CalendarDate;
  decidedOn: CalendarDate | null;
  recordedAt: Instant2;
  action: Line | null;
  hash: Hash;
  /**
   * Where the API tells more of it; null where it does not.
   */
  href: string | null;
}
/**
 * The marked difference of two texts, as /classes/CODE/compare/…json answers: every section that either has, in the order of the plan, what did not change too. Applied, its runs are the text after; undone, the text before, to the character.
 */
export interface PublishedRedline {
  /**
   * Which two texts, in words.
   */
  compared: string;
  /**
   * null where there was no text: all of the text after is inserted.
   */
  before: RedlineText | null;
  after: RedlineText;
  /**
   * The action whose draft the text after is. It is not decided. null where both texts are recorded.
   */
  draftOf: ActionNumber | null;
  /**
   * The key of the one section that this tells of; null for all.
   */
  section: string | null;
  summary: string;
  counts: RedlineCounts;
  /**
   * What a reader must know of this comparison, in sentences.
   */
  notices: string[];
  sections: PublishedRedlineSection[];
  links: RedlineLinks;
}
/**
 * One of the two texts.
 */
export interface RedlineText {
  name: string;
  classId: Slug;
  code: ClassCode | null;
  title: string;
  /**
   * null of a draft.
   */
  revision: number | null;
  effectiveOn: CalendarDate | null;
  action: Line | null;
  /**
   * The date on which the text in force was looked for; null where it was asked for by its number.
   */
  on: CalendarDate | null;
}
/**
 * How many blocks and facts. One that was moved and reworded counts under both, in the total once.
 */
export interface RedlineCounts {
  inserted: number;
  deleted: number;
  changed: number;
  moved: number;
  total: number;
}
export interface PublishedRedlineSection {
  /**
   * title, code, series, a canonical section, or additional. and an id.
   */
  key: string;
  heading: string;
  change: 'same' | 'changed' | 'inserted' | 'deleted';
  facts: PublishedRedlineFact[];
  blocks: PublishedRedlineBlock[];
}
/**
 * A value that is replaced as a whole; null where it is not stated.
 */
export interface PublishedRedlineFact {
  label: string;
  from: string | null;
  to: string | null;
  /**
   * The change in words, such as “Moved from 9 to 2 and reworded”; null where there is none.
   */
  says: string | null;
}
export interface PublishedRedlineBlock {
  kind: 'paragraph' | 'item' | 'term' | 'clause';
  level: 1 | 2;
  change: 'same' | 'changed' | 'inserted' | 'deleted' | 'moved';
  /**
   * Its place in the section before.
   */
  from: number | null;
  /**
   * Its place in the section after.
   */
  to: number | null;
  /**
   * The change in words, such as “Moved from 9 to 2 and reworded”; null where there is none.
   */
  says: string | null;
  /**
   * Its kind and level before, where they were others.
   */
  was: {
    kind: 'paragraph' | 'item' | 'term' | 'clause';
    level: 1 | 2;
  } | null;
  /**
   * Of a term what it defines; null for every other kind.
   */
  term: Runs | null;
  runs: Runs;
}
export interface PublishedRun {
  mark: 'same' | 'deleted' | 'inserted';
  text: string;
  /**
   * What stood there before, of a run that is the same but for its typography.
   */
  before?: string;
}
export interface RedlineLinks {
  html: string;
  json: string;
  txt: string;
  pdf: string;
  /**
   * A Word document with tracked changes.
   */
  docx?: string;
}
/**
 * A part of the revisions of a class, the latest number first, without their texts.
 */
export interface RevisionList {
  classId: Slug;
  code: ClassCode;
  data: RevisionSummary[];
  page: ListPage;
}
export interface RevisionSummary {
  number: number;
  status: Status;
  title: Line;
  code: ClassCode;
  effectiveOn: CalendarDate;
  decidedOn: CalendarDate | null;
  recordedAt: Instant2;
  action: Line | null;
  /**
   * @minItems 1
   */
  changes: ChangeKind[];
  standing: StandingKind;
  seq: number;
  hash: Hash;
  links: Links;
}
/**
 * The addresses of its representations.
 */
export interface Links {
  html: string;
  json: string;
  txt: string;
  pdf: string;
  /**
   * The text as a Word document, for editing.
   */
  docx?: string;
}
/**
 * One permanent snapshot of a specification, as published: its header in the record, its class history to date, and its text. The permanent answer (/classes/CODE/revisions/N.json) never changes and so has no standing; today's answers (/classes/CODE.json, /classes/CODE/DATE.json) have one.
 */
export interface Revision {
  classId: Slug;
  /**
   * Counted from 1 within the class.
   */
  number: number;
  status: Status;
  effectiveOn: CalendarDate;
  decidedOn: CalendarDate | null;
  recordedAt: Instant2;
  action: Line | null;
  /**
   * What it changed.
   *
   * @minItems 1
   */
  changes: ChangeKind[];
  /**
   * Place in the record of the whole plan, from 1 without gaps.
   */
  seq: number;
  hash: Hash;
  previousHash: Hash;
  bodyHash: Hash;
  specification: Specification;
  /**
   * The events of the class up to this revision.
   */
  history: HistoryEvent[];
  links: Links;
  standing?: PublishedStanding;
}
/**
 * Where the revision stands on the day of the answer. It is no part of the revision: no hash is over it, and it changes with the calendar and with what is decided.
 */
export interface PublishedStanding {
  kind: StandingKind;
  /**
   * The day from which another revision applies, as far as it is decided.
   */
  until: CalendarDate | null;
  /**
   * The action that decided this revision, where it is approved provisionally and not yet ratified.
   */
  provisional: ActionNumber | null;
  /**
   * The posted, undecided actions that propose a change of the class.
   */
  proposedBy: ActionNumber[];
  /**
   * The same in words, as the page of the class says it.
   */
  sentences: string[];
}
/**
 * The classification actions of the sample plan, in the order of their decisions. The changes that each one made stand in the classes. scripts/sample-plan.ts reads it.
 */
export interface SampleActions {
  $schema: string;
  /**
   * @minItems 1
   * @maxItems 1000
   */
  actions: SampleAction[];
}
export interface SampleAction {
  number: Line;
  title: Line;
  reason: Text;
  authority: Line;
  decidedOn: CalendarDate;
  effectiveOn: CalendarDate;
}
/**
 * One class of the sample plan in the short form its authors write: the first revision whole, each later one as what it changes. scripts/sample-plan.ts turns it into specifications.
 */
export interface SampleClass {
  $schema: string;
  classId: Slug;
  /**
   * @minItems 1
   * @maxItems 50
   */
  revisions: SampleRevision[];
}
export interface SampleRevision {
  /**
   * @minItems 1
   */
  changes: ChangeKind[];
  effectiveOn: CalendarDate;
  decidedOn: CalendarDate | null;
  action: Line | null;
  events: HistoryEvent[];
  set: SampleText;
}
/**
 * What this revision says: in the first revision everything, later only what it changes.
 */
export interface SampleText {
  code?: ClassCode;
  title?: Line;
  series?: Placement;
  sections?: SampleSections;
}
export interface SampleSections {
  summary?: SampleProse;
  distinguishing?: SampleProse;
  duties?: SampleProse;
  competencies?: SampleProse;
  knowledgeSkills?: SampleProse;
  supervisionReceived?: SampleProse;
  supervisionExercised?: SampleProse;
  education?: SampleProse;
  experience?: SampleProse;
  equivalency?: SampleProse;
  desirable?: SampleProse;
  licensure?: SampleProse;
  workingEnvironment?: SampleProse;
  physicalDemandLevel?: string;
  physicalDemands?: SampleProse;
  backgroundChecks?: SampleProse;
  assessment?: SampleProse;
  probation?: string;
  /**
   * The fields of details; state is understood. In a later revision only the fields that change.
   */
  details?: {};
}
/**
 * A part of the classes that fit the words, the best first.
 */
export interface SearchResults {
  on: CalendarDate;
  corrected: Corrected;
  /**
   * Words that stand for those that were sent.
   */
  alsoSearchedFor: string[];
  data: SearchResult[];
  page: ListPage;
}
export interface SearchResult {
  class: ClassSummary;
  /**
   * Where the text says what was searched for; null where its names do.
   */
  passage: SearchPassage | null;
}
export interface SearchPassage {
  section: string;
  text: string;
}
/**
 * A series with its levels on a date, from the lowest up.
 */
export interface SeriesLadder {
  on: CalendarDate;
  series: Series;
  levels: ClassSummary[];
}
/**
 * A part of the series of the plan on a date, by title.
 */
export interface SeriesList {
  on: CalendarDate;
  data: SeriesSummary[];
  page: ListPage;
}
export interface SeriesSummary {
  id: Slug;
  title: Line;
  occupationalGroup: string | null;
  levels: SeriesLevel[];
}
export interface SeriesLevel {
  classId: Slug;
  code: ClassCode;
  title: Line;
  level: number | null;
}
/**
 * Who says what about whom in a series on a date: what /series/ID/statements.json answers. A cell for every two classes, also where nothing is said.
 */
export interface SeriesStatements {
  series: {
    id: Slug;
    title: string;
  };
  on: CalendarDate;
  /**
   * The classes of the series, lowest level first.
   */
  levels: SpeakingLevel[];
  /**
   * How many restatements are no longer what the class says.
   */
  drifted: number;
  /**
   * What each class says of each, itself too.
   */
  cells: SaidOfClass[];
  /**
   * What they say of classes outside the series.
   */
  outside: SaidOfClass[];
}
export interface SpeakingLevel {
  classId: Slug;
  code: string | null;
  title: string;
  level: number;
  /**
   * The number of the revision that is read.
   */
  revision: number;
}
export interface SaidOfClass {
  by: NamedClass;
  of: NamedClass;
  statements: SaidSentence[];
}
export interface NamedClass {
  classId: Slug;
  code: string | null;
  title: string;
}
export interface SaidSentence {
  section: 'summary' | 'distinguishing';
  /**
   * The address of the passage.
   */
  at: string;
  sentence: string;
  /**
   * The title or code of earlier times by which it calls the class; null where it uses none.
   */
  formerName: string | null;
  /**
   * What it says that the class does, held against what that class says on the date.
   */
  restated: ComparedRestatement[];
}
export interface ComparedRestatement {
  words: string;
  /**
   * What is only a few words long is not compared.
   */
  verdict: 'agrees' | 'drifted' | 'too short';
  /**
   * The words that the text of the class does not have, where it drifted.
   */
  absent: string[];
  /**
   * The sentence of the class that comes nearest; empty where none does.
   */
  nearest: string;
}
export interface PassingStep {
  act: 'submit' | 'return' | 'reopen' | 'withdraw';
  /**
   * Kept in the log of the action; a return needs one.
   */
  note?: string;
}
export interface PostingStep {
  act: 'post';
  /**
   * Kept in the log of the action; a return needs one.
   */
  note?: string;
  /**
   * How many open threads are carried on; left out where none are open.
   */
  carryThreads?: number;
}
export interface AdoptingStep {
  act: 'adopt';
  decidedOn?: CalendarDate11;
  /**
   * How many open threads are carried on; left out where none are open.
   */
  carryThreads?: number;
}
export interface RatifyingStep {
  act: 'ratify';
  ratifiedBy: Line7;
  decidedOn?: CalendarDate12;
}
/**
 * Plain words with the words of official titles that they stand for. The search reads them; no text is changed by them.
 */
export interface Synonyms1 {
  $schema: string;
  synonyms: Synonyms2;
}
/**
 * What the record says of a copy, by its hash or by the revision that it names: what /verify.json answers.
 */
export interface Verification {
  copy: CopyKind;
  sha256: Hash | null;
  /**
   * The revision that the file or the question names: a code, a full stop, a number.
   */
  claims: string | null;
  /**
   * The revision that the copy is of, or claims to be of; null where the record holds none.
   */
  revision: VerifiedRevision | null;
  /**
   * The text of the same class that is in force today; null where there is none.
   */
  inForce: TextInForce | null;
  /**
   * The same in words.
   *
   * @minItems 1
   */
  sentences: string[];
}
export interface VerifiedRevision {
  classId: Slug;
  code: ClassCode;
  title: string;
  number: number;
  effectiveOn: CalendarDate;
  standing: PublishedStanding;
  /**
   * The hash of the official PDF; null where it is not printed yet.
   */
  officialSha256: Hash | null;
  /**
   * What the official PDF says of the record it was printed upon: an entry and the first digits of its hash.
   */
  record: string | null;
  links: Links;
}
export interface TextInForce {
  number: number;
  effectiveOn: CalendarDate;
  links: Links;
}
