// Who an action waits for: somebody who may decide on it and did not write in it, or whoever it was returned to.
import { expect } from 'chai';
import fc from 'fast-check';
import { type Person, type Role, roles } from '../../server/model/person.ts';
import { whatWaits } from '../../server/model/waiting.ts';
import { procedures, type Step } from '../../server/model/workflow.ts';

const today = '2026-11-22';

function person(...having: readonly Role[]): Person {
  const plain = { isDemonstration: false, isDisabled: false, hasPassword: true, isLinked: false };
  const at = '2026-01-01T00:00:00.000Z';
  const named = { id: 'ada', name: 'Ada Quist', email: 'ada@example.gov', initials: 'AQ' };
  return { ...plain, ...named, roles: having, createdAt: at, sessionsFrom: at };
}

const action = { postedOn: null, commentsUntil: null, isOwn: false, returned: null };
type Waiting = Parameters<typeof whatWaits>[1];
const waits = (who: Person, changed: Partial<Waiting> & { step: Step }, procedure = procedures.posted) =>
  whatWaits(who, { ...action, ...changed }, { procedure, today });

describe('what waits for somebody', () => {
  const approver = person('approver');

  it('is the decision that the procedure asks for', () => {
    expect(waits(approver, { step: 'in review' })).to.equal('post');
    expect(waits(approver, { step: 'in review' }, procedures.administrative)).to.equal('adopt');
    const closed = { step: 'posted', postedOn: '2026-11-01', commentsUntil: '2026-11-15' } as const;
    expect(waits(approver, closed)).to.equal('adopt');
    expect(waits(approver, { step: 'provisional' }, procedures.provisional)).to.equal('ratify');
  });

  it('is nothing while comments are open', () => {
    const open = { step: 'posted', postedOn: '2026-11-20', commentsUntil: today } as const;
    expect(waits(approver, open)).to.equal(null);
  });

  it('is a draft of their own that was returned, with or without a note', () => {
    const own = { step: 'draft', isOwn: true } as const;
    expect(waits(person('analyst'), { ...own, returned: '' })).to.equal('revise');
    expect(waits(person('analyst'), own)).to.equal(null);
    expect(waits(person('analyst'), { ...own, isOwn: false, returned: 'Grade?' })).to.equal(null);
    expect(waits(approver, { ...own, returned: 'Grade?' })).to.equal(null);
  });

  it('is never a decision on what they wrote, nor one that is not theirs', () => {
    const anyStep = fc.constantFrom<Step>(
      'draft',
      'in review',
      'posted',
      'provisional',
      'adopted',
      'withdrawn',
    );
    const anyProcedure = fc.constantFrom(...Object.values(procedures));
    const anyRoles = fc.subarray([...roles]);
    fc.assert(
      fc.property(anyStep, anyProcedure, anyRoles, fc.boolean(), (step, procedure, having, isOwn) => {
        const what = waits(person(...having), { step, isOwn, returned: null }, procedure);
        if (isOwn || !having.includes('approver')) expect(what).to.equal(null);
      }),
    );
  });
});
