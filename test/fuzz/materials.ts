import { parseAllDocuments } from "yaml";
import { caseNames, readCase, type Tree } from "../golden.js";
import { allProjects, readProject } from "../projects.js";
import { treeOf, type Value } from "./tree.js";

/** A project to start from. */
export interface Material {
  readonly name: string;
  readonly files: Tree;
  /** The documents of each of its YAML files that can be read. */
  readonly documents: Readonly<Record<string, readonly Value[]>>;
}

/** Longer ones, which show what has no room, would take most of the time. */
const longest = 40_000;

/** All projects to copy and all golden cases, but for the few that are long. */
export const materials = (): readonly Material[] =>
  [
    ...allProjects().map((name) => ({ name: `pipelines/${name}`, files: readProject(name) })),
    ...caseNames().map((name) => ({ name: `test/golden/${name}`, files: readCase(name).input })),
  ]
    .filter(({ files }) => Object.values(files).join("").length <= longest)
    .map(({ name, files }) => ({ name, files, documents: documentsOf(files) }));

const documentsOf = (files: Tree): Material["documents"] =>
  Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => /\.ya?ml$/.test(path))
      .map(([path, text]) => [path, plainDocuments(text).map(treeOf)]),
  );

function plainDocuments(text: string): readonly unknown[] {
  const documents = parseAllDocuments(text, { uniqueKeys: false });
  if (!Array.isArray(documents)) return [];
  return documents.filter(({ errors }) => errors.length === 0).map((document) => plain(document));
}

/** What its aliases make too large, or endless, is no material. */
function plain(document: { toJS(): unknown }): unknown {
  try {
    return JSON.parse(JSON.stringify(document.toJS()));
  } catch {
    return null;
  }
}
