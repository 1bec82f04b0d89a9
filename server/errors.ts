// The catalogue of refusals: not now, not you, not here. Each has a code, a status and a sentence that says
// what to do next. Anything thrown that is not a Refusal is a fault of ours and is answered 500.

interface CatalogueEntry {
  readonly status: number;
  readonly title: string;
  readonly sentence: string;
}

export const refusals = Object.freeze({
  'page-not-found': {
    status: 404,
    title: 'Page not found',
    sentence: 'Nothing is kept at this address. Check its spelling, or search the plan.',
  },
  'class-not-found': {
    status: 404,
    title: 'No such class',
    sentence: 'No class has or ever had this code. Check the code, or search by title.',
  },
  'series-not-found': {
    status: 404,
    title: 'No such series',
    sentence: 'The plan has no series of this name. The list of series shows them all.',
  },
  'revision-not-found': {
    status: 404,
    title: 'No such revision',
    sentence: 'This class has no revision of that number. Its history lists every revision.',
  },
  'not-yet-in-force': {
    status: 404,
    title: 'No text in force on that date',
    sentence:
      'No specification of this class was in force on that date. Its history shows from when on there was one.',
  },
  'class-abolished': {
    status: 410,
    title: 'This class is abolished',
    sentence:
      'No specification of this class is in force any more. Its page keeps the last text and every revision.',
  },
  'bad-request': {
    status: 400,
    title: 'The address cannot be read',
    sentence: 'Part of this address is not of the form it must have. Correct it and try again.',
  },
  'not-acceptable': {
    status: 406,
    title: 'Not available in that form',
    sentence: 'This address answers as HTML, JSON, plain text or PDF. Ask for one of these.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Not possible here',
    sentence: 'This address can be read, but nothing can be sent to it.',
  },
  'printer-busy': {
    status: 503,
    title: 'The printer is busy',
    sentence: 'Many official PDFs are being printed at this moment. Try again in a few seconds.',
  },
  'printer-unavailable': {
    status: 503,
    title: 'The PDF could not be printed',
    sentence:
      'The printer did not finish this document. Try again in a minute; the text itself is on the page of the class.',
  },
} satisfies Record<string, CatalogueEntry>);

export type RefusalCode = keyof typeof refusals;

export interface RefusalOptions {
  /** What this case is about, one sentence, shown beside the catalogue's own. */
  readonly detail?: string;
  readonly cause?: unknown;
  readonly retryAfterSeconds?: number;
}

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(code: RefusalCode, options: RefusalOptions = {}) {
    const { status, title, sentence } = refusals[code];
    super(sentence, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.title = title;
    this.detail = options.detail ?? null;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}

export function refusal(code: RefusalCode, options: RefusalOptions = {}): Refusal {
  return new Refusal(code, options);
}
