// Words that a browser kept because they were not saved: written at every pause, forgotten once the server has them, and
// offered when the page is opened again. They are a person's own: another person at the same machine is not shown them.

const editor = () => document.getElementById('editor');
const place = () => `classplan draft ${editor().dataset.person} ${location.pathname}`;
const left = () => `${place()} left`;

/** Keeps the fields as they are now. A browser without room or leave to keep things keeps none. */
export function keep(fields) {
  try {
    localStorage.setItem(place(), JSON.stringify({ at: Date.now(), fields: String(fields) }));
  } catch {
    // Nothing is lost by it: the words are on the page, and the server is asked to save them.
  }
}

export function forget() {
  localStorage.removeItem(place());
}

/** Offers what was left unsaved: `restore` is called with the fields as they were. */
export function offerLeftover(restore) {
  const found = localStorage.getItem(place()) ?? localStorage.getItem(left());
  const notice = document.getElementById('recovery');
  if (found === null || !notice) return;
  localStorage.setItem(left(), found);
  forget();
  const { at, fields } = JSON.parse(found);
  notice.querySelector('[data-recovery-time]').textContent =
    `on ${new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}`;
  notice.hidden = false;
  const close = () => {
    localStorage.removeItem(left());
    notice.hidden = true;
  };
  notice.querySelector('[data-discard]').addEventListener('click', close);
  notice.querySelector('[data-recover]').addEventListener('click', async () => {
    if (await restore(new URLSearchParams(fields))) close();
  });
}
