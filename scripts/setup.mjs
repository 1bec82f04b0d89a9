// Makes this machine ready: the dependencies with the project's own Node, and a browser that prints. Called before
// `npm start`, `npm test` and the other commands, under whatever Node 18 or later is there; instant when nothing is
// to do. What cannot be had is named in one sentence with its cure.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { browserFolder, findBrowser } from '../server/print/browser-path.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'node_modules', '.classplan-setup');

if (Number(process.versions.node.split('.')[0]) < 18) {
  stop(
    `Classplan needs Node 18 or later to set itself up, and this is ${process.version}. Install a current Node.`,
  );
}
installDependencies();
await provideBrowser();

function installDependencies() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Setting up, 1 of 2: installing the dependencies. This takes about a minute, once.');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  if (!npm(['ci', '--ignore-scripts', ...quiet])) {
    stop(
      'The dependencies could not be installed. Check the connection to the npm registry and run this again.',
    );
  }
  // Only Node itself has an install step that matters here: it fetches the package for this platform.
  if (!npm(['rebuild', 'node', ...quiet]) || !hasOwnNode()) {
    stop(
      'The Node that this project runs on could not be installed. Check the connection to the npm registry and run this again.',
    );
  }
  writeFileSync(stamp, wanted);
}

function hasOwnNode() {
  const { stdout } = spawnSync(join(root, 'node_modules', '.bin', 'node'), ['--version'], {
    encoding: 'utf8',
  });
  return typeof stdout === 'string' && Number(/^v(\d+)/.exec(stdout)?.[1]) >= 24;
}

async function provideBrowser() {
  if (findBrowser(process.env)) return;
  if (process.env.PUPPETEER_EXECUTABLE_PATH) {
    stop(
      `PUPPETEER_EXECUTABLE_PATH names ${process.env.PUPPETEER_EXECUTABLE_PATH}, which cannot be run. Correct it or unset it.`,
    );
  }
  say('Setting up, 2 of 2: installing a browser, which prints the official PDFs. Once.');
  if (runs(await download())) return;
  if (installFromDebian() && runs(findBrowser(process.env))) return;
  stop(
    'No Chrome or Chromium was found or could be installed. Install one, or name it in PUPPETEER_EXECUTABLE_PATH, and run this again.',
  );
}

/** @returns {Promise<string | null>} */
async function download() {
  try {
    const entry = pathToFileURL(join(root, 'node_modules/@puppeteer/browsers/lib/main.js')).href;
    const { Browser, computeExecutablePath, detectBrowserPlatform, install, resolveBuildId } = await import(
      entry
    );
    const platform = detectBrowserPlatform();
    const buildId = await resolveBuildId(Browser.CHROME, platform, 'stable');
    await install({ browser: Browser.CHROME, buildId, cacheDir: browserFolder });
    return computeExecutablePath({ browser: Browser.CHROME, buildId, cacheDir: browserFolder });
  } catch {
    return null;
  }
}

/** @param {string | null} path */
function runs(path) {
  return path !== null && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

function installFromDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false;
  say('Installing Chromium from the system’s own packages.');
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-q'], options);
  return (
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], options).status === 0
  );
}

/** @param {string[]} words */
function npm(words) {
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, stdio: 'inherit', env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' } };
  const program = process.env.npm_execpath;
  // The Node that runs this may be the project's own, which a fresh installation has just taken away.
  const node = [process.env.npm_node_execpath, process.execPath].find((path) => path && existsSync(path));
  const { status } = program
    ? spawnSync(node ?? 'node', [program, ...words], options)
    : spawnSync('npm', words, { ...options, shell: process.platform === 'win32' });
  return status === 0;
}

/** @param {string} sentence */
function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  say(sentence);
  process.exit(1);
}
