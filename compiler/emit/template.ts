import Handlebars from "handlebars";

/**
 * Renders a skeleton. A view's text is already escaped for the language that it is put into (branded types), so nothing
 * is escaped here; a field that the view lacks is a bug and throws.
 */
export function template<View extends object>(skeleton: string): (view: View) => string {
  const compiled = Handlebars.create().compile<View>(skeleton, {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
  });
  return (view) => compiled(view);
}
