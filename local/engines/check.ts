import { access, constants, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { cacheFolder, cacheRoot, isBuilt } from "./cache.js";
import { runCommand } from "./command.js";
import { findJava, javaMend } from "./java.js";
import { findPython, pythonMend, pythonRange, sparkName } from "./python.js";
import { duckdbParts, postgresParts, sqlParts, versions } from "./versions.js";

/** Whether one thing that `sluice run` needs is there. */
export interface Finding {
  readonly name: string;
  readonly state: "ready" | "missing" | "will be set up";
  readonly detail: string;
  /** The one command that mends it. */
  readonly mend?: string;
}

/** Looks at all that `sluice run` needs. It changes nothing. */
export async function checkEngines(): Promise<readonly Finding[]> {
  const { python: found } = await findPython();
  const spark = found === undefined ? undefined : sparkName(found);
  return Promise.all([
    checkNode(),
    checkPython(),
    checkJava(),
    checkVenv(),
    engine(
      "spark",
      spark !== undefined && isBuilt(spark),
      `${versions.wheels[0]}, ${versions.wheels[1]} and ${versions.sparkJars.length} jars`,
      { size: versions.wheelsSize, folder: cacheFolder() },
    ),
    engine("kafka", isBuilt("kafka"), `Kafka ${versions.kafkaJars[0].version}`, {
      size: versions.kafkaSize,
      folder: cacheFolder(),
    }),
    engine("h2", isBuilt("h2", sqlParts), `H2 ${sqlParts.jars[0].version}, which stands in for SQL Server`, {
      size: sqlParts.size,
      folder: cacheFolder(sqlParts),
    }),
    engine(
      "postgres",
      isBuilt("postgres", postgresParts),
      `PostgreSQL ${postgresParts.server.version}, where a job reads one`,
      { size: postgresParts.size, folder: cacheFolder(postgresParts) },
    ),
    engine(
      "duckdb",
      isBuilt("duckdb", duckdbParts),
      `${duckdbParts.wheels[0].replace("duckdb==", "DuckDB ")}, where a project has a warehouse`,
      { size: duckdbParts.size, folder: cacheFolder(duckdbParts) },
    ),
    checkDisk(),
    checkCache(),
  ]);
}

async function checkNode(): Promise<Finding> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isNewEnough = major > 20 || (major === 20 && minor >= 19);
  if (isNewEnough) return { name: "node", state: "ready", detail: process.versions.node };
  return {
    name: "node",
    state: "missing",
    detail: `${process.versions.node}; 20.19 or newer is needed`,
    mend: "npx node@20 --version",
  };
}

async function checkPython(): Promise<Finding> {
  const { python, seen } = await findPython();
  if (python !== undefined) return { name: "python", state: "ready", detail: `${python.version} (${python.path})` };
  const detail = `${pythonRange()} is needed${seen.length > 0 ? `; ${seen.join(", ")}` : ""}`;
  return { name: "python", state: "missing", detail, mend: pythonMend() };
}

async function checkJava(): Promise<Finding> {
  const { java, seen } = await findJava();
  if (java !== undefined) return { name: "java", state: "ready", detail: `${java.version} (${java.home})` };
  const detail = `17 (or 11) is needed${seen.length > 0 ? `; ${seen.join(", ")}` : ""}`;
  return { name: "java", state: "missing", detail, mend: javaMend() };
}

/** Some systems split what makes virtual environments off Python. */
async function checkVenv(): Promise<Finding> {
  const { python } = await findPython();
  if (python === undefined) return { name: "venv", state: "missing", detail: "needs Python", mend: pythonMend() };
  const outcome = await runCommand(python.path, ["-c", "import ensurepip, venv"]);
  if (outcome.code === 0) return { name: "venv", state: "ready", detail: "virtual environments can be made" };
  return { name: "venv", state: "missing", detail: outcome.stderr.trim().split("\n").at(-1) ?? "", mend: pythonMend() };
}

function engine(
  name: string,
  isReady: boolean,
  what: string,
  { size, folder }: { readonly size: string; readonly folder: string },
): Finding {
  if (isReady) return { name, state: "ready", detail: `${what} in ${folder}` };
  return { name, state: "will be set up", detail: `${what} (${size}), on the first run` };
}

async function checkDisk(): Promise<Finding> {
  const { bavail, bsize } = await statfs(await existing(cacheRoot()));
  const free = (bavail * bsize) / 1e9;
  if (free >= 2) return { name: "disk", state: "ready", detail: `${free.toFixed(1)} GB free` };
  return {
    name: "disk",
    state: "missing",
    detail: `${free.toFixed(1)} GB free in ${cacheRoot()}; 2 GB are needed`,
    mend: "export SLUICE_CACHE=<a folder on another disk>",
  };
}

async function checkCache(): Promise<Finding> {
  const root = cacheRoot();
  const said = await access(await existing(root), constants.W_OK).then(
    () => undefined,
    (error: Error) => error.message,
  );
  if (said === undefined) return { name: "cache", state: "ready", detail: root };
  return { name: "cache", state: "missing", detail: said, mend: "export SLUICE_CACHE=<a folder you can write to>" };
}

/** The nearest folder above a path, or the path itself, that is there. */
async function existing(path: string): Promise<string> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  return isThere || dirname(path) === path ? path : existing(dirname(path));
}
