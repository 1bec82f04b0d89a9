// A revision as published data: schemas/revision.schema.json.
import type { HistoryEvent, Links, Revision } from '../../schemas/types.ts';
import type { RecordedRevision } from '../store/record.ts';

export function publishedRevision(
  revision: RecordedRevision<'class'>,
  history: readonly HistoryEvent[],
  code: string,
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
    links: linksTo(`/classes/${code}/revisions/${revision.number}`),
  };
}

export function linksTo(address: string): Links {
  return { html: address, json: `${address}.json`, txt: `${address}.txt`, pdf: `${address}.pdf` };
}
