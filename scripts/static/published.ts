// Which addresses of the public site become files, and where. Law: an address without a query keeps its path, so that what was
// printed, cited or followed leads to the same text from any file server.

const site = 'http://site.invalid';

/** Lists can be narrowed in more ways than there are files for: what is published is one choice, page by page. */
const choices = ['group', 'series', 'grade', 'letter', 'flsa', 'eeo4', 'union', 'status', 'sort'];

/** Printed anew for whoever asks: the page itself is published, and these are had from the server. */
const onRequest = /\/(compare(\/[^/]+)?|redline|reading-copy|revisions\/\d+\/reading-copy)\.(pdf|docx)$/;

const never = [
  /^\/sign-in/,
  /^\/sign-out/,
  /^\/manage/,
  /^\/api\/v1(?!\/openapi\.json$)/,
  /^\/suggest/,
  /^\/verify\.json/,
];

/** What an address ends with where it is no page. */
const endings = /\.(atom|csv|css|docx|ico|js|json|jsonld|jpe?g|mjs|pdf|png|svg|ttf|txt|webp|woff2?|xml|zip)$/;

export function isPage(path: string): boolean {
  const { pathname } = new URL(path, site);
  return !pathname.startsWith('/assets/') && !endings.test(pathname);
}

/** `path` begins with a slash and may have a query. */
export function isPublished(path: string): boolean {
  const { pathname, search, searchParams } = new URL(path, site);
  if (never.some((each) => each.test(pathname)) || onRequest.test(pathname)) return false;
  if (!isPage(path)) return search === '';
  const names = [...searchParams.keys()].filter((name) => name !== 'page');
  if (names.length === 0) return true;
  if (names.length > 1) return false;
  const [name = ''] = names;
  return (
    (pathname === '/classes' && choices.includes(name)) ||
    (/^\/series\/[^/]+\/compare$/.test(pathname) && name === 'levels') ||
    (pathname === '/verify' && name === 'revision')
  );
}

/** The path of the file, without a slash before it. A page is a folder with an index, as every file server knows it. */
export function fileOf(path: string): string {
  const { pathname } = new URL(addressOf(path), site);
  const name = decodeURIComponent(pathname).slice(1);
  return isPage(path) ? `${name}index.html` : name;
}

/** The address under which it is published: a page ends with a slash, and its query becomes a folder. */
export function addressOf(path: string): string {
  const { pathname, search, hash } = new URL(path, site);
  if (!isPage(path)) return pathname + hash;
  const folder = pathname === '/' ? '/' : `${pathname}/`;
  const query = search === '' ? '' : `with/${folderOf(search)}/`;
  return folder + query + hash;
}

/** '?group=IT&page=2' → 'group_IT.page_2' */
function folderOf(search: string): string {
  return [...new URLSearchParams(search)]
    .map(([name, value]) => `${name}_${encodeURIComponent(value)}`)
    .join('.')
    .replaceAll('%', '~');
}
