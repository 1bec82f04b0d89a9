// /manage/actions/CN1746/changes/CLASS: the text that a change proposes. Saving names the version that was edited; what
// two people changed in the same place comes back with all three versions and nothing lost.
import type { Request, Response } from 'express';
import type { Specification } from '../../../schemas/types.ts';
import { requireDraft } from '../../actions/requirements.ts';
import { saveDraft } from '../../actions/save-draft.ts';
import { refusal } from '../../errors.ts';
import type { Choices } from '../../model/merge.ts';
import type { Issue } from '../../model/issue.ts';
import type { SchemaProblem } from '../../schemas.ts';
import { draftVersion } from '../../store/drafts.ts';
import type { Tools } from '../../tools.ts';
import type { Filled } from '../form.ts';
import { staff } from '../visitor.ts';
import { additionIssues, specificationOf } from './draft-text.ts';
import { sendDraft, type Shown } from './draft-view.ts';

type DraftRequest = Request<{ number: string; classId: string }>;

export async function showDraft(tools: Tools, request: DraftRequest, response: Response): Promise<void> {
  const { number, classId } = request.params;
  const draft = await requireDraft(tools.store, number, classId);
  await sendDraft(tools, request, response, draft, {
    status: 200,
    fields: null,
    issues: [],
    conflicts: [],
    edited: draft,
    base: draft.hash,
  });
}

export async function saveDraftForm(
  tools: Tools,
  request: DraftRequest,
  response: Response,
  form: Filled<'form-draft.schema.json'>,
): Promise<void> {
  const { number, classId } = request.params;
  const base = typeof form.typed.base === 'string' ? form.typed.base : '';
  const edited = await draftVersion(tools.store, number, classId, base);
  const draft = await requireDraft(tools.store, number, classId);
  if (!edited) throw refusal(base === '' ? 'base-missing' : 'base-unknown');
  const fields = form.typed;
  const again = (status: number, shown: Partial<Shown>, from = draft) => {
    const plain = { status, fields, issues: [], conflicts: [], edited, base };
    return sendDraft(tools, request, response, from, { ...plain, ...shown });
  };
  const issues = [...form.issues, ...additionIssues(fields)];
  if (form.value === null || issues.length > 0) return again(422, { issues });
  const { effectiveOn = edited.effectiveOn, carry = edited.carry, choice = [], settle = [] } = form.value;
  const body = specificationOf(fields, edited.body);
  const edit = {
    base,
    body,
    effectiveOn: effectiveOn || null,
    carry: carry || null,
    choices: { ...draft.choices, ...choicesOf(choice) },
    settle: choicesOf(settle),
  };
  const acting = { store: tools.store, now: tools.clock.now(), by: staff(response) };
  const saved = await saveDraft(acting, number, classId, edit);
  if (saved.outcome === 'invalid')
    return again(422, { issues: saved.problems.map((each) => asIssue(each, body)) });
  if (saved.outcome === 'conflict') return again(412, { conflicts: saved.conflicts }, saved.theirs);
  response.redirect(303, `/manage/actions/${number}/changes/${classId}?saved=${saved.outcome}`);
}

/** 'mine=sections.duties.b7' */
function choicesOf(sent: readonly string[]): Choices {
  const choices: Record<string, 'mine' | 'theirs'> = {};
  for (const text of sent) {
    const [, choice, at] = /^(mine|theirs)=(.+)$/.exec(text) ?? [];
    if (at) choices[at] = choice === 'mine' ? 'mine' : 'theirs';
  }
  return choices;
}

function asIssue({ at, problem }: SchemaProblem, body: Specification): Issue {
  return { field: fieldAt(at, body), problem: 'form', message: `This cannot be saved: ${problem}.` };
}

/** '/sections/duties/blocks/3/text' stands beside the field of the duties. */
function fieldAt(at: string, { additional }: Specification): string {
  const [, first = '', second = '', third = ''] = at.split('/');
  if (first === 'additional') return `additional.${additional[Number(second)]?.id ?? ''}`;
  if (first !== 'sections') return first;
  return second === 'details' ? `details.${third}` : `section.${second}`;
}
