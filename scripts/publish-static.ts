// npm run publish-static -- DIR: the whole public site as files, for any file server, object store or CDN. What is in DIR from
// the last time and is no longer part of the site is removed; anything else in DIR is not touched.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../server/config.ts';
import { openSigningKey } from '../server/print/signing-key.ts';
import { openCheckpointKey } from '../server/store/checkpoint-key.ts';
import { everyCode } from '../server/store/classes.ts';
import { openStore } from '../server/store/open.ts';
import { readWords, run, UsageError } from './command-line.ts';
import { serveOwnSite } from './own-site.ts';
import { tellProgress } from './progress.ts';
import { publishSite } from './static/publish.ts';

const usage = 'Usage: npm run publish-static -- DIR --url https://… [--server https://…]';
const options = { url: { type: 'string' }, server: { type: 'string' } } as const;

/** Names every file that was published: the mark of a folder of ours. */
const listName = '.classplan-static.json';

await run(async () => {
  const { values, positionals } = readWords({ options }, usage);
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new UsageError(usage);
  const config = readConfig(process.env);
  const publicUrl = originIn('--url', values.url ?? config.publicUrl ?? '');
  const server = values.server === undefined ? null : originIn('--server', values.server);
  if (!existsSync(config.databaseFile))
    throw new UsageError(`There is no database ${config.databaseFile}. Name it in DATABASE_URL.`);
  const before = await publishedBefore(folder);
  const store = await openStore(config.databaseFile);
  const log = pino({ level: 'error' }, process.stderr);
  const keys = {
    checkpoints: openCheckpointKey(config.checkpointKeyFile, config.isProduction),
    signing: openSigningKey(config.signingCertificate, config.signingPassphrase),
  };
  const site = await serveOwnSite(store, { log, publicUrl, keys });
  try {
    await mkdir(folder, { recursive: true });
    const { files, dead } = await publishSite({
      ...{ from: site.address, folder, publicUrl, server, progress: tellProgress },
      also: (await everyCode(store)).map((code) => `/classes/${code}`),
    });
    await writeFile(join(folder, listName), JSON.stringify(files, null, 1));
    const kept = new Set(files);
    const gone = before.filter((file) => !kept.has(file));
    for (const file of gone) await rm(join(folder, file), { force: true });
    console.log(
      `Published ${files.length} files to ${folder}. ${gone.length} of the last time were removed.`,
    );
    for (const address of dead) console.error(`Leads nowhere: ${address}`);
    return dead.length === 0 ? 0 : 1;
  } finally {
    await site.close();
    await store.close();
  }
});

function originIn(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search) return url.origin;
  throw new UsageError(
    `${name} is the address at the root of a site, such as https://classes.example.gov, and is "${text}".\n${usage}`,
  );
}

/** The files of the last time; a folder that holds something else is refused. */
async function publishedBefore(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const list = join(folder, listName);
  if (existsSync(list)) {
    const files = JSON.parse(await readFile(list, 'utf8')) as string[];
    return files.filter((file) => !file.split('/').includes('..'));
  }
  if ((await readdir(folder)).length === 0) return [];
  throw new UsageError(`${folder} holds what was not published by this command. Name an empty folder.`);
}
