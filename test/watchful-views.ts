// The real templates, with views that throw when a template asks them for a name that they do not have, also
// inside #if and #each, where Handlebars itself stays silent.
import type { Views } from '../server/views.ts';

export function watchful(views: Views): Views {
  return { ...views, render: (name, view) => views.render(name, watched(view, name)) };
}

function watched<T>(value: T, path: string): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map((each: unknown, index) => watched(each, `${path}[${index}]`)) as T;
  return new Proxy(value, {
    get: (target, name) => {
      if (typeof name === 'string' && !(name in target)) throw new Error(`${path} has no ${name}`);
      return watched(Reflect.get(target, name), `${path}.${String(name)}`) as unknown;
    },
  });
}
