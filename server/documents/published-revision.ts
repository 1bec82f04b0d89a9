// A revision as published data: schemas/revision.schema.json.
import type { HistoryEvent, Links, PublishedStanding, Revision } from '../../schemas/types.ts';
import type { RecordedRevision } from '../store/record.ts';

/**
 * The links are made of the code that the class had then, which leads to it for ever: so a permanent answer stays the
 * same to the byte. `standing` goes into an answer of the day; a permanent answer has none.
 */
export function publishedRevision(
  revision: RecordedRevision<'class'>,
  history: readonly HistoryEvent[],
  standing?: PublishedStanding,
): Revision {
  const {
    subjectId,
    body,
    subject: _subject,
    events: _events,
    recordedBy: _by,
    changes,
    ...header
  } = revision;
  return {
    ...header,
    classId: subjectId,
    changes: [...changes],
    specification: body,
    history: [...history],
    links: linksTo(`/classes/${body.code}/revisions/${revision.number}`),
    ...(standing && { standing }),
  };
}

export function linksTo(address: string): Required<Links> {
  return {
    html: address,
    json: `${address}.json`,
    txt: `${address}.txt`,
    pdf: `${address}.pdf`,
    docx: `${address}.docx`,
  };
}
