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
  'series-not-begun': {
    status: 404,
    title: 'No such series on that date',
    sentence: 'This series did not exist on that date. Ask for a date on which it did.',
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
    sentence: 'This address answers as HTML, JSON, plain text, PDF or Word document. Ask for one of these.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Not possible here',
    sentence: 'This address does not take a request of that kind. Start from the page that leads to it.',
  },
  'form-not-readable': {
    status: 400,
    title: 'The form cannot be read',
    sentence: 'What was sent is not what this form sends. Load the page again and send it once more.',
  },
  'form-too-large': {
    status: 413,
    title: 'Too much at once',
    sentence: 'A form may hold at most a megabyte of text. Send less at once.',
  },
  'not-signed-in': {
    status: 401,
    title: 'Sign in first',
    sentence:
      'This needs an account, and nobody is signed in. Sign in, in another tab if you have text here, and try again.',
  },
  'role-needed': {
    status: 403,
    title: 'Your role does not allow this',
    sentence:
      'Your account does not have the role that this needs. An administrator of the plan gives roles.',
  },
  'sent-from-elsewhere': {
    status: 403,
    title: 'Sent from another site',
    sentence:
      'Nothing was done, because this was not sent from a page of this site. Open the page here and send it again.',
  },
  'person-not-found': {
    status: 404,
    title: 'No such person',
    sentence: 'The plan has no account at this address. The list of people shows them all.',
  },
  'too-many-tries': {
    status: 429,
    title: 'Too many tries',
    sentence: 'Too many tries to sign in came from here. Wait for some minutes, then try again.',
  },
  'sign-in-unavailable': {
    status: 503,
    title: 'The sign-in service does not answer',
    sentence: 'Your employer’s sign-in cannot be reached. Try again in a minute, or sign in with a password.',
  },
  'sign-in-not-completed': {
    status: 400,
    title: 'The sign-in was not completed',
    sentence:
      'What came back from your employer’s sign-in does not belong to a sign-in begun here. Begin again.',
  },
  'no-account': {
    status: 403,
    title: 'No account for you yet',
    sentence:
      'Your employer knows you, but this plan has no account for you. Ask an administrator of the plan for one.',
  },
  'action-not-found': {
    status: 404,
    title: 'No such action',
    sentence: 'No classification action has this number. The list of actions shows them all.',
  },
  'change-not-found': {
    status: 404,
    title: 'No such change',
    sentence: 'This action holds no change of that class. Its page lists its changes.',
  },
  'text-not-found': {
    status: 404,
    title: 'No such text',
    sentence:
      'The plan has no text of this name. The library lists the shared texts, the list of series the series.',
  },
  'sweep-not-found': {
    status: 404,
    title: 'No such sweep',
    sentence: 'There is no sweep at this address. The list of sweeps shows them all.',
  },
  'sweep-closed': {
    status: 409,
    title: 'The sweep is not open',
    sentence:
      'It was ended or given up, so nothing can be decided in it. Its page shows what can be done now.',
  },
  'sweep-undecided': {
    status: 409,
    title: 'Some classes are not decided yet',
    sentence: 'A sweep ends when every class in it is decided. Its page shows those that are open.',
  },
  'sweep-impossible': {
    status: 422,
    title: 'The proposal cannot be made',
    sentence: 'What is proposed does not fit the texts that were found. Change the proposal, then try again.',
  },
  'step-not-possible': {
    status: 409,
    title: 'Not possible at this step',
    sentence: 'The action is at a step where this cannot be done. Its page shows what can be done now.',
  },
  'own-change': {
    status: 403,
    title: 'Somebody else must decide',
    sentence: 'You wrote in this action, and nobody decides on a change of their own. Ask another approver.',
  },
  'note-needed': {
    status: 422,
    title: 'Say what is to be changed',
    sentence:
      'An action is returned with a note, so that its author knows what to do. Go back, write one, and return it again.',
  },
  'moved-since-shown': {
    status: 409,
    title: 'The action has moved since it was shown',
    sentence: 'What you were shown is not what it says now. Read it again, then decide.',
  },
  'statement-moved': {
    status: 409,
    title: 'The texts have changed since they were shown',
    sentence:
      'One of the two texts is no longer what the page showed, and nothing was proposed. Load the statements again, and mend what they say now.',
  },
  'not-adoptable': {
    status: 409,
    title: 'The action cannot be adopted as it stands',
    sentence: 'At least one change is not ready. The action’s page names each and what to do.',
  },
  'comments-open': {
    status: 409,
    title: 'Comments are still open',
    sentence: 'The action is posted for comment and cannot be adopted before that time has passed.',
  },
  'finding-not-found': {
    status: 404,
    title: 'No such finding',
    sentence:
      'The text does not show this finding any more, or it is suppressed already. The plan checks show what stands today.',
  },
  'base-missing': {
    status: 428,
    title: 'Which text was edited?',
    sentence:
      'The version that was edited must be named, so that nobody’s work is overwritten. Reload the page and try again.',
  },
  'base-unknown': {
    status: 412,
    title: 'That version is not known',
    sentence:
      'The version that was named is none of this draft. Read the draft again, and make the change upon what it says now.',
  },
  'stale-draft': {
    status: 412,
    title: 'Somebody else has saved meanwhile',
    sentence:
      'The same places were changed by both. Nothing is lost: choose for each place, then save again.',
  },
  'threads-open': {
    status: 409,
    title: 'Threads are open',
    sentence:
      'Something that was said about a draft is not settled. Resolve the open threads, or say how many of them the action carries on.',
  },
  'thread-not-found': {
    status: 404,
    title: 'No such thread',
    sentence: 'This draft has no such thread. The page of its comments shows every one.',
  },
  'place-not-found': {
    status: 409,
    title: 'That passage is not there any more',
    sentence:
      'The passage was taken out of the draft meanwhile. Go back, copy what you wrote, and choose another place.',
  },
  'discussion-full': {
    status: 409,
    title: 'Too much to settle',
    sentence: 'No more can be said here. Resolve what is open, and go on in a new draft or in person.',
  },
  'comments-closed': {
    status: 409,
    title: 'Comments are closed',
    sentence:
      'This action takes no comments now. The office, whose address is below, still reads what you write to it.',
  },
  'comments-full': {
    status: 409,
    title: 'No more comments can be taken here',
    sentence:
      'This action has as many comments as can be taken here. Write to the office, whose address is below.',
  },
  'too-many-comments': {
    status: 429,
    title: 'Too many comments at once',
    sentence:
      'Several comments have come from your connection. Go back, where your text still stands, and send it later; or write to the office.',
  },
  'comment-not-found': {
    status: 404,
    title: 'No such comment',
    sentence: 'This action has no comment of that number. The list of comments shows them all.',
  },
  'reason-needed': {
    status: 422,
    title: 'Say why',
    sentence:
      'What is kept as it is, or withheld, is so for a reason that stays with it. Write one, and send it again.',
  },
  'file-too-large': {
    status: 413,
    title: 'The file is too large',
    sentence: 'A file may have at most 10 MB. Take the pictures out of the document and send it again.',
  },
  'files-too-large': {
    status: 413,
    title: 'The files are too large',
    sentence:
      'Files that are compared may have 20 MB together. Send fewer at once, or take the pictures out of them.',
  },
  'upload-not-found': {
    status: 404,
    title: 'No such upload',
    sentence:
      'Nothing that you sent waits here. What was sent is kept until it is put into the draft, or for a day. Send the file again.',
  },
  'request-not-valid': {
    status: 400,
    title: 'The request cannot be read',
    sentence: 'Each parameter that is wrong is named in errors. Correct them and send it again.',
  },
  'body-not-readable': {
    status: 400,
    title: 'The body cannot be read',
    sentence: 'The body is no JSON, or has a key twice in one object. Correct it and send it again.',
  },
  'body-not-json': {
    status: 415,
    title: 'The body is not JSON',
    sentence: 'This address takes JSON in UTF-8. Send it with Content-Type: application/json.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    sentence: 'A body may have at most two megabytes. Send less at once.',
  },
  'body-not-valid': {
    status: 422,
    title: 'The body does not conform',
    sentence:
      'Each place that does not conform to the schema is named in errors. Correct them and send it again.',
  },
  'token-needed': {
    status: 401,
    title: 'A token is needed',
    sentence:
      'This needs a token that is in force, sent as Authorization: Bearer. Make one on the page of your account.',
  },
  'token-not-found': {
    status: 404,
    title: 'No such token',
    sentence: 'You have no token of this name in force. The page of your account lists them.',
  },
  'scope-needed': {
    status: 403,
    title: 'The token does not allow this',
    sentence: 'The token lacks the scope that this needs. Make one that has it on the page of your account.',
  },
  'version-moved': {
    status: 412,
    title: 'It has changed since you read it',
    sentence:
      'What If-Match names is not what stands there now, and nothing was done. Read it again, then decide.',
  },
  'key-missing': {
    status: 400,
    title: 'An Idempotency-Key is needed',
    sentence:
      'Send a new Idempotency-Key of 1 to 200 letters, digits and hyphens with each request, and the same one when you repeat it.',
  },
  'key-used-otherwise': {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    sentence: 'A key names one request for a day. Send this one with a new key.',
  },
  'key-under-way': {
    status: 409,
    title: 'The first request is still under way',
    sentence: 'The request with this Idempotency-Key has no answer yet. Repeat it in some seconds.',
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

/** One place of a request that is wrong, for programs. */
export interface RequestFault {
  readonly detail: string;
  /** A JSON Pointer (RFC 6901) into the body. */
  readonly pointer?: string;
  /** Of the query or the path. */
  readonly parameter?: string;
  readonly header?: string;
}

export interface RefusalOptions {
  /** What this case is about, one sentence, shown beside the catalogue's own. */
  readonly detail?: string;
  readonly errors?: readonly RequestFault[];
  readonly cause?: unknown;
  readonly retryAfterSeconds?: number;
}

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string | null;
  readonly errors: readonly RequestFault[];
  readonly retryAfterSeconds: number | null;

  constructor(code: RefusalCode, options: RefusalOptions = {}) {
    const { status, title, sentence } = refusals[code];
    super(sentence, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.title = title;
    this.detail = options.detail ?? null;
    this.errors = options.errors ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}

export function refusal(code: RefusalCode, options: RefusalOptions = {}): Refusal {
  return new Refusal(code, options);
}
