// Sends the form of a draft, one sending after the other, and takes the answer into the page: what is being written
// stays under the hand that writes it.
import htmx from '../htmx/htmx.esm.min.js';

// A section that somebody has opened stays open.
htmx.config.morphIgnore = [...htmx.config.morphIgnore, 'open'];

const form = () => document.getElementById('draft-form');
const state = () => document.getElementById('save-state');

let edits = 0;
let savedEdits = 0;
let running = 0;
let queue = Promise.resolve();

/** Somebody has typed. */
export function noteEdit() {
  edits += 1;
  tell('unsaved', 'Not saved yet');
}

export function isUnsaved() {
  return edits !== savedEdits || running > 0;
}

/** True while two writers' words wait for a choice: then only the Save button saves. */
export function waitsForChoice() {
  return document.querySelector('#draft-form [name="settle"]') !== null;
}

/** The fields as they would be sent now. */
export function fieldsNow() {
  return new URLSearchParams(new FormData(form()));
}

/**
 * Sends an act once all before it are done. `added` are fields beside those of the form; `fields` stand in their place.
 * Resolves to true where the server has saved.
 */
export function send(act, { added = {}, fields = null } = {}) {
  const sending = queue.then(() => sendNow(act, added, fields));
  queue = sending.catch(() => false);
  return queue;
}

async function sendNow(act, added, fields) {
  if (!form()) return false;
  const sentEdits = edits;
  const body = fields ?? fieldsNow();
  const values = fields ? null : valuesNow();
  body.set('act', act);
  for (const [name, value] of Object.entries(added)) body.set(name, value);
  running += 1;
  try {
    const response = await fetch(form().action, { method: 'POST', body, headers: { Accept: 'text/html' } });
    const text = await response.text();
    const page = new DOMParser().parseFromString(text, 'text/html');
    if (!page.getElementById('editor')) {
      tell('failed', `Not saved: ${page.querySelector('h1')?.textContent ?? 'the server failed'}.`);
      return false;
    }
    if (response.ok) savedEdits = sentEdits;
    if (!response.ok && act === 'save quietly') {
      tell(
        'failed',
        `Not saved: ${page.querySelector('.issues li')?.textContent ?? 'somebody else has saved too.'}`,
      );
      if (response.status !== 412) return false;
    }
    await take(text, values, act === 'save quietly');
    if (isChangedSince(sentEdits)) tell('unsaved', 'Not saved yet');
    return response.ok;
  } catch {
    tell('failed', 'Not saved: the server cannot be reached. Your words are kept in this browser.');
    return false;
  } finally {
    running -= 1;
  }
}

function isChangedSince(sentEdits) {
  return edits !== sentEdits;
}

/** What each field holds, by its id. */
function valuesNow() {
  return new Map([...form().elements].filter(({ id }) => id).map((each) => [each.id, each.value]));
}

/** Fields that were written in since the sending, and the one at hand, are left as they are. */
async function take(text, values, isQuiet) {
  const active = document.activeElement;
  const kept = [...form().elements].filter(
    (each) =>
      each.id && values !== null && (values.get(each.id) !== each.value || (isQuiet && each === active)),
  );
  for (const each of kept) each.setAttribute('hx-morph-skip', '');
  await htmx.swap({
    text,
    select: '#editor',
    target: document.getElementById('editor'),
    swap: 'outerMorph',
  });
  for (const each of kept) each.removeAttribute('hx-morph-skip');
}

function tell(kind, words) {
  const place = state();
  if (!place) return;
  place.dataset.state = kind;
  if (place.textContent !== words) place.textContent = words;
}
