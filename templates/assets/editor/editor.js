// The editor of a draft where the browser runs scripts: acts without loading the page anew, saving at every pause, keys,
// pasting, and recovery. Without it every act is a plain form.
import { actOfKey, pastedList, placeOf } from './keys.js';
import { forget, keep, offerLeftover } from './recovery.js';
import { fieldsNow, isUnsaved, noteEdit, send, waitsForChoice } from './send.js';

/** A pause of this long in writing, in milliseconds, and the draft is saved. */
const pause = 1200;

const isOurs = (target) => target?.closest?.('#draft-form') !== null;
const entryOf = (target) => target?.closest?.('textarea[data-entry]') ?? null;

let saving = 0;

document.addEventListener('input', (event) => {
  if (!isOurs(event.target) || !event.target.name || event.target.name.startsWith('paste.')) return;
  noteEdit();
  keep(fieldsNow());
  clearTimeout(saving);
  saving = setTimeout(saveQuietly, pause);
});

async function saveQuietly() {
  if (!isUnsaved() || waitsForChoice()) return;
  if ((await send('save quietly')) && !isUnsaved()) forget();
}

/** Does an act and puts the keyboard where the work goes on. */
async function act(value, added = {}) {
  clearTimeout(saving);
  const from = document.activeElement;
  const [id, start, isEntry] = [from?.id, from?.selectionStart, entryOf(from) !== null];
  for (const menu of document.querySelectorAll('.entry__more[open]')) menu.open = false;
  const isSaved = await send(value, { added });
  if (isSaved && !isUnsaved()) forget();
  const wanted = document.querySelector(
    isSaved ? '#editor [data-focus], #editor [autofocus]' : '#editor .issues, #editor .conflicts',
  );
  if (wanted) focusOn(wanted);
  else if (isEntry && id) focusAt(document.getElementById(id), start);
}

function focusOn(element) {
  element.focus();
  if ('selectionStart' in element && element.type !== 'date') element.setSelectionRange(0, 0);
  element.scrollIntoView({ block: 'nearest' });
}

function focusAt(element, at) {
  element?.focus();
  if (typeof at === 'number') element?.setSelectionRange(at, at);
}

document.addEventListener('submit', (event) => {
  if (event.target.id !== 'draft-form') return;
  event.preventDefault();
  void act(event.submitter?.value ?? 'save');
});

document.addEventListener('keydown', (event) => {
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && event.key.toLowerCase() === 's' && document.getElementById('draft-form')) {
    event.preventDefault();
    void act('save');
    return;
  }
  if (event.altKey && event.code === 'KeyZ') {
    const button = document.querySelector(`[data-act="${event.shiftKey ? 'redo' : 'undo'}"]`);
    event.preventDefault();
    void act(button?.value ?? 'undo');
    return;
  }
  const entry = entryOf(event.target);
  const value = entry && actOfKey(event, entry);
  if (!value) return;
  event.preventDefault();
  void act(value);
});

document.addEventListener('paste', (event) => {
  const entry = entryOf(event.target);
  const list = entry && pastedList(event);
  if (!list) return;
  event.preventDefault();
  const { key, id } = placeOf(entry);
  void act(`paste ${key} ${id}`, { [`paste.${key}`]: list });
});

// A menu closes when the keyboard or the pointer goes elsewhere.
document.addEventListener('focusin', (event) => closeMenus(event.target));
document.addEventListener('pointerdown', (event) => closeMenus(event.target));
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const menu = event.target.closest?.('.entry__more[open]');
  closeMenus(null);
  menu?.querySelector('summary').focus();
});

function closeMenus(target) {
  for (const menu of document.querySelectorAll('.entry__more[open]'))
    if (!menu.contains(target)) menu.open = false;
}

window.addEventListener('beforeunload', (event) => {
  if (isUnsaved()) event.preventDefault();
});

offerLeftover((fields) => send('save', { fields }));
