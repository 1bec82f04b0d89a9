// Copies the address of a section, and the citation. Without it the link of a section leads to the section, whose address then
// stands in the address bar.
const said = document.getElementById('copied');

async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
    return true;
  } catch {
    say('This browser did not allow copying.');
    return false;
  }
}

/** The same sentence twice is read out twice only where it was taken away between. */
function say(text) {
  said.textContent = '';
  requestAnimationFrame(() => (said.textContent = text));
}

// Browsers let pages copy only where the address is encrypted, or their own machine's.
if (navigator.clipboard) {
  for (const link of document.querySelectorAll('.section-link')) {
    const act = link.querySelector('.section-link__act');
    act.textContent = 'Copy link';
    link.addEventListener('click', async () => {
      if (!(await copy(link.href, `The link${link.lastElementChild.textContent} is copied.`))) return;
      for (const other of document.querySelectorAll('.section-link__act')) other.textContent = 'Copy link';
      act.textContent = 'Copied link';
    });
  }
  const offer = document.getElementById('copy-citation');
  const { textContent } = document.getElementById('citation');
  offer.addEventListener('click', () => void copy(textContent, 'The citation is copied.'));
  offer.hidden = false;
}
