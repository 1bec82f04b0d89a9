// Where a text of a class stands among its versions, as links for programs (RFC 5829), in the head of its page and in the header
// of each of its representations.
import type { Response } from 'express';
import { linksTo } from '../documents/published-revision.ts';
import type { Standing } from '../model/standing.ts';
import type { ClassRevision } from '../store/classes.ts';
import { mediaTypes } from './answer.ts';
import { asOfToday, datedOf } from './as-of.ts';
import type { ClassFound } from './class-text.ts';

export interface VersionLink {
  readonly rel: 'version-history' | 'latest-version' | 'predecessor-version' | 'successor-version';
  readonly href: string;
}

export function versionLinks(found: ClassFound, standing: Standing<ClassRevision>): VersionLink[] {
  const { code, standings } = found;
  const known = datedOf(asOfToday(found.asOf)).query;
  const before = standings[standings.indexOf(standing) - 1]?.revision;
  const after = standing.endedBy;
  const address = ({ number }: ClassRevision) => `/classes/${code}/revisions/${number}${known}`;
  return [
    { rel: 'version-history', href: `/classes/${code}/revisions${known}` },
    { rel: 'latest-version', href: `/classes/${code}${known}` },
    ...(before ? [{ rel: 'predecessor-version', href: address(before) } as const] : []),
    ...(after ? [{ rel: 'successor-version', href: address(after) } as const] : []),
  ];
}

/** `address` is that of exactly this text. */
export function setLinkHeader(
  response: Response,
  found: ClassFound,
  standing: Standing<ClassRevision>,
  address: string,
): void {
  const { revision } = standing;
  const path = `/classes/${found.code}/revisions/${revision.number}`;
  const forms = linksTo(revision.status === 'abolished' ? path : address);
  response.set(
    'Link',
    [
      `<${address}>; rel="canonical"`,
      ...(['json', 'txt', 'pdf', 'docx'] as const).map(
        (form) => `<${forms[form]}>; rel="alternate"; type="${mediaTypes[form].split(';')[0]}"`,
      ),
      ...versionLinks(found, standing).map(({ rel, href }) => `<${href}>; rel="${rel}"`),
    ].join(', '),
  );
}
