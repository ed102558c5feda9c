import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Script } from "../adf/data-flow/script.js";
import type { SparkEngine } from "../engines/engine.js";
import type { LocalIntervalJoin } from "../job.js";
import { converse } from "../processes/conversation.js";
import { startKept } from "../processes/kept.js";
import type { Answer, Appending, NotebookFailure, Pairs, RunnerEvent, TableRow, Windowed } from "./answers.js";
import { script } from "./script.js";
import { sparkSettings } from "./settings.js";

/** A notebook to run, where it is and what it is given. */
export interface NotebookRun {
  readonly name: string;
  readonly path: string;
  readonly form: "databricks" | "synapse";
  readonly parameters: Readonly<Record<string, string>>;
}

export interface RunnerOptions {
  /** How large Spark's heap may grow: `1g` where it is not said. One that is kept for many projects needs more: it keeps their tables' logs. */
  readonly memory?: string;
  /** Whether Spark writes Java for its plans, as it does in the cloud: through Connect where it is not said. */
  readonly compilesPlans?: boolean;
  /** Keeps the process's record, its log and Spark's scratch space; a second runner on it ends the first. */
  readonly folder: string;
  /** Secrets, and whatever else the notebooks' process needs in its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Windows over a column of a table, and the watermark that closes them. */
export interface WindowsOf {
  readonly path: string;
  readonly column: string;
  readonly size: string;
  readonly hop: string;
  readonly offset: string | null;
  readonly watermark: string;
}

/** Two tables whose rows are joined, and what both have passed. */
export interface PairsOf extends Omit<LocalIntervalJoin, "query" | "how"> {
  /** Null: not known, or nothing is to be said of rows without a match. */
  readonly watermark: string | null;
}

/** A file whose rows are added to a Delta table, which is made with the first ones. */
export interface Appended {
  readonly table: string;
  /** Each as DDL; the table gets those that it has not. */
  readonly columns: readonly string[];
  readonly path: string;
  readonly format: "json" | "csv";
  /** The number of the file among those of the table: one that was added is not added again. */
  readonly version: number;
}

/** A file of Parquet; times are in it as INT96. */
export interface ParquetFile {
  readonly path: string;
  /** `type` as DDL has it. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Values as texts that Spark casts to their types. */
  readonly records: readonly (readonly (string | null)[])[];
}

/** A mapping data flow, and what it is run with. */
export interface DataFlowRun {
  readonly script: Script;
  readonly parameters: Readonly<Record<string, string>>;
  /** The file of each source, and the folder of the table of each sink. */
  readonly sources: Readonly<Record<string, string>>;
  readonly sinks: Readonly<Record<string, string>>;
}

type Outcome = { readonly kind: "done" } | NotebookFailure;

/** Notebooks that run side by side. */
export interface Beside {
  readonly outcome: Promise<Outcome>;
  /** Has their queries end, between two batches if that does not take long; then there is an outcome. */
  readonly rest: () => void;
}

/** One Spark that runs notebooks and reads tables, one command after another. */
export interface Runner {
  /** Runs notebooks in order and stops at the first that fails. */
  readonly run: (notebooks: readonly NotebookRun[], onEvent?: (event: RunnerEvent) => void) => Promise<Outcome>;
  /** Runs notebooks side by side until they are told to rest, or one fails; then the others are ended too. */
  readonly runBeside: (
    name: string,
    notebooks: readonly NotebookRun[],
    onEvent?: (event: RunnerEvent) => void,
  ) => Beside;
  /** The rows of a Delta table, in no particular order. */
  readonly rows: (path: string, columns?: readonly string[]) => Promise<readonly TableRow[]>;
  /** What the rows of a table come to in windows, counted apart from any query. */
  readonly windowed: (of: WindowsOf) => Promise<Windowed>;
  /** What the rows of two tables come to in pairs, counted apart from any query. */
  readonly pairs: (of: PairsOf) => Promise<Pairs>;
  /** Whether there is a Delta table. */
  readonly exists: (path: string) => Promise<boolean>;
  /** Adds a file's rows to a Delta table in one commit, or none of them. */
  readonly append: (file: Appended) => Promise<Appending>;
  /** Writes a file of Parquet, under its name once it is whole; another one there is replaced. */
  readonly parquet: (file: ParquetFile) => Promise<void>;
  /** Runs a mapping data flow by its script; gives why it has failed. */
  readonly dataFlow: (run: DataFlowRun) => Promise<string | undefined>;
  /** Unpacks an archive (zip) into a folder, whole or not at all; gives why it cannot be, as of one that is broken. */
  readonly unzip: (archive: string, folder: string) => Promise<string | undefined>;
  readonly stop: () => Promise<void>;
}

/** Starts the long-lived Python process that has the Spark session, and waits until it is ready. */
export async function startRunner(
  engine: SparkEngine,
  { folder, env = {}, ...settings }: RunnerOptions,
): Promise<Runner> {
  await mkdir(join(folder, "scratch"), { recursive: true });
  const scratch = await mkdtemp(join(folder, "scratch", "of-"));
  const log = join(folder, "spark.log");
  await rm(log, { force: true });
  const kept = await startKept({
    python: engine.python,
    record: join(folder, "process.json"),
    command: [
      engine.python,
      script("notebooks.py"),
      engine.api,
      JSON.stringify(sparkSettings(engine, scratch, settings)),
    ],
    env: { ...engine.env, TZ: "UTC", PYTHONDONTWRITEBYTECODE: "1", ...env },
    log,
    cwd: scratch, // Spark 4 leaves folders where it is started
  });
  const { ask, listen, say } = converse<Answer>(kept, { name: "Spark", log });
  await listen((answer) => (answer.kind === "ready" ? true : undefined));
  await forgetOthers(folder, scratch);
  return {
    run: (notebooks, onEvent) => ask({ command: "run", notebooks: notebooks.map(placed) }, outcome(onEvent)),
    runBeside: (name, notebooks, onEvent) => ({
      outcome: ask({ command: "run_beside", name, notebooks: notebooks.map(placed) }, outcome(onEvent)),
      rest: () => say({ command: "rest" }),
    }),
    rows: (path, columns) =>
      ask({ command: "rows", path, columns }, (answer) => (answer.kind === "rows" ? answer.rows : undefined)),
    windowed: (of) =>
      ask({ command: "windowed", ...of }, (answer) => (answer.kind === "windowed" ? answer : undefined)),
    pairs: (of) => ask({ command: "pairs", ...of }, (answer) => (answer.kind === "pairs" ? answer : undefined)),
    exists: (path) =>
      ask({ command: "exists", path }, (answer) => (answer.kind === "exists" ? answer.exists : undefined)),
    append: (file) =>
      ask({ command: "append", ...file }, (answer) =>
        answer.kind === "added" || answer.kind === "there" || answer.kind === "unfit" ? answer : undefined,
      ),
    parquet: async ({ path, columns, records }) => {
      const cells = `${path}.cells`;
      await writeFile(cells, records.map((row) => `${JSON.stringify({ row })}\n`).join(""));
      await ask({ command: "parquet", path, columns, cells }, (answer) => (answer.kind === "done" ? true : undefined));
    },
    dataFlow: async (flow) => {
      const { reason } = await ask({ command: "data_flow", ...flow }, reasonIn);
      return reason;
    },
    unzip: async (archive, into) => {
      const { reason } = await ask({ command: "unzip", archive, folder: into }, reasonIn);
      return reason;
    },
    stop: async () => {
      await kept.stop();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

/** Why a command could not do what it was asked for, by what it was given; undefined: it has done it. */
function reasonIn(answer: Answer): { readonly reason: string | undefined } | undefined {
  if (answer.kind === "done") return { reason: undefined };
  return answer.kind === "unfit" ? answer : undefined;
}

/** Hands on what notebooks tell, until they have ended or failed. */
const outcome =
  (onEvent: ((event: RunnerEvent) => void) | undefined) =>
  (answer: Answer): Outcome | undefined => {
    if (answer.kind === "done") return { kind: "done" };
    if (
      answer.kind === "started" ||
      answer.kind === "printed" ||
      answer.kind === "finished" ||
      answer.kind === "failed"
    )
      onEvent?.(answer);
    return answer.kind === "failed" ? answer : undefined;
  };

/** The process works in a folder of its own. */
const placed = (notebook: NotebookRun): NotebookRun => ({ ...notebook, path: resolve(notebook.path) });

/** Scratch space of runners that were killed. They are gone now: the keeper ended them before it started ours. */
async function forgetOthers(folder: string, scratch: string): Promise<void> {
  for (const name of await readdir(join(folder, "scratch"))) {
    if (name !== basename(scratch)) await rm(join(folder, "scratch", name), { recursive: true, force: true });
  }
}
