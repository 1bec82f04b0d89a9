// What accompanies the open data in plain words: README.txt and LICENCE.txt.
import type { DataManifest, PlanSettings } from '../../schemas/types.ts';
import { inWords } from '../model/calendar-date.ts';

/** The licence that the plan states; where it states none, that, and whom to ask. */
export function licenceInWords({ dataLicence, employer, office }: PlanSettings): string {
  if (dataLicence) return `${dataLicence.name}: ${dataLicence.url}`;
  return `The ${employer} states no licence for this data. Class specifications are public documents: what the law on public records allows may be done with them. For anything beyond that, ask the ${office}.`;
}

export function licenceText(settings: PlanSettings): string {
  const { employer, office, contact } = settings;
  const ways = contact ? [contact.address, contact.telephone, contact.email] : [];
  return [licenceInWords(settings), '', `${employer}, ${office}`, ...ways, ''].join('\n');
}

export function readmeText({
  employer,
  on,
  record,
}: Pick<DataManifest, 'employer' | 'on' | 'record'>): string {
  return `The classification plan of the ${employer} as open data

The record up to its entry ${record.seq} (${record.hash}).
classes.jsonl, classes.csv and codes.csv tell what applies on ${inWords(on)} (${on}); the other files have no date.

classes.jsonl        one line a class: its names, where it stands, its revisions
revisions.jsonl      one line a revision: the whole text, as /classes/CODE/revisions/N.json has it
actions.jsonl        one line a decided action: the instrument and what it changed
series.jsonl, shared-texts.jsonl, pay-schedules.jsonl
                     one line a revision of a series, a shared text, the pay schedule
classes.csv          the classes in force, with their facts
codes.csv            what the codes of classes.csv mean
events.csv           the class histories
pay.csv              the pay ranges of every schedule
data-dictionary.csv  what every field means
schemas/             the form of every line (JSON Schema 2020-12)
manifest.json        every file with its size and SHA-256, and the entry of the record
LICENCE.txt          what may be done with the data

In force on a day D is, of the revisions of a class that are effective by D, the one with the latest effectiveOn, then the
highest number. JSON Lines are UTF-8, one value a line, in canonical form (RFC 8785). Tables are UTF-8 with a byte order mark.
Drafts, postings that are not decided and comments are not in the data. The same record on the same day gives the same bytes;
/checkpoint shows the signed head of the record, against which the hashes in the data can be held.
`;
}
