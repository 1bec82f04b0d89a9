// Something that a person can correct in what they sent: told beside its field and in a linked summary.

export interface Issue {
  /** The name of the field; '' where it is the whole. */
  readonly field: string;
  /** A word for programs: 'missing', 'taken', 'too-common'. */
  readonly problem: string;
  readonly message: string;
}
