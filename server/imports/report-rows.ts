// The rows of the report: one for each heading of the source and section that its text went to.
import type { Details, ImportFinding, ReadSection } from '../../schemas/types.ts';
import { finding } from './finding.ts';
import { beforeAll } from './gather.ts';
import type { Part } from './parts.ts';
import type { PartRow } from './write-draft.ts';

type Rows = ReadonlyMap<Part, readonly PartRow[]>;

export function rowsOf(parts: readonly Part[], rows: Rows, details: Details | null): ReadSection[] {
  return parts.flatMap((part) => {
    const heading = part.heading?.words ?? beforeAll;
    const line = part.line?.number ?? part.body[0]?.line.number ?? 1;
    return rowsOfPart(part, rows, details).map(({ key, state, blocks }) => ({
      heading,
      key,
      line,
      state,
      blocks,
    }));
  });
}

function rowsOfPart(part: Part, rows: Rows, details: Details | null): readonly PartRow[] {
  const target = part.heading?.target;
  if (target === 'details' || target === 'history') {
    const isEmpty = part.body.length === 0 || (target === 'details' && !details);
    return [{ key: 'details', state: isEmpty ? 'empty' : 'text', blocks: 0 }];
  }
  const own = rows.get(part) ?? [];
  if (own.length > 0 || !target) return own;
  const isShared = target === 'qualifications' || target === 'supervision' || target === 'additional';
  return [{ key: isShared ? null : target, state: 'empty', blocks: 0 }];
}

export function emptySections(parts: readonly Part[], rows: Rows): ImportFinding[] {
  return parts.flatMap((part) => {
    const { heading, line, body } = part;
    const mayBeEmpty = heading?.target === 'qualifications' || heading?.target === 'supervision';
    if (!heading || !line || body.length > 0 || rows.has(part) || mayBeEmpty) return [];
    return [finding('import.empty-section', line.number, `"${heading.words}" has no text under it.`)];
  });
}
