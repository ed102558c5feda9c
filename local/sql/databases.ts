import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SqlEngine } from "../engines/engine.js";
import { converse } from "../processes/conversation.js";
import { startKept } from "../processes/kept.js";
import { type Dialect, transact } from "./dialect.js";

/** A value as the database writes it. */
export type Cell = string | null;

/** What a statement comes to: the rows of a query, or how many rows it changed. */
export type StatementResult = ResultSet | { readonly count: number };

export interface ResultSet {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface ResultColumn {
  readonly name: string;
  /** H2's name of it, which is that of the SQL standard: `BIGINT`, `CHARACTER VARYING`. */
  readonly type: string;
  /** Of a decimal: how many digits it has, and how many of them behind the point. */
  readonly precision: number;
  readonly scale: number;
  /** Of rows that come from files: one that does not have it. */
  readonly lackedBy?: string;
}

/** A database: its statements as it takes them, in transactions. */
export interface Database {
  readonly dialect: Dialect;
  /** All of the statements or none of them, each for so many seconds at most; an error is the database's own words. */
  readonly run: (statements: readonly string[], seconds?: number) => Promise<readonly StatementResult[]>;
}

/** What a connection asks the database for, as a linked service says it. */
export interface Session {
  /** The zone by which points in time are compared and cast; without one the server's own holds. */
  readonly timezone?: string;
}

/** The databases of a run: files of a folder, in one process. */
export interface Databases {
  /** `session`: that of whoever asks; default one in UTC, which those have who put samples into tables. */
  readonly database: (name: string, session?: Session) => Database;
  readonly stop: () => Promise<void>;
}

export interface DatabasesOptions {
  /** Keeps the files, the process's record and its log; a second process on it ends the first. */
  readonly folder: string;
}

/** Starts the process that has the databases, and waits until it is ready. */
export async function startDatabases(engine: SqlEngine, { folder }: DatabasesOptions): Promise<Databases> {
  await mkdir(folder, { recursive: true });
  const log = join(folder, "databases.log");
  await rm(log, { force: true });
  const script = fileURLToPath(new URL("./databases.py", import.meta.url));
  const kept = await startKept({
    python: engine.python,
    record: join(folder, "process.json"),
    command: [engine.python, script, engine.classpath],
    env: { ...engine.env, TZ: "UTC", PYTHONDONTWRITEBYTECODE: "1" },
    log,
  });
  const { ask, listen } = converse<Answer>(kept, { name: "H2", log });
  await listen((answer) => (answer.kind === "ready" ? true : undefined));
  return {
    database: (name) => ({
      dialect: transact,
      run: (statements, seconds = 0) =>
        ask({ path: join(folder, name), statements, seconds }, (answer) =>
          answer.kind === "ran" ? answer.results : undefined,
        ),
    }),
    stop: kept.stop,
  };
}

/** One line of the process's channel. */
export type Answer =
  | { readonly kind: "ready" }
  | { readonly kind: "ran"; readonly results: readonly StatementResult[] };
