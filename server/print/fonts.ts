// The faces official documents are set in, as data: URLs, since a document being printed may fetch nothing.

import { readFileSync } from 'node:fs';

const faces = [
  ['Public Sans', 400, 'normal', 'public-sans/PublicSans-Regular.woff2'],
  ['Public Sans', 400, 'italic', 'public-sans/PublicSans-Italic.woff2'],
  ['Public Sans', 700, 'normal', 'public-sans/PublicSans-Bold.woff2'],
  ['Merriweather', 400, 'normal', 'merriweather/Latin-Merriweather-Regular.woff2'],
  ['Merriweather', 400, 'italic', 'merriweather/Latin-Merriweather-Italic.woff2'],
  ['Merriweather', 700, 'normal', 'merriweather/Latin-Merriweather-Bold.woff2'],
] as const;

let computed: string | null = null;

/** `@font-face` rules for Public Sans and Merriweather: regular, italic and bold. */
export function fontFaces(): string {
  return (computed ??= faces
    .map(([family, weight, style, file]) => face(family, weight, style, file))
    .join('\n'));
}

function face(family: string, weight: number, style: string, file: string): string {
  const bytes = readFileSync(new URL(file, fontsFolder())).toString('base64');
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${bytes}) format("woff2")}`;
}

function fontsFolder(): URL {
  return new URL('../../node_modules/@uswds/uswds/dist/fonts/', import.meta.url);
}
