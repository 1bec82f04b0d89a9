// The fields of a form of a page as a browser would send them: what is typed, ticked and chosen, several of one name too.
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** The fields of the form with this id, or of the first form that is sent to `action`. */
export function formFields(
  html: string,
  form: { id?: string; action?: string },
): Record<string, string | string[]> {
  const found = elements(parse(html)).find(
    (each) =>
      each.tagName === 'form' &&
      (form.id === undefined || attribute(each, 'id') === form.id) &&
      (form.action === undefined || attribute(each, 'action') === form.action),
  );
  if (!found) throw new Error(`The page has no form ${form.id ?? form.action}`);
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of elements(found).flatMap(fieldOf)) {
    const before = fields[name];
    fields[name] =
      before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value];
  }
  return fields;
}

function fieldOf(element: Element): [string, string][] {
  const name = attribute(element, 'name');
  if (name === null || attribute(element, 'disabled') !== null) return [];
  const value = attribute(element, 'value') ?? '';
  switch (element.tagName) {
    case 'input': {
      const isBox = ['checkbox', 'radio'].includes(attribute(element, 'type') ?? '');
      return isBox && attribute(element, 'checked') === null ? [] : [[name, value]];
    }
    case 'textarea':
      return [[name, textOf(element)]];
    case 'select': {
      const options = elements(element).filter(({ tagName }) => tagName === 'option');
      const chosen = options.find((option) => attribute(option, 'selected') !== null) ?? options[0];
      return chosen ? [[name, attribute(chosen, 'value') ?? textOf(chosen)]] : [];
    }
    default:
      return [];
  }
}

function elements(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => ('tagName' in child ? [child, ...elements(child)] : []));
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null;
}

function textOf(element: Element): string {
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}
