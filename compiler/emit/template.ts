import { createRequire } from "node:module";
import type Handlebars from "handlebars";

const require = createRequire(import.meta.url);

/** Loaded by the first rendering: what only checks a project needs none of its 55 modules. */
const handlebars = (): typeof Handlebars => require("handlebars");

/**
 * Renders a skeleton. Made once for each skeleton, as a constant, because compiling costs a hundred renderings: it waits for the
 * first of them. A view's text is already escaped for the language that it is put into (branded types), so nothing is escaped
 * here; a field that the view lacks is a bug and throws.
 */
export function template<View extends object>(skeleton: string): (view: View) => string {
  let compiled: Handlebars.TemplateDelegate<View> | undefined;
  return (view) => {
    compiled ??= handlebars()
      .create()
      .compile<View>(skeleton, { noEscape: true, strict: true, knownHelpersOnly: true });
    return compiled(view);
  };
}
