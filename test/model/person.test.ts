// People: their initials, their email as it is looked up, and what their roles let them do.
import { expect } from 'chai';
import { asEmail, initialsOf, inOrder, mayAct, type Person, roles } from '../../server/model/person.ts';

const person: Person = {
  id: '1',
  name: 'Ada Quist',
  email: 'ada@city.gov',
  initials: 'AQ',
  roles: ['analyst', 'approver'],
  isDemonstration: false,
  isDisabled: false,
  hasPassword: true,
  isLinked: false,
  createdAt: '2026-01-01T00:00:00.000Z',
  sessionsFrom: '2026-01-01T00:00:00.000Z',
};

describe('people', () => {
  it('have initials', () => {
    expect(initialsOf('Ada Maria Quist')).to.equal('AMQ');
    expect(initialsOf('  élodie   o’Neill-varga ')).to.equal('ÉOV');
    expect(initialsOf('a b c d e f')).to.equal('ABCD');
    expect(initialsOf('1234')).to.equal('');
  });

  it('are found by their email however it is written', () => {
    expect(asEmail('  Ada.Quist@City.GOV ')).to.equal('ada.quist@city.gov');
  });

  it('have roles in one order, each once, and no others', () => {
    expect(inOrder(['administrator', 'manager', 'manager', 'owner'])).to.deep.equal([
      'manager',
      'administrator',
    ]);
  });

  it('may act with any one of the roles, and not without, not disabled, not where nobody may', () => {
    expect(mayAct(person, ['approver', 'administrator'])).to.equal(true);
    expect(mayAct(person, ['administrator'])).to.equal(false);
    expect(mayAct(person, [])).to.equal(false);
    expect(mayAct({ ...person, isDisabled: true }, roles)).to.equal(false);
    expect(mayAct({ ...person, roles: [] }, roles)).to.equal(false);
  });
});
