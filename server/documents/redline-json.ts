// A redline as published data: schemas/redline.schema.json.
import type { PublishedRedline, RedlineLinks, RedlineText } from '../../schemas/types.ts';
import type { RedlineBlock } from '../model/redline-blocks.ts';
import type { ComparedText, ComparedTexts } from './compared-texts.ts';
import { blockLabel, factLabel, summaryOf } from './redline-words.ts';

export function publishedRedline(texts: ComparedTexts, links: RedlineLinks): PublishedRedline {
  const { redline, before, after, section, draftOf } = texts;
  return {
    compared: texts.compared,
    before: before && textOf(before),
    after: textOf(after),
    draftOf,
    section: section && section.key,
    summary: summaryOf(redline.counts),
    counts: { ...redline.counts },
    notices: [...texts.notices],
    sections: redline.sections.map(({ key, heading, change, facts, blocks }) => ({
      ...{ key, heading, change },
      facts: facts.map((fact) => ({
        label: fact.label,
        from: fact.from,
        to: fact.to,
        says: factLabel(fact),
      })),
      blocks: blocks.map(blockOf),
    })),
    links,
  };
}

function textOf({ name, classId, body, number, effectiveOn, action, on }: ComparedText): RedlineText {
  const { code, title } = body;
  return { name, classId, code, title, revision: number, effectiveOn, action, on };
}

function blockOf(block: RedlineBlock): PublishedRedline['sections'][number]['blocks'][number] {
  const { kind, level, change, from, to, was, term, runs } = block;
  return {
    ...{ kind, level, change, from, to },
    says: blockLabel(block),
    was: was && { ...was },
    term: term && term.map((run) => ({ ...run })),
    runs: runs.map((run) => ({ ...run })),
  };
}
