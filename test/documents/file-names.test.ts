// The name of a download says what is inside, in characters that every system takes.
import { expect } from 'chai';
import { revisionFileName } from '../../server/documents/file-names.ts';

const names: readonly (readonly [title: string, name: string])[] = [
  ['IT Manager Senior', 'CI2788_IT-Manager-Senior_2024-07-01_rev4.pdf'],
  ['Engineer/Architect (Bridges & Tunnels)', 'CI2788_Engineer-Architect-Bridges-Tunnels_2024-07-01_rev4.pdf'],
  ['Señor "Quoted"\r\n; name=x', 'CI2788_Sen-or-Quoted-name-x_2024-07-01_rev4.pdf'],
  ['../../etc/passwd', 'CI2788_etc-passwd_2024-07-01_rev4.pdf'],
  ['消防士', 'CI2788_2024-07-01_rev4.pdf'],
  [`${'Long '.repeat(40)}`, `CI2788_${'Long-'.repeat(16).slice(0, -1)}_2024-07-01_rev4.pdf`],
];

describe('file names', () => {
  for (const [title, name] of names) {
    it(`${JSON.stringify(title.slice(0, 40))} → ${name.slice(0, 60)}`, () => {
      expect(
        revisionFileName({ body: { code: 'CI2788', title }, effectiveOn: '2024-07-01', number: 4 }, 'pdf'),
      ).to.equal(name);
    });
  }
});
