// The plan as its checks see it: the texts in force on a date with what surrounds them. Plain data, read by store/.
import type {
  CalendarDate,
  ChangeKind,
  Grade,
  HistoryEvent,
  PlanSettings,
  Series,
  SharedText,
  Specification,
  Status,
} from '../../../schemas/types.ts';

export interface RevisionDate {
  readonly number: number;
  readonly effectiveOn: CalendarDate;
  readonly changes: readonly ChangeKind[];
  readonly events: readonly HistoryEvent[];
}

/** The text of a class in force on the date, or a draft as if it were. */
export interface ClassText {
  readonly classId: string;
  readonly status: Status;
  readonly effectiveOn: CalendarDate;
  /** The revisions up to this one, by number; none of a class that is only drafted. */
  readonly revisions: readonly RevisionDate[];
  readonly body: Specification;
}

/** A name that a class had and has no more. */
export interface PastName {
  readonly classId: string;
  readonly code: string;
  readonly title: string;
  readonly until: CalendarDate;
  /** True where the class itself ended then. */
  readonly isAbolished: boolean;
}

export interface PlanView {
  readonly on: CalendarDate;
  readonly settings: PlanSettings;
  /** Active classes only. */
  readonly classes: readonly ClassText[];
  readonly pastNames: readonly PastName[];
  readonly series: readonly Series[];
  /** The pay schedule of the date; null where the plan has none. */
  readonly grades: readonly Grade[] | null;
  readonly sharedTexts: readonly SharedText[];
}
