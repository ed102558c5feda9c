import { createRequire } from "node:module";
import type Handlebars from "handlebars";

const require = createRequire(import.meta.url);

/** Of what Handlebars can do, skeletons may use this. */
const helpers = ["if"];

/** Loaded by the first rendering: what only checks a project needs none of its 55 modules. */
function handlebars(): typeof Handlebars {
  const loaded: typeof Handlebars = require("handlebars");
  const own = loaded.create();
  // Each rendering wraps every helper that there is, which takes as long as the rendering itself.
  for (const name of Object.keys(own.helpers)) if (!helpers.includes(name)) own.unregisterHelper(name);
  return own;
}

/**
 * Renders a skeleton. Made once for each skeleton, as a constant, because compiling costs a hundred renderings: it waits for the
 * first of them. A view's text is already escaped for the language that it is put into (branded types), so nothing is escaped
 * here; a field that the view lacks is a bug and throws.
 */
export function template<View extends object>(skeleton: string): (view: View) => string {
  let compiled: Handlebars.TemplateDelegate<View> | undefined;
  return (view) => {
    compiled ??= handlebars().compile<View>(skeleton, { noEscape: true, strict: true, knownHelpersOnly: true });
    return compiled(view);
  };
}
