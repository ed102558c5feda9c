import { undescribed } from "./descriptions.js";
import { diagnosticFiles } from "./diagnostics.js";
import { isSchema } from "./json-schema.js";
import { languagePage } from "./language.js";
import { templatesOf } from "./templates.js";
import { textsOf } from "./texts.js";
import type { Files, Tree } from "./tree.js";
import { type RootSchema, typesOf } from "./types.js";
import { validatorsOf } from "./validators.js";

/** What is generated from the schemas and the texts alone: the rest of the code is compiled against it. */
export function generateSources(tree: Tree): Files {
  const roots = ["project", "pipeline", "database"].flatMap((name) => rootSchema(tree, name));
  const bare = roots.flatMap(({ name, schema }) => undescribed(schema, name));
  if (bare.length > 0) throw new Error(`properties without a description:\n  ${bare.join("\n  ")}`);
  const ofTargets = { ...textsOf(tree), ...templatesOf(tree) };
  if (roots.length === 0) return ofTargets;
  return {
    "compiler/spec/spec.generated.ts": typesOf(roots),
    "compiler/spec/validators.generated.ts": validatorsOf(roots),
    "docs/language.md": languagePage(roots),
    ...ofTargets,
  };
}

/** What is generated from the code: the list of diagnostics and the pages of the manual. */
export async function generateFromCode(tree: Tree): Promise<Files> {
  return {
    ...(await diagnosticFiles(tree)),
    ...(await pageOf(tree, "compiler/expression", "functionsPage", "docs/functions.md")),
    ...(await pageOf(tree, "compiler/lock", "statePage", "docs/state.md")),
  };
}

/** The generated files of the checkout that nothing generates any longer. */
export function stale(tree: Tree, made: Files): readonly string[] {
  const folders = ["compiler", "targets", "cli", "docs/diagnostics"];
  const generated = folders
    .flatMap((folder) => tree.list(folder))
    .filter((path) => /\.generated\.|^docs\/diagnostics\//.test(path));
  return generated.filter((path) => !(path in made));
}

function rootSchema(tree: Tree, name: string): readonly RootSchema[] {
  const text = tree.read(`schema/${name}.schema.json`);
  if (text === undefined) return [];
  const schema: unknown = JSON.parse(text);
  if (!isSchema(schema)) throw new Error(`schema/${name}.schema.json is not an object`);
  return [{ name: `${name[0]?.toUpperCase()}${name.slice(1)}Spec`, schema }];
}

/** A page that a module makes of its own data. */
async function pageOf(tree: Tree, folder: string, name: string, to: string): Promise<Files> {
  const declares = new RegExp(`^export (function|const) ${name}\\b`, "m");
  const path = tree.list(folder).find((file) => /\.ts$/.test(file) && declares.test(tree.read(file) ?? ""));
  if (path === undefined) return {};
  const make = (await tree.load(path))[name];
  if (typeof make !== "function") throw new Error(`${path} does not export the function ${name}`);
  const text: unknown = make();
  return { [to]: String(text) };
}
