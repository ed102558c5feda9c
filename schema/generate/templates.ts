import Handlebars from "handlebars";
import type { Files, Tree } from "./tree.js";

/**
 * Templates as functions of their views, in TypeScript: what a template uses is then checked where the functions are compiled, and rendering
 * is joining texts. Handlebars reads the templates and takes away the lines that only blocks stand on; it is not needed any more when
 * sluice runs, where loading it and rendering took a twentieth of compiling 1,000 units. A view's text is already escaped for the
 * language that it is put into (branded types), so nothing is escaped here.
 */
export function templatesOf(tree: Tree): Files {
  const paths = tree.list("targets").filter((path) => /^targets\/[^/]+\/templates\/.*\.hbs$/.test(path));
  const targets = [...new Set(paths.map((path) => path.split("/")[1] ?? ""))];
  return Object.fromEntries(
    targets.map((target) => {
      const own = paths.filter((path) => path.startsWith(`targets/${target}/`));
      const templates = own.map((path) => ({ name: nameOf(path), text: tree.read(path) ?? "" }));
      return [`targets/${target}/templates.generated.ts`, moduleOf(target, templates)];
    }),
  );
}

/** `targets/spark/templates/merge-scd2.py.hbs`: `MergeScd2`. */
const nameOf = (path: string): string =>
  path.replace(/^.*\/|\..*$/g, "").replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

function moduleOf(target: string, templates: readonly { readonly name: string; readonly text: string }[]): string {
  const views = templates.map(({ name }) => `${name}View`).sort();
  const functions = templates.map(
    ({ name, text }) =>
      `export const render${name} = (view: ${name}View): string =>${joined(Handlebars.parse(text).body, "  ")};\n`,
  );
  return `// Generated from targets/${target}/templates by \`npm run generate\`; do not edit.

import type { ${views.join(", ")} } from "./view.js";

${functions.join("\n")}`;
}

/** By `+`, which takes no field that may be undefined but within its own \`{{#if}}\`. */
function joined(statements: readonly hbs.AST.Statement[], indent: string): string {
  const parts = statements.map((statement) => printed(statement, indent)).filter((part) => part !== '""');
  return `\n${indent}${['""', ...parts].slice(parts.length > 0 ? 1 : 0).join(` +\n${indent}`)}`;
}

function printed(statement: hbs.AST.Statement, indent: string): string {
  if (isContent(statement)) return JSON.stringify(statement.value);
  if (isMustache(statement) && statement.params.length === 0) return fieldOf(statement.path);
  if (!isBlock(statement) || !isPath(statement.path) || statement.path.original !== "if" || statement.inverse)
    throw new Error(`a template may have fields and {{#if}}, and no ${statement.type} like this`);
  return `(${fieldOf(statement.params[0])} ?${joined(statement.program.body, `${indent}  `)} : "")`;
}

function fieldOf(expression: hbs.AST.Expression | undefined): string {
  if (!isPath(expression) || !/^\w+$/.test(expression.original))
    throw new Error("what a template uses is a field of its view");
  return `view.${expression.original}`;
}

const isContent = (node: hbs.AST.Node): node is hbs.AST.ContentStatement => node.type === "ContentStatement";
const isMustache = (node: hbs.AST.Node): node is hbs.AST.MustacheStatement => node.type === "MustacheStatement";
const isBlock = (node: hbs.AST.Node): node is hbs.AST.BlockStatement => node.type === "BlockStatement";
const isPath = (node: hbs.AST.Node | undefined): node is hbs.AST.PathExpression => node?.type === "PathExpression";
