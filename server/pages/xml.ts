// A page for programs in XML: what XML 1.0 has no character for is marked as lost, and nothing of it is lost unmarked.
import type { Views } from '../views.ts';

export function renderXml(views: Views, name: string, view: object): string {
  const text = views.render(name, view);
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
}
