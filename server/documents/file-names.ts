// The names of downloaded files: they say what is inside, and sort by class.

/** 'CI2788_IT-Manager-Senior_2024-07-01_rev4.pdf' */
export function revisionFileName(
  revision: {
    readonly body: { code: string | null; title: string };
    readonly effectiveOn: string;
    readonly number: number;
  },
  ending: string,
): string {
  const { code, title } = revision.body;
  const name = title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '');
  return `${[code, name, revision.effectiveOn, `rev${revision.number}`].filter(Boolean).join('_')}.${ending}`;
}
