// What the tests of pages share: the application with the sample plan, one address of every kind, and a plain
// request that sends its path exactly as it is written.
import { request } from 'node:http';
import type { Tools } from '../../server/tools.ts';
import { sampleStore, serve, type Served, toolsWith, views } from '../tools.ts';
import { watchful } from '../watchful-views.ts';

/** The application over the sample plan; every view must have all that its template asks for. */
export async function sampleSite(changed: Partial<Tools> = {}): Promise<Served> {
  return serve(toolsWith(await sampleStore(), { views: watchful(views), ...changed }));
}

/** One address of every kind of page, with words that it must show. */
export const pageKinds: readonly (readonly [path: string, words: string])[] = [
  ['/', 'Browse by series'],
  ['/classes', 'Show classes'],
  ['/classes?q=network&status=active', 'classes for “network”'],
  ['/classes?q=nothing+like+this', 'No class fits'],
  ['/classes?q=network+boss', 'Also searched for: IT'],
  ['/classes?q=netwrok&exact=1', 'Searched for exactly these words'],
  ['/classes?letter=A&sort=grade&union=A', 'First letter: A'],
  ['/browse', 'By occupational group'],
  ['/browse?on=2020-01-01', 'as it stood on January 1, 2020'],
  ['/classes?status=abolished&on=2022-01-01', 'in force on January 1, 2022'],
  ['/classes/CI2788', 'IT Manager Senior'],
  ['/classes/CI2788/2019-01-01', 'Superseded'],
  ['/classes/CF1411', 'A new text takes effect on January 1, 2027'],
  ['/classes/CA1090', 'This class was abolished on July 1, 2021'],
  ['/classes/CI2788/revisions', 'Revisions of IT Manager Senior'],
  ['/classes/CI2788/revisions/2', 'Revision 2, effective October 21, 2021'],
  ['/classes/CI2788/compare', 'The texts in force on two dates'],
  ['/classes/CI2788/compare/3..4', 'From revision 3, effective November 27, 2022'],
  ['/classes/CI2788/compare/3..4?style=side&section=experience', 'Experience Requirement, 1 change'],
  ['/classes/CI2788/compare/2010-01-01..2024-07-01?style=list', 'No text of CI2788 was in force on'],
  ['/classes/CI2788/compare/CI2789', 'Two classes compared'],
  ['/glossary', 'Fair Labor Standards Act'],
  ['/accessibility', 'accessibility@larkhaven.example'],
  ['/careers', 'what the next level asks for'],
  ['/classes/CI2711/career', 'Promotions into other series'],
  ['/checkpoint', 'The signed note'],
  ['/data', 'Download the plan (ZIP)'],
  ['/api/docs', 'The plan for programs'],
  ['/verify', 'Paste a hash'],
  ['/verify?revision=CI2788.4', 'in force since July 1, 2024'],
  ['/series', 'IT Management'],
  ['/series/it-management', 'Levels, from the lowest up'],
  ['/series/it-management/statements', 'Who says what of whom'],
  ['/series/it-management/statements?on=2020-01-01', 'as it stood on January 1, 2020'],
  ['/series/it-management?on=2020-01-01', 'as it stood on January 1, 2020'],
  ['/?on=2020-01-01', 'as it stood on January 1, 2020'],
  ['/classes?q=clerk+typ', 'Formerly Clerk Typist (CA1091) until July 1, 2019'],
  ['/classes?q=keyboard+transcription', '1 abolished class fits'],
  ['/classes/CA1101', 'Formerly Clerk Typist (CA1091), from July 1, 2016 until July 1, 2019.'],
  ['/series?on=2020-01-01', 'as it stood on January 1, 2020'],
  ['/changes', 'No class differs'],
  ['/changes?from=2018-12-31&to=2024-07-01', '38 classes differ'],
  ['/changes?from=2018-12-31&to=2024-07-01&by=action', 'Experience requirements revised'],
  ['/changes?from=2018-12-31&to=2027-07-01&by=kind&kind=regrade', 'as far as it is decided today'],
  ['/actions?on=2028-01-01', 'as far as it is decided today'],
];

export const problemPages: readonly (readonly [path: string, status: number, title: string])[] = [
  ['/nothing', 404, 'Page not found'],
  ['/classes/ZZ9999', 404, 'No such class'],
  ['/classes/CI2788/revisions/9', 404, 'No such revision'],
  ['/verify?revision=CI2788.9', 404, 'No such revision'],
  ['/v/CI2788', 404, 'Page not found'],
  ['/classes/CI2788/revisions/02', 404, 'No such revision'],
  ['/classes/CI2788/compare/3..9', 404, 'No such revision'],
  ['/classes/CI2788/compare/2010-01-01..2011-01-01', 404, 'No text in force on that date'],
  ['/classes/CI2788/compare/CA1090', 410, 'This class is abolished'],
  ['/classes/CI2788/compare/ZZ9999', 404, 'No such class'],
  ['/classes/CI2788/compare/3..x', 400, 'The address cannot be read'],
  ['/series/alchemy', 404, 'No such series'],
  ['/series/it-management?on=1900-01-01', 404, 'No such series on that date'],
  ['/classes/CI2788/2010-01-01', 404, 'No text in force on that date'],
  ['/classes?page=3', 404, 'Page not found'],
  ['/classes/CA1090.pdf', 410, 'This class is abolished'],
  ['/classes/CA1090/2025-01-01.pdf', 410, 'This class is abolished'],
  ['/classes/CI2788/2024-02-30', 400, 'The address cannot be read'],
  ['/classes/CI2788/yesterday', 400, 'The address cannot be read'],
  ['/classes?on=01/02/2024', 400, 'The address cannot be read'],
  ['/classes?page=0', 400, 'The address cannot be read'],
  ['/classes?page=-1', 400, 'The address cannot be read'],
  ['/classes?page=1e3', 400, 'The address cannot be read'],
  ['/classes?status=any', 400, 'The address cannot be read'],
  ['/classes?sort=beauty', 400, 'The address cannot be read'],
  ['/changes?by=year', 400, 'The address cannot be read'],
  ['/changes?kind=improved', 400, 'The address cannot be read'],
  ['/classes/%E0%A4%A', 400, 'The address cannot be read'],
];

export interface RawAnswer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** fetch would tidy the path up first. */
export function ask(
  site: Served,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(site.address);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const body = Buffer.concat(parts).toString('utf8');
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body });
      });
    });
    sent.on('error', reject).end();
  });
}

export function get(site: Served, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(site.address + path, { headers, redirect: 'manual' });
}

/** The addresses on this site to which a page leads, as a browser reads them. */
export function hrefsIn(html: string): string[] {
  return [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'),
  );
}
