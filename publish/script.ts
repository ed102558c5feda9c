import { batchesIn } from "../compiler/emit/batches.js";
import type { Json } from "../compiler/emit/json.js";
import { scriptsPipeline } from "../compiler/emit/scripts.js";
import type { Destination } from "./destination.js";
import { kinds } from "./kinds.js";
import { hashOf, valueAt } from "./records.js";
import { publishedOf, type State, type Things } from "./state.js";
import { thingId, type Wanted } from "./thing.js";
import { type SentArtifact, stackOf } from "./wanted.js";

/** A script for a database, or rights that Azure keeps. Its owner runs it, or a pipeline does that publishing starts. */
export interface Script {
  /** Below the output folder. */
  readonly path: string;
  readonly hash: string;
  /** What is run, and where: in the connection's database or in `master`; undefined: only people run it. */
  readonly run: ScriptRun | undefined;
}

export interface ScriptRun {
  readonly where: "own" | "master";
  readonly batches: readonly string[];
  /** The line of the file where each begins; undefined: it is not known, as an earlier version did not keep it. */
  readonly lines?: readonly number[];
}

/** Those of an environment, in the order in which they are run: what it alone has comes first, as others stand on that, and rights are granted last. */
export const scriptsOf = (
  artifacts: readonly SentArtifact[],
  destination: Pick<Destination, "environment"> & Partial<Pick<Destination, "databases">>,
): readonly Script[] =>
  [`env/${destination.environment}/`, "common/sql/", "common/grants/"].flatMap((folder) =>
    artifacts
      .filter(({ plane, path }) => (plane === "sql" || plane === "azure-rights") && path.startsWith(folder))
      .filter((one) => stackOf(one, destination) === undefined)
      .map(scriptOf)
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  );

const scriptOf = ({ path, body, plane, kind }: SentArtifact): Script => ({
  path,
  hash: hashOf(body),
  run: plane === "sql" ? runOf(body, kind) : undefined,
});

function runOf(body: string, kind: string): ScriptRun {
  const batches = batchesIn(body).filter(({ text }) => isDone(text));
  return {
    where: kind === "master-script" ? "master" : "own",
    batches: batches.map(({ text }) => text),
    lines: batches.map(({ line }) => line),
  };
}

/** Whether a batch is more than comments. */
const isDone = (batch: string): boolean => batch.replaceAll(/^--.*$/gm, "").trim() !== "";

/**
 * Those that are not as they were when this environment was last published, or may not be: a publishing that was broken off may have run
 * another one. One that all environments have is run again where one that it stands on has changed, as that may have led it to another
 * database.
 * @param isNew whether nobody but people has run it so far: of them it is not known
 */
export function scriptsToRun(
  scripts: readonly Script[],
  state: State,
  isNew: (script: Script) => boolean = () => false,
): readonly Script[] {
  const isAsPublished = (script: Script): boolean => {
    const published = publishedOf(state, idOf(script));
    return published.length > 0 && published.every((hash) => hash === script.hash);
  };
  const changed = scripts.filter((script) => !isAsPublished(script) || isNew(script));
  const moved = new Set(changed.filter(({ path }) => path.startsWith("env/")).map(folderOf));
  return scripts.filter(
    (script) => changed.includes(script) || (script.path.startsWith("common/") && moved.has(folderOf(script))),
  );
}

/** The pipeline that runs a script; undefined: people do. */
export function runnerOf(
  script: Script,
  wanted: readonly Wanted[],
  { project }: Pick<Destination, "project">,
): Wanted | undefined {
  const id = thingId(kinds.pipeline, scriptsPipeline(project, folderOf(script)));
  return script.run && wanted.find((one) => one.id === id);
}

/** Whether a pipeline is one that runs scripts. */
export const runsScripts = ({ kind, name, value }: Wanted, { project }: Pick<Destination, "project">): boolean =>
  kind.name === "pipeline" &&
  name.startsWith(`${project}_`) &&
  name.endsWith(scriptsPipeline("", "").slice(1)) &&
  valueAt(value, "properties", "parameters", "batches") !== undefined;

/** What the pipeline is handed: `script` and `where` of each batch, and its text. */
export const batchesValue = (scripts: readonly Script[]): Json =>
  scripts.flatMap(({ path, run }) =>
    (run?.batches ?? []).map((text) => ({ script: path, where: run?.where ?? "own", text })),
  );

/** The same for scripts of one database: `ldw`; of a file that is all there is of one, its own path. */
export const folderOf = ({ path }: Pick<Script, "path">): string =>
  /^(?:common|env\/[^/]+)\/(?:sql|grants)\/([^/]+)\/[^/]+$/.exec(path)?.[1] ?? path;

/** As the state keeps them. */
export const publishedScripts = (scripts: readonly Script[]): Things =>
  Object.fromEntries(scripts.map((script) => [idOf(script), script.hash]));

const idOf = ({ path }: Script): string => `script/${path}`;
