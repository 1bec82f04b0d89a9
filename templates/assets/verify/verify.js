// Checks a file without sending it: hashed here, and only the hash and what the file claims to be are asked about. Without
// scripts the page tells how to compute the hash.
import { claimIn } from './claim.js';

const largest = 100 * 1024 * 1024;

const drop = document.getElementById('copy-drop');
const input = document.getElementById('copy-file');
const status = document.getElementById('copy-status');

drop.hidden = false;
input.value = '';
input.addEventListener('change', () => void checkOne(input.files));

for (const name of ['dragenter', 'dragover', 'dragleave', 'drop']) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.toggle('copy-drop--over', name === 'dragenter' || name === 'dragover');
  });
}
drop.addEventListener('drop', (event) => void checkOne(event.dataTransfer.files));

async function checkOne(files) {
  const [file] = files;
  const problem = problemOf(files);
  if (problem) return say(problem);
  say(`Reading ${file.name} …`);
  try {
    const address = await addressFor(new Uint8Array(await file.arrayBuffer()));
    say('');
    location.assign(address);
  } catch {
    say(`${file.name} could not be read. Is it still where it was? Choose it again.`);
  }
}

function problemOf(files) {
  if (files.length !== 1) return 'Drop one file at a time.';
  const [{ name, size }] = files;
  if (size === 0) return `${name} is empty. Choose the PDF itself.`;
  if (size > largest) return `${name} is larger than 100 MB. No official PDF is: choose another file.`;
  if (!globalThis.crypto?.subtle)
    return 'This address is not encrypted (https), and browsers hash files only where it is. Compute the hash as told below, and paste it.';
  return null;
}

async function addressFor(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const claims = claimIn(bytes);
  return `/verify?${new URLSearchParams(claims ? { sha256, claims } : { sha256 })}#answer`;
}

function say(text) {
  status.textContent = text;
}
