import { type Field, printType } from "../../compiler/expression/type.js";
import { tablesWritten } from "../../compiler/ir/outputs.js";
import type { Query } from "../../compiler/ir/query.js";
import { generationOf, lockPath } from "../../compiler/lock/lock.js";
import { isOfColumns } from "../../compiler/model/files.js";
import type { LinkedRaw, LinkedSource, LinkedTable } from "../../compiler/model/linked.js";
import type { AnyTable, Default, Defaults } from "../../compiler/model/model.js";
import type { Trigger } from "../../compiler/model/parts.js";
import type { Storage } from "../../compiler/model/table.js";
import type { Origin } from "../../compiler/source/origin.js";
import { sourceReadAgain } from "../consequence.js";
import { joinLines, whenPairsAppear } from "./joins.js";
import { lineage } from "./lineage.js";
import { aligned, type Section } from "./section.js";
import { whenResultsAppear } from "./timing.js";
import { readLines } from "./views.js";

export function rawSections(
  { table, source }: LinkedRaw,
  query: Query | undefined,
  defaults: Defaults,
): readonly Section[] {
  return [
    { title: "holds", lines: [table.description ?? holds(source)] },
    { title: "reads", lines: [table.from.name] },
    { title: "writes", lines: query ? writes(query) : [] },
    { title: "renamed", lines: renamedLines(table) },
    { title: "backfill", lines: [`raised: ${readAgain(source)}`] },
    {
      title: "readers see",
      lines: columnLines([
        ...source.columns.map((column) => [column, isBody(source) ? "parsed from the body" : "as it stands"] as const),
        ...source.position.columns.map((column) => [column, stood(source)] as const),
      ]),
    },
    { title: "stored", lines: rawStorageLines(table.onSchemaChange, source) },
    {
      title: "defaults",
      lines: [...triggerDefault(table.origin, defaults), ...(isBody(source) ? [] : schemaChangeDefault(table.origin))],
    },
    ...runs(query),
  ];
}

function holds(source: LinkedSource): string {
  if (source.kind === "hub") return "the events as they came: body and position, nothing parsed";
  if (source.kind === "lake") return "the rows as they came, and when each was read";
  return isBody(source)
    ? "the lines and records as they came, and where each stood; nothing parsed"
    : "the rows as they came, and where each stood";
}

const stood = ({ kind }: LinkedSource): string => stoodIn[kind];

const stoodIn = {
  hub: "where the event stood in the hub",
  files: "where the row stood",
  lake: "when the row was read, and its number among those read then",
} as const satisfies Record<LinkedSource["kind"], string>;

const isBody = ({ source }: LinkedSource): boolean => !isOfColumns(source);

/** `starts`: what starts the pipeline of a table that is computed in its runs. */
export function tableSections(
  linked: LinkedTable,
  query: Query | undefined,
  defaults: Defaults,
  starts: readonly string[],
): readonly Section[] {
  const isOfDataFlow = linked.table.engine === "data-flow";
  const isOfFlow = isOfDataFlow || (query?.kind === "replace" && query.isOfFlow);
  const { table, output, key, watermark, lateRows } = linked;
  const own = table.watermark;
  const taken = [
    ...(own && !own.origin.child("ahead").isWritten ? [told("watermark.ahead", own.ahead.text, defaults.ahead)] : []),
    ...(own && !lateRows.isWritten && watermark?.decidesLateRows
      ? [told("late_rows", lateRows.policy, defaults.lateRows)]
      : []),
    ...(table.isView || isOfFlow ? [] : triggerDefault(table.origin, defaults)),
    ...(table.isView || table.origin.child("write").isWritten ? [] : ["write: append (built in)"]),
    ...(table.isView ? [] : schemaChangeDefault(table.origin)),
  ];
  return [
    { title: "holds", lines: table.description === undefined ? [] : [table.description] },
    { title: "engine", lines: isOfDataFlow ? dataFlowLines : [] },
    { title: "reads", lines: readLines(linked) },
    { title: "explodes", lines: explodes(linked) },
    { title: "joins", lines: joinLines(linked.joins) },
    { title: "writes", lines: query ? writes(query) : [] },
    { title: "renamed", lines: renamedLines(table) },
    { title: "key", lines: [keyLine(key)] },
    { title: "columns", lines: columnLines(output.map((column) => [column, lineage(linked, column.name)])) },
    { title: "stored", lines: storageLines(table.storage) },
    { title: "watermark", lines: watermarkLines(linked) },
    { title: "results", lines: [...whenPairsAppear(linked), ...whenResultsAppear(linked, isOfFlow)] },
    { title: "defaults", lines: taken },
    ...(isOfDataFlow ? [{ title: "runs", lines: startLines(starts) }] : []),
    ...(query && isOfFlow ? computedRuns(query, starts) : runs(query)),
  ];
}

const dataFlowLines = [
  "a mapping data flow that the pipeline runs, and no notebook",
  "what it reads, leaves out and writes is not counted: there is no record of it in _ops.batches",
];

/** When a table of a flow is computed, and from when on in another way. */
const computedRuns = ({ identity }: Query, starts: readonly string[]): readonly Section[] => [
  {
    title: "runs",
    lines: [
      ...startLines(starts),
      "what was broken off is made again, from the same versions or, where there are newer ones, from those",
      `generation ${generationOf(identity)}: what it depends on stands in ${lockPath}`,
    ],
  },
];

/** When the tables of a pipeline that lands any are computed. */
export const startLines = (starts: readonly string[]): readonly string[] =>
  starts.length === 0
    ? ["each time that its pipeline is started, by hand: it has no triggers"]
    : [`each time that its pipeline is started: ${starts.join(", ")}`];

function keyLine(key: LinkedTable["key"]): string {
  if (key === undefined) return "none: nothing says what tells two rows apart";
  return key.length === 0 ? "none is needed: there is one row" : key.join(", ");
}

function explodes({ table: { explode, engine } }: LinkedTable): readonly string[] {
  if (explode === undefined) return [];
  const { array, isOuter } = explode;
  const without = isOuter
    ? "stays as one row, with null for it"
    : engine === "data-flow"
      ? "is left out"
      : "is counted and left out";
  return [`${array.text}: a row for each ${array.name}; what has none ${without}`];
}

export const columnLines = (columns: readonly (readonly [Field, string])[]): readonly string[] =>
  aligned(
    columns.map(([{ name, type, nullable }, from]) => [name, printType(type), nullable ? "" : "not null", `← ${from}`]),
  );

const storageLines = ({ partitionBy, onSchemaChange }: Storage): readonly string[] => [
  ...(partitionBy.length > 0 ? [`in folders by ${partitionBy.map(({ name }) => name).join(", ")}`] : []),
  ...addedLines(onSchemaChange),
];

const rawStorageLines = (onSchemaChange: Storage["onSchemaChange"], { kind }: LinkedSource): readonly string[] => [
  ...addedLines(onSchemaChange),
  ...(onSchemaChange === "add" && kind === "files"
    ? ["a file that lacks declared columns is read, with null for them, and counted"]
    : []),
];

const addedLines = (onSchemaChange: Storage["onSchemaChange"]): readonly string[] =>
  onSchemaChange === "add" ? ["columns that are declared later are added, null in the rows that are there"] : [];

const schemaChangeDefault = (of: Origin): readonly string[] =>
  of.child("on_schema_change").isWritten ? [] : ["on_schema_change: fail (built in)"];

const readAgain = (from: LinkedSource): string =>
  from.kind === "hub"
    ? sourceReadAgain(from.source.hub, from.source.read)
    : sourceReadAgain(from.source.path, from.kind);

export const renamedLines = ({
  layer,
  name,
  storedAs,
}: Pick<AnyTable, "layer" | "name" | "storedAs">): readonly string[] =>
  storedAs === name ? [] : [`from ${layer}.${storedAs}: its place, its checkpoint and its records keep that name`];

function watermarkLines({ watermark, lateRows, table, interval }: LinkedTable): readonly string[] {
  if (watermark === undefined) return [];
  const from = watermark.isOfSeveral ? table.inputs.map(({ name }) => name).join(" and ") : watermark.declaredIn;
  const several =
    !watermark.isInherited && table.inputs.length > 1
      ? ["the latest row of any input decides, so an input that lags behind the others has late rows"]
      : [];
  const slack =
    interval && watermark.delay !== interval.own.delay
      ? ["a pair may come with a late match, so the bounds of the join and the other table's delay are in it"]
      : [];
  const where = watermark.isInherited ? `, inherited from ${from}` : "";
  const decided = !watermark.decidesLateRows
    ? "late rows pass: no clause of this table depends on the watermark"
    : watermark.isInherited
      ? `late rows ${watermark.isCorrecting ? "pass since" : "were decided in"} ${from}`
      : {
          drop: "late rows are dropped and counted",
          divert: `late rows go to ${table.layer}.${table.name}.late`,
          upsert: "late rows are written like others, counted as late_written beside, and correct windows below",
          fail: "a late row stops the query",
        }[lateRows.policy];
  const cuts =
    watermark.decidesLateRows && !watermark.isInherited && lateRows.policy !== "upsert"
      ? [
          "a row is late if the watermark before its batch has passed it, so lateness depends on how input is cut into batches",
        ]
      : [];
  const latest = watermark.isOfSeveral ? "the latest of the input that is furthest behind" : "the latest";
  return [
    `${watermark.column}, ${watermark.delay.text} behind ${latest}${where}`,
    decided,
    ...slack,
    ...several,
    ...cuts,
  ];
}

export const writes = (query: Query): readonly string[] =>
  aligned(tablesWritten(query).map(({ reference, path }) => [reference, path]));

/** The rhythm and the checkpoint of a query. */
export const runs = (query: Query | undefined): readonly Section[] =>
  query === undefined
    ? []
    : [
        {
          title: "runs",
          lines: [
            query.trigger === "0 seconds"
              ? "a batch as soon as the one before is done"
              : `a batch every ${rhythm(query.trigger)}`,
          ],
        },
        {
          title: "checkpoint",
          lines: [
            `_checkpoints/${query.id}/${query.identity}-<place of the environment>`,
            `generation ${generationOf(query.identity)}: what it depends on stands in ${lockPath}`,
            ...(query.clearsBefore !== undefined && tablesWritten(query).length > 0
              ? [`rows of generations before ${query.clearsBefore} are removed, once, when its job starts`]
              : []),
          ],
        },
      ];

/** `4`, or `2 (local), 32 (prod)` where environments differ. */
export function valuesOf({ values }: { readonly values: ReadonlyMap<string, string | number> }): string {
  const different = [...new Set(values.values())];
  return different.length < 2
    ? different.join("")
    : [...values].map(([environment, value]) => `${value} (${environment})`).join(", ");
}

/** The rhythm of a table or sink that does not say it. */
export const triggerDefault = (of: Origin, { trigger }: Defaults): readonly string[] =>
  of.child("streaming").isWritten ? [] : [told("streaming.trigger", rhythm(trigger.value), trigger)];

const rhythm = (trigger: Trigger): string => (typeof trigger === "string" ? trigger : valuesOf({ values: trigger }));

/** A default and who says it. */
const told = (property: string, value: string, { origin }: Default<unknown>): string =>
  `${property}: ${value} (${origin === undefined ? "built in" : `${origin.file.path}:${origin.start.line}`})`;
