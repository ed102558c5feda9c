import { existsSync, readdirSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { PackagesEngine } from "../engines/engine.js";
import { placed } from "../job.js";
import { compute, type NoRows, type Rows } from "./compute.js";
import { parseQuery, viewsOf } from "./parse.js";
import { type Procedure, proceduresOf } from "./parse-procedure.js";
import { steppedProceduresOf } from "./parse-steps.js";
import { type Refreshing, swappedViews } from "./refresh.js";
import { type FilesFormat, type Rowset, rowsetsOf, type View } from "./syntax.js";
import { NotKnown } from "./tokens.js";
import { type Translated, translate } from "./translate.js";
import type { Membership } from "./translate-expression.js";

/** A database as it was compiled for this machine. */
export interface LocalWarehouse extends Refreshing {
  /** Its connection's name. */
  readonly name: string;
  readonly views: readonly View[];
  /** By principal, the role by which the database knows it: those that see more of the views than others. */
  readonly roles: Readonly<Record<string, string>>;
}

/** What a view shows. */
export interface ShownView {
  /** `warehouse.users` */
  readonly view: string;
  /** The principals that see of it what others do not: shown is what a member of all of them sees. */
  readonly as: readonly string[];
  readonly shows: Rows | NoRows;
}

/** The databases of an environment; `stateDir`: where a run keeps its lake. */
export async function loadWarehouses(
  artifactsDir: string,
  environment: string,
  stateDir: string,
): Promise<readonly LocalWarehouse[]> {
  const folder = join(artifactsDir, "env", environment, "warehouse");
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(".json")).sort();
  return Promise.all(
    files.map(async (file) => {
      const path = join(folder, file);
      const read: unknown = JSON.parse(await readFile(path, "utf8"));
      if (!isWarehouse(read))
        throw new Error(`${path} is no warehouse for this machine: compile again with this version.`);
      const script = await readFile(join(artifactsDir, read.views), "utf8");
      const places = { state: stateDir, kafka: "" };
      const sources = Object.entries(read.sources).map(([name, place]) => [name, placed(place, places)] as const);
      const stepped = steppedProceduresOf(script);
      const swappedFile = join(stateDir, "warehouse", `${read.warehouse}.sql`);
      return {
        name: read.warehouse,
        views: swapped(viewsOf(script), await swappedViews(swappedFile), [...proceduresOf(script), ...stepped]),
        sources: Object.fromEntries(sources),
        procedures: proceduresOf(script),
        stepped,
        swappedFile,
        roles: read.roles,
      };
    }),
  );
}

/** Those of the script, but for those that a refresh has led elsewhere and that are refreshed still. */
const swapped = (
  views: readonly View[],
  others: readonly View[],
  procedures: readonly Pick<Procedure, "schema" | "name">[],
): readonly View[] =>
  views.map((view) => {
    const isRefreshed = procedures.some(
      ({ schema, name }) => schema === view.schema && name === `refresh_${view.name}`,
    );
    const other = others.find(({ schema, name }) => schema === view.schema && name === view.name);
    return isRefreshed && other ? other : view;
  });

/** The rows of all views whose tables there are. */
export async function shownViews(
  engine: PackagesEngine,
  warehouses: readonly LocalWarehouse[],
): Promise<readonly ShownView[]> {
  const found = warehouses.flatMap((warehouse) =>
    warehouse.views
      .filter(({ select }) => rowsetsOf(select).every((from) => isRead(from, warehouse.sources)))
      .map((view) => {
        const translated = translate(view.select, warehouse.views, membershipOf(warehouse, undefined));
        return {
          view,
          as: principalsOf(warehouse, translated),
          computation: { translated, sources: warehouse.sources },
        };
      }),
  );
  const answers = await compute(
    engine,
    found.map(({ computation }) => computation),
  );
  return found.flatMap(({ view, as }, at) => {
    const shows = answers[at];
    return shows === undefined ? [] : [{ view: `${view.schema}.${view.name}`, as, shows }];
  });
}

/** Who asks that is no member of any role, nor is any principal: the database's own administrator, for one. */
export const nobody = "nobody";

/** `as`: the principals that who asks is a member of; undefined: of all. Throws `NotKnown` of one that no view tells from others. */
function membershipOf({ roles }: LocalWarehouse, as: readonly string[] | undefined): Membership {
  const known = Object.keys(roles);
  const unknown = as?.find((one) => !known.includes(one) && one !== nobody);
  if (unknown !== undefined)
    throw new NotKnown(
      `No view shows '${unknown}' more than others: those that see more are ${known.join(", ") || "none"}; '${nobody}' is none of them.`,
    );
  return new Map(known.map((name) => [roles[name] ?? "", as?.includes(name) ?? true]));
}

const principalsOf = ({ roles }: LocalWarehouse, translated: Translated): readonly string[] =>
  Object.keys(roles).filter((name) => translated.roles.includes(roles[name] ?? ""));

/** The rows of a statement, and the principals that see others than `nobody` does. */
export interface Answer {
  readonly rows: Rows | NoRows;
  readonly principals: readonly string[];
}

/** The rows of a SELECT over the views of the databases, one of which has all that it names; `as`: who asks. Throws `NotKnown`. */
export async function queryWarehouse(
  engine: () => Promise<PackagesEngine>,
  warehouses: readonly LocalWarehouse[],
  text: string,
  as: readonly string[] | undefined,
): Promise<Answer> {
  const select = parseQuery(text);
  const asked = rowsetsOf(select).map((from) => {
    if (from.kind !== "named") throw new NotKnown("OPENROWSET is for views: ask one of them.");
    return from;
  });
  const has = ({ views }: LocalWarehouse): boolean =>
    asked.every((from) => views.some(({ schema, name }) => schema === from.schema && name === from.name));
  const views = warehouses.flatMap((one) => one.views);
  const warehouse = warehouses.find(has);
  const translated = translate(select, warehouse?.views ?? views, warehouse && membershipOf(warehouse, as));
  if (warehouse === undefined)
    throw new NotKnown(`No database has all of ${asked.map(({ schema, name }) => `${schema}.${name}`).join(", ")}.`);
  const missing = translated.relations.find(
    ({ source, path, format }) => !isThere(join(warehouse.sources[source] ?? "", path), format),
  );
  if (missing)
    throw new NotKnown(`There is no table ${missing.path} in the lake of this machine yet: 'sluice run' makes it.`);
  const [answer] = await compute(await engine(), [{ translated, sources: warehouse.sources }]);
  if (answer === undefined) throw new Error("No answer to the only statement");
  return { rows: answer, principals: principalsOf(warehouse, translated) };
}

const isRead = (from: Rowset, sources: LocalWarehouse["sources"]): boolean =>
  from.kind !== "files" || isThere(join(sources[from.source] ?? "", from.bulk), from.format);

/** Whether there is what a statement reads; of files in folders that a `*` stands for whether there is any. */
function isThere(folder: string, format: FilesFormat): boolean {
  const [before = "", behind] = folder.split("*");
  if (behind === undefined) return existsSync(format === "delta" ? join(folder, "_delta_log") : folder);
  const above = dirname(before);
  const folders = existsSync(above) ? readdirSync(above) : [];
  return folders.some((name) => name.startsWith(basename(before)) && existsSync(join(above, name) + behind));
}

// The file is an artifact of the same compiler: this tells a wrong file, it does not re-check a right one.
function isWarehouse(read: unknown): read is {
  readonly warehouse: string;
  readonly views: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, string>>;
} {
  return (
    typeof read === "object" &&
    read !== null &&
    "warehouse" in read &&
    typeof read.warehouse === "string" &&
    "views" in read &&
    typeof read.views === "string" &&
    "sources" in read &&
    typeof read.sources === "object" &&
    "roles" in read &&
    typeof read.roles === "object"
  );
}
