// The keys of an entry: Enter begins the next one or splits this one, Alt with an arrow moves it, Control with a bracket
// nests it, Backspace at its beginning joins it with the one above; a list that is pasted is shown before it is taken.

/** The act of a key in an entry; null where the key only writes. */
export function actOfKey(event, entry) {
  const { key, id } = placeOf(entry);
  const isCommand = event.ctrlKey || event.metaKey;
  if (event.isComposing) return null;
  if (event.altKey && event.key === 'ArrowUp') return `up ${key} ${id}`;
  if (event.altKey && event.key === 'ArrowDown') return `down ${key} ${id}`;
  if (isCommand && event.key === ']') return `in ${key} ${id}`;
  if (isCommand && event.key === '[') return `out ${key} ${id}`;
  if (event.key === 'Enter' && !isCommand && !event.altKey) return enter(entry, key, id);
  if (event.key === 'Backspace' && isAtBeginning(entry)) return backspace(entry, key, id);
  return null;
}

/** 'row-duties-b7' → duties, b7 */
export function placeOf(entry) {
  const [, key, id] = entry.closest('.entry').id.split('-');
  return { key, id };
}

function enter(entry, key, id) {
  const before = tidy(entry.value.slice(0, entry.selectionStart));
  const after = tidy(entry.value.slice(entry.selectionEnd));
  if (before === '' || entry.closest('.entry').dataset.kind === 'term') return `below ${key} ${id}`;
  return after === '' ? `below ${key} ${id}` : `split ${key} ${id} ${before.length}`;
}

function tidy(text) {
  return text.replace(/\s+/g, ' ').trim();
}

function isAtBeginning(entry) {
  return (
    entry.selectionStart === 0 && entry.selectionEnd === 0 && entry.closest('.entry').previousElementSibling
  );
}

function backspace(entry, key, id) {
  return entry.value.trim() === '' ? `remove ${key} ${id}` : `join ${key} ${id}`;
}

/** The pasted text where it is a list of several entries; null where it is words within one. */
export function pastedList(event) {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  return lines.length > 1 ? text : null;
}
