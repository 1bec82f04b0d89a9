// Suggestions under a search box while somebody types. Enter without a choice searches, Escape closes the list; without
// scripts the box is a plain one.
import { makeListbox } from './listbox.js';

const pause = 150;
const fewestCharacters = 2;

for (const input of document.querySelectorAll('input[data-suggest]')) suggestFor(input);

/** @param {HTMLInputElement} input */
function suggestFor(input) {
  const listbox = makeListbox(input);
  let timer = 0;
  let asked = new AbortController();

  function close() {
    clearTimeout(timer);
    asked.abort();
    listbox.close();
  }

  async function ask() {
    asked.abort();
    asked = new AbortController();
    if (input.value.trim().length < fewestCharacters) return listbox.close();
    try {
      const suggestions = await suggestionsFor(input, asked.signal);
      if (document.activeElement === input) listbox.show(suggestions);
    } catch {
      // Asked again since, or nobody answers: the search itself will tell.
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), pause);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (isTaken(event.key, listbox, close)) event.preventDefault();
  });
  listbox.onPress((href) => location.assign(href));
}

/**
 * @param {HTMLInputElement} input
 * @param {AbortSignal} signal
 */
async function suggestionsFor(input, signal) {
  const query = new URLSearchParams({ q: input.value.trim() });
  const on = input.form.elements.namedItem('on')?.value;
  if (on) query.set('on', on);
  const answer = await fetch(`${input.dataset.suggest}?${query}`, { signal });
  if (!answer.ok) return [];
  return (await answer.json()).suggestions;
}

/** True where the key did something with the list. */
function isTaken(key, listbox, close) {
  if (key === 'ArrowDown') return listbox.move(1);
  if (key === 'ArrowUp') return listbox.move(-1);
  if (key === 'Escape' && listbox.isOpen()) {
    close();
    return true;
  }
  const href = key === 'Enter' ? listbox.chosen() : null;
  if (href) location.assign(href);
  return href !== null;
}
