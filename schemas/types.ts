// Generated from schemas/*.schema.json by `npm run types`. Not to be edited by hand.

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
 * One line of text.
 */
export type Line = string;
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
export type SourceEncoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'windows-1252';
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
 * abolished: from its effective date on, this revision ends the class.
 */
export type Status = 'active' | 'abolished';
/**
 * A day of the calendar, YYYY-MM-DD; never an instant.
 */
export type CalendarDate = string;
/**
 * A moment in UTC, ISO 8601 with milliseconds and Z.
 */
export type Instant = string;
export type ChangeKind =
  'create' | 'amend' | 'retitle' | 'recode' | 'regrade' | 'move' | 'correct' | 'abolish' | 'import';
/**
 * A SHA-256 in lower-case hexadecimal.
 */
export type Hash = string;
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

export interface Schemas {
  'adoptable-specification.schema.json': AdoptableSpecification;
  'common.schema.json': Common;
  'history-event.schema.json': HistoryEvent;
  'import-report.schema.json': ImportReport;
  'pay-schedule.schema.json': PaySchedule;
  'plan-settings.schema.json': PlanSettings;
  'revision.schema.json': Revision;
  'sample-actions.schema.json': SampleActions;
  'sample-class.schema.json': SampleClass;
  'series.schema.json': Series;
  'shared-text.schema.json': SharedText;
  'specification.schema.json': Specification;
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
 * The small parts that every other schema is made of.
 */
export interface Common {
  [k: string]: unknown;
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
  contact: Contact | null;
  seal: Seal | null;
  /**
   * The sections in the order of this plan's documents. Each canonical key stands exactly once.
   *
   * @minItems 19
   * @maxItems 19
   */
  sections: SectionSetting[];
  codes: Codes;
}
export interface Contact {
  address: Line;
  telephone: Line;
  email: Line;
}
export interface Seal {
  mediaType: 'image/svg+xml' | 'image/png';
  base64: string;
  alternative: Line;
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
 * One permanent snapshot of a specification, as published: its header in the record, its class history to date, and its text.
 */
export interface Revision {
  classId: Slug;
  number: number;
  status: Status;
  effectiveOn: CalendarDate;
  decidedOn: CalendarDate | null;
  recordedAt: Instant;
  action: Line | null;
  /**
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
  history: HistoryEvent[];
  links: Links;
}
export interface Links {
  html: string;
  json: string;
  txt: string;
  pdf: string;
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
