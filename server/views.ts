// Loads and compiles every template at start; renders one. A view is a plain, complete object: a missing name
// throws (strict), so the absent is null. No template looks anything up, none runs text that a person wrote.
import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';

const folder = new URL('../templates/', import.meta.url);

const options: CompileOptions = { strict: true, knownHelpersOnly: true, explicitPartialContext: false };

export interface Views {
  /** `name` is the template's path without its ending: 'pages/class'. */
  render(name: string, view: object): string;
  readonly names: readonly string[];
}

export function loadViews(): Views {
  const handlebars = Handlebars.create();
  const templates = new Map<string, Handlebars.TemplateDelegate>();
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const path of paths.filter((each) => each.endsWith('.hbs')).sort()) {
    const name = path.slice(0, -'.hbs'.length).replaceAll('\\', '/');
    const template = compile(handlebars, name, readFileSync(new URL(path, folder), 'utf8'));
    handlebars.registerPartial(name, template);
    templates.set(name, template);
  }
  return Object.freeze({
    names: [...templates.keys()],
    render: (name: string, view: object) => {
      const template = templates.get(name);
      if (!template) throw new Error(`There is no template templates/${name}.hbs`);
      return template(view);
    },
  });
}

/** Compiling is lazy in Handlebars; precompiling first makes a faulty template stop the start. */
function compile(handlebars: typeof Handlebars, name: string, text: string): Handlebars.TemplateDelegate {
  try {
    handlebars.precompile(text, options);
    return handlebars.compile(text, options);
  } catch (error) {
    throw new Error(`templates/${name}.hbs does not compile`, { cause: error });
  }
}
