import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Report } from "../../compiler/diagnostics/report.js";
import { closest, didYouMean } from "../../compiler/diagnostics/suggest.js";
import { type DatabaseKind, isDatabaseKind } from "../../compiler/spec/expansion/database-types.js";
import { readProject } from "../../compiler/spec/spec.js";
import type { Arguments } from "../arguments.js";
import { diskHost } from "../disk-host.js";
import { projectFolder, seenFrom } from "../project.js";
import { misused, type Outcome, type Refusal, refused } from "../refusal.js";
import { readListing, UnfitListing } from "../schema-import/listing.js";
import { schemaFileOf } from "../schema-import/schema-file.js";
import { packageFolder } from "../version.js";
import type { World } from "../world.js";

/**
 * `sluice schema`: the JSON Schema of sluice.yaml, of a pipeline or of a file under `schemas/`, for editors and other programs; with
 * `import` such a file from a list of a database's columns.
 */
export async function run(given: Arguments, world: World): Promise<Outcome> {
  if (given.positional === "import") return importing(given, world);
  const stray = ["connection", "out", "project"].find((name) => given.text(name) !== undefined);
  if (stray !== undefined) return misused(`--${stray} belongs to 'sluice schema import'.`);
  world.out(schemaText(given.positional ?? "pipeline"));
  return 0;
}

/** The text of a schema file of this package. */
export function schemaText(name: string): string {
  return readFileSync(join(packageFolder(), "schema", `${name}.schema.json`), "utf8");
}

async function importing(given: Arguments, world: World): Promise<Outcome> {
  const project = projectFolder(given, world);
  if (typeof project !== "string") return project;
  const connection = given.text("connection");
  if (connection === undefined) return misused("Say of which connection the tables are: --connection NAME.");
  const kind = kindOf(connection, project);
  if (typeof kind !== "string") return kind;
  const path = given.text("out") ?? `schemas/${connection}.yaml`;
  if (!/^schemas\/.*\.ya?ml$/.test(path) || path.split("/").some(isUnread))
    return misused(`${path} is no YAML file under 'schemas/' that is read.`);
  const file = resolve(project, path);
  const shown = `${seenFrom(world, project)}${path}`;
  if (existsSync(file))
    return refused(`${shown} is there already, and stays as it is: take it away, or give --out schemas/OTHER.yaml.`);
  const text = await world.input?.();
  if (text === undefined) return misused("Give the list of columns on standard input: CSV with a header, or JSON.");
  try {
    const { left, ...made } = schemaFileOf(connection, kind, await readListing(text));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, made.text, { flag: "wx" });
    for (const one of left) world.err(`Left out: ${one}\n`);
    world.out(`Written: ${shown}, with ${counted(made.tables, "table")} and ${counted(made.columns, "column")}.\n`);
    return 0;
  } catch (error) {
    if (error instanceof UnfitListing) return refused(`${error.message} Nothing was written.`);
    throw error;
  }
}

/** What of a path is hidden, of packages, or leads elsewhere on some system. */
const isUnread = (part: string): boolean => /^(\..*|node_modules|)$|\\/.test(part);

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

/** What kind of a database the connection is to. */
function kindOf(connection: string, project: string): DatabaseKind | Refusal {
  const connections = readProject(diskHost(project), new Report())?.items("connections");
  if (connections === undefined) return refused("sluice.yaml has errors: 'sluice validate' says which.");
  const names = connections.map(({ name }) => name);
  const found = connections.find(({ name }) => name === connection);
  if (found === undefined)
    return misused(`There is no connection '${connection}' in sluice.yaml.${didYouMean(closest(connection, names))}`);
  const kind = found.spec?.kind;
  if (kind === undefined) return refused(`The connection '${connection}' has errors: 'sluice validate' says which.`);
  return isDatabaseKind(kind) ? kind : misused(`'${connection}' is a connection to ${kind}, which is no database.`);
}
