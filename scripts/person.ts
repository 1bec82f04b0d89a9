// npm run person -- add | list | roles | password | disable | enable: accounts from the server's own command line, the
// first administrator among them. No secret is printed, and none is taken from the command line, where others see it.
import { addPerson } from '../server/actions/add-person.ts';
import type { Acting } from '../server/actions/acting.ts';
import { changeRoles } from '../server/actions/change-roles.ts';
import { disablePerson, enablePerson } from '../server/actions/disable-person.ts';
import { setPassword } from '../server/actions/set-password.ts';
import { readConfig } from '../server/config.ts';
import type { Issue } from '../server/model/issue.ts';
import { asEmail, isRole, type Person, type Role, roles } from '../server/model/person.ts';
import { allPeople, demonstrationPeople, personByEmail } from '../server/store/people.ts';
import { openStore } from '../server/store/open.ts';
import { readWords, run, UsageError } from './command-line.ts';
import { readSecret } from './read-secret.ts';

const usage = `Usage: npm run person -- add --name NAME --email EMAIL --role ROLE [--role ROLE …] [--password-stdin | --no-password]
       npm run person -- list
       npm run person -- roles EMAIL --role ROLE [--role ROLE …]
       npm run person -- password EMAIL [--password-stdin]
       npm run person -- disable EMAIL | --demonstration
       npm run person -- enable EMAIL
Roles: ${roles.join(', ')}.`;

const options = {
  name: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string', multiple: true },
  'password-stdin': { type: 'boolean' },
  'no-password': { type: 'boolean' },
  demonstration: { type: 'boolean' },
} as const;

interface Words {
  readonly name?: string;
  readonly email?: string;
  readonly role?: string[];
  readonly 'password-stdin'?: boolean;
  readonly 'no-password'?: boolean;
  readonly demonstration?: boolean;
}

type Command = (acting: Acting, words: Words, email: string | undefined) => Promise<string>;

const commands: Readonly<Record<string, Command>> = { add, list, roles: setRoles, password, disable, enable };

await run(async () => {
  const { values, positionals } = readWords({ options }, usage);
  const [name = '', email, ...rest] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command || rest.length > 0) throw new UsageError(usage);
  const store = await openStore(readConfig(process.env).databaseFile);
  try {
    console.log(await command({ store, now: new Date(), by: null }, values, email));
    return 0;
  } finally {
    await store.close();
  }
});

async function add(acting: Acting, words: Words): Promise<string> {
  const { name, email } = words;
  if (!name?.trim() || !email || !/^[^@\s]+@[^@\s]+$/.test(email)) throw new UsageError(usage);
  const chosen = readRoles(words);
  const secret = words['no-password'] ? null : await readPassword(words);
  const added = await addPerson(acting, { name, email, roles: chosen, password: secret });
  if (added.outcome === 'issues') throw new UsageError(sentencesOf(added.issues));
  return `Added ${added.person.name} <${added.person.email}>: ${chosen.join(', ')}.`;
}

async function list({ store }: Acting): Promise<string> {
  const people = await allPeople(store);
  if (people.length === 0) return 'Nobody has an account yet. Begin with npm run person -- add.';
  return people.map(lineOf).join('\n');
}

function lineOf({ name, email, roles: held, isDisabled, isDemonstration }: Person): string {
  const marks = [...(isDisabled ? ['disabled'] : []), ...(isDemonstration ? ['demonstration'] : [])];
  return [`${name} <${email}>: ${held.join(', ')}`, ...marks].join(', ');
}

async function setRoles(acting: Acting, words: Words, email: string | undefined): Promise<string> {
  const person = await personOf(acting, email);
  const chosen = readRoles(words);
  refuseOn(await changeRoles(acting, person.id, chosen));
  return `${person.name} <${person.email}> has now: ${chosen.join(', ')}.`;
}

async function password(acting: Acting, words: Words, email: string | undefined): Promise<string> {
  const person = await personOf(acting, email);
  const secret = await readPassword(words);
  refuseOn(await setPassword(acting, { personId: person.id, password: secret, current: null }));
  return `Set the password of ${person.name} <${person.email}>. Every session of theirs has ended.`;
}

async function disable(acting: Acting, words: Words, email: string | undefined): Promise<string> {
  const people = words.demonstration
    ? await demonstrationPeople(acting.store)
    : [await personOf(acting, email)];
  for (const { id } of people) refuseOn(await disablePerson(acting, id));
  if (people.length === 0) return 'No demonstration person is enabled.';
  return `Disabled: ${people.map((person) => `${person.name} <${person.email}>`).join(', ')}.`;
}

async function enable(acting: Acting, _words: Words, email: string | undefined): Promise<string> {
  const person = await personOf(acting, email);
  await enablePerson(acting, person.id);
  return `Enabled: ${person.name} <${person.email}>.`;
}

async function personOf({ store }: Acting, email: string | undefined): Promise<Person> {
  if (email === undefined) throw new UsageError(usage);
  const person = await personByEmail(store, asEmail(email));
  if (!person) throw new UsageError(`Nobody has the email ${email}. npm run person -- list shows everybody.`);
  return person;
}

function readRoles({ role = [] }: Words): Role[] {
  const wrong = role.find((each) => !isRole(each));
  if (wrong !== undefined) throw new UsageError(`There is no role "${wrong}".\n${usage}`);
  if (role.length === 0) throw new UsageError(usage);
  return role.filter(isRole);
}

function readPassword(words: Words): Promise<string> {
  return readSecret('Password (it is not shown): ', { fromInput: words['password-stdin'] === true });
}

function refuseOn(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new UsageError(sentencesOf(issues));
}

function sentencesOf(issues: readonly Issue[]): string {
  return issues.map(({ message }) => message).join('\n');
}
