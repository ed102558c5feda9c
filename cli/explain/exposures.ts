import type { Artifact } from "../../compiler/emit/artifact.js";
import type { LinkedMask } from "../../compiler/model/link-masks.js";
import type { LinkedDedicated, LinkedExposure, LinkedWarehouse } from "../../compiler/model/linked.js";
import { unseenOf } from "../../compiler/model/unseen.js";
import type { Section } from "./section.js";
import { columnLines } from "./tables.js";

/** A view of a warehouse, and where it stands. */
export interface ExposureThing {
  readonly kind: "exposure";
  readonly origin: LinkedExposure["exposure"]["origin"];
  readonly warehouse: LinkedWarehouse;
  readonly shown: LinkedExposure;
}

/** By the names that they have in the database: `warehouse.users`. */
export const exposureThings = (warehouse: LinkedWarehouse): readonly (readonly [string, ExposureThing])[] =>
  warehouse.exposures.map((shown) => {
    const { name, origin } = shown.exposure;
    return [`${warehouse.pipeline}.${name}`, { kind: "exposure", origin, warehouse, shown }] as const;
  });

/** What a view shows of its table, and what it does not. */
export function exposureSections(
  { warehouse, shown }: ExposureThing,
  id: string,
  artifacts: readonly Artifact[],
): readonly Section[] {
  const { exposure, columns } = shown;
  const unseen = unseenOf(shown);
  const { name, workspace, database } = warehouse.connection;
  const from = new Map(
    (shown.groups ? exposure.aggregates : (exposure.columns ?? [])).map((column) => [column.name, column.text]),
  );
  return [
    { title: "reads", lines: [exposure.from.name] },
    {
      title: "stands in",
      lines: [
        `database ${database.written} of workspace ${workspace.written}, connection ${name}${{ view: "", "external-table": ", as an external table", cetas: ", as files of its own" }[exposure.as]}`,
      ],
    },
    { title: "loaded into", lines: shown.dedicated ? [loadedInto(shown.dedicated)] : [] },
    { title: "files are kept by", lines: partitionLines(warehouse.pipeline, shown) },
    { title: "where", lines: exposure.where ? [exposure.where.text] : [] },
    { title: "joins", lines: exposure.joins.map(({ name, how, table: { name: of } }) => `${name}: ${of} (${how})`) },
    { title: "one row for each", lines: shown.groups ? [shown.groups.by.join(", ") || "all rows together"] : [] },
    {
      title: "columns",
      lines: columnLines(
        columns.map(({ name: column, expression: { type, nullable } }) => [
          { name: column, type, nullable },
          from.get(column) ?? column,
        ]),
      ),
    },
    { title: "masked", lines: shown.visibility.masks.map(maskLine) },
    { title: "rows", lines: rowLines(shown) },
    { title: "not shown", lines: unseen.length === 0 ? [] : [unseen.join(", ")] },
    {
      title: "artifacts",
      lines: artifacts
        .filter(
          ({ origin, effects }) =>
            (origin === warehouse.connection.origin || origin === shown.dedicated?.connection.origin) &&
            (effects.writes.length === 0 || effects.writes.includes(id)),
        )
        .map(({ path }) => path),
    },
  ];
}

const loadedInto = ({ connection: { name, pool, workspace }, table, key }: LinkedDedicated): string =>
  `dedicated pool ${pool.written} of workspace ${workspace.written}, connection ${name}, ${
    table.write === "merge" ? `merged by ${key?.join(", ")}` : "replaced whole"
  }`;

/** What a run writes of it, and what is therefore not seen. */
function partitionLines(schema: string, { exposure, partitions }: LinkedExposure): readonly string[] {
  if (partitions === undefined) return [];
  const { column, lastDays } = partitions;
  if (lastDays === undefined) return [`${column}; each run writes all`];
  return [
    `${column}; a run writes those of the ${lastDays} days before the current one in UTC and of later ones, those that were last written before so many days were over, those without a date, and those that are kept nowhere yet`,
    "what changes in an older one, a row that comes late or is deleted or gets another date there, is not seen until all are written:",
    `EXEC [${schema}].[refresh_${exposure.name}] @run = 'whole-1', @all = 1;`,
  ];
}

function maskLine({ column, show, unmask }: LinkedMask): string {
  const what = "characters" in show ? `${show.kind} ${show.characters}` : show.kind;
  return `${column}: ${what}${unmask.length === 0 ? "" : `, its values to ${unmask.map(({ name }) => name).join(", ")}`}`;
}

const rowLines = ({ exposure, visibility: { rows = [] } }: LinkedExposure): readonly string[] =>
  rows.map(({ principal, where }) => {
    const written = exposure.rows?.find((one) => one.principal.name === principal.name)?.where;
    return `${principal.name}: ${where === "all" || written === undefined || written === "all" ? "all" : written.text}`;
  });
