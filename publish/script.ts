import type { Destination } from "./destination.js";
import { hashOf } from "./records.js";
import type { State, Things } from "./state.js";
import type { SentArtifact } from "./wanted.js";

/** A script for a database, or rights that Azure keeps: the publisher may not run it, its owner does. */
export interface Script {
  /** Below the output folder. */
  readonly path: string;
  readonly hash: string;
}

/** Those of an environment, in the order in which they are run: what it alone has comes first, as others stand on that, and rights are granted last. */
export const scriptsOf = (
  artifacts: readonly SentArtifact[],
  { environment }: Pick<Destination, "environment">,
): readonly Script[] =>
  [`env/${environment}/`, "common/sql/", "common/grants/"].flatMap((folder) =>
    artifacts
      .filter(({ plane, path }) => (plane === "sql" || plane === "azure-rights") && path.startsWith(folder))
      .map(({ path, body }) => ({ path, hash: hashOf(body) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  );

/**
 * Those that are not as they were when this environment was last published. One that all environments have is run again where one that it
 * stands on has changed, as that may have led it to another database.
 */
export function scriptsToRun(scripts: readonly Script[], { published }: State): readonly string[] {
  const changed = scripts.filter((script) => published[idOf(script)] !== script.hash);
  const moved = new Set(changed.filter(({ path }) => path.startsWith("env/")).map(folderOf));
  return scripts
    .filter((script) => changed.includes(script) || (script.path.startsWith("common/") && moved.has(folderOf(script))))
    .map(({ path }) => path);
}

/** The same for scripts of one database: `ldw`; of a file that is all there is of one, its own path. */
const folderOf = ({ path }: Script): string =>
  /^(?:common|env\/[^/]+)\/(?:sql|grants)\/([^/]+)\/[^/]+$/.exec(path)?.[1] ?? path;

/** As the state keeps them. */
export const publishedScripts = (scripts: readonly Script[]): Things =>
  Object.fromEntries(scripts.map((script) => [idOf(script), script.hash]));

const idOf = ({ path }: Script): string => `script/${path}`;
