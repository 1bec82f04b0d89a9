// What stands around a text for those who read it: where it stands, in plain words where the plan has them, that it is no
// vacancy, how to cite it.
import type { Request } from 'express';
import type { PlanSettings } from '../../schemas/types.ts';
import { citationOf } from '../documents/citation.ts';
import { nameOfRevision } from '../model/revision-name.ts';
import type { Standing } from '../model/standing.ts';
import type { ClassRevision } from '../store/classes.ts';
import type { Tools } from '../tools.ts';
import type { ClassFound } from './class-text.ts';
import { standingInShort } from './standing-words.ts';

export function readingAids(
  { publicUrl }: Tools,
  request: Request,
  { settings, today, code }: ClassFound,
  standing: Standing<ClassRevision>,
) {
  const { number } = standing.revision;
  const address = `${publicUrl ?? ownOrigin(request)}/classes/${code}/revisions/${number}`;
  return {
    standing: standingInShort(standing),
    isInForce: standing.kind === 'in force',
    plainSummary: plainSummaryOf(standing.revision, settings),
    jobsUrl: settings.jobsUrl ?? null,
    citation: citationOf({ standing, settings, address, accessedOn: today }),
    issuer: { employer: settings.employer, office: settings.office, publicNotice: settings.publicNotice },
  };
}

function plainSummaryOf({ body, number }: ClassRevision, settings: PlanSettings): string | null {
  const name = nameOfRevision(body.code ?? '', number);
  return settings.plainSummaries?.find(({ revision }) => revision === name)?.text ?? null;
}

/** Where no public address is set, the one that the reader used. */
function ownOrigin(request: Request): string {
  return `${request.protocol}://${request.host}`;
}
