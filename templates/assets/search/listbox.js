// The list under a search box, after the combobox pattern of WAI-ARIA 1.2: the focus stays in the box, the option at hand is
// told by its id, and how many there are by a status.

/** @param {HTMLInputElement} input */
export function makeListbox(input) {
  const list = listUnder(input);
  const status = statusOf(list);
  let active = -1;

  function activate(index) {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const option = list.children[active];
    if (!option) return input.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  }

  function open(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
  }

  return {
    isOpen: () => !list.hidden,
    show: (suggestions) => {
      list.replaceChildren(...suggestions.map((each, index) => optionOf(each, `${list.id}-${index}`)));
      activate(-1);
      open(suggestions.length > 0);
      status.textContent = countInWords(suggestions.length);
    },
    close: () => {
      activate(-1);
      open(false);
    },
    /** One step down or up; the box itself is one of the places. False where there is nothing to go to. */
    move: (step) => {
      const places = list.children.length + 1;
      if (places === 1) return false;
      open(true);
      activate(((active + 1 + step + places) % places) - 1);
      return true;
    },
    /** Where the option at hand leads; null where none is. */
    chosen: () => (list.hidden ? null : (list.children[active]?.dataset.href ?? null)),
    onPress: (go) => {
      // Pressing takes the focus from the box, and the list would close before it is let go.
      list.addEventListener('pointerdown', (event) => event.preventDefault());
      list.addEventListener('click', (event) => {
        const option = event.target.closest('[role=option]');
        if (option) go(option.dataset.href);
      });
    },
  };
}

/** @param {HTMLInputElement} input */
function listUnder(input) {
  const list = document.createElement('ul');
  list.id = `${input.id}-suggestions`;
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Suggested classes');
  list.hidden = true;
  input.parentElement.after(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');
  return list;
}

/** @param {HTMLElement} list */
function statusOf(list) {
  const status = document.createElement('p');
  status.className = 'usa-sr-only';
  status.setAttribute('role', 'status');
  list.after(status);
  return status;
}

function optionOf({ title, code, href }, id) {
  const option = document.createElement('li');
  option.id = id;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.dataset.href = href;
  const label = document.createElement('span');
  label.className = 'code';
  label.textContent = code;
  option.append(`${title} `, label);
  return option;
}

/** @param {number} count */
function countInWords(count) {
  if (count === 0) return 'No suggestions.';
  if (count === 1) return '1 suggestion. Press the down arrow to reach it.';
  return `${count} suggestions. Press the down arrow to reach them.`;
}
