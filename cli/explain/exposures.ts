import type { Artifact } from "../../compiler/emit/artifact.js";
import type { LinkedExposure, LinkedWarehouse } from "../../compiler/model/linked.js";
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
  const { exposure, table, columns } = shown;
  const used = new Set(columns.flatMap(({ expression }) => expression.references.map(({ path }) => path[0])));
  const unseen = table.output.map(({ name }) => name).filter((name) => !used.has(name));
  const { name, workspace, database } = warehouse.connection;
  const from = new Map(exposure.columns?.map((column) => [column.name, column.text]));
  return [
    { title: "reads", lines: [exposure.from.name] },
    {
      title: "stands in",
      lines: [
        `database ${database.written} of workspace ${workspace.written}, connection ${name}${exposure.as === "external-table" ? ", as an external table" : ""}`,
      ],
    },
    { title: "where", lines: exposure.where ? [exposure.where.text] : [] },
    {
      title: "columns",
      lines: columnLines(
        columns.map(({ name: column, expression: { type, nullable } }) => [
          { name: column, type, nullable },
          from.get(column) ?? column,
        ]),
      ),
    },
    { title: "not shown", lines: unseen.length === 0 ? [] : [unseen.join(", ")] },
    {
      title: "artifacts",
      lines: artifacts
        .filter(
          ({ origin, effects }) =>
            origin === warehouse.connection.origin && (effects.writes.length === 0 || effects.writes.includes(id)),
        )
        .map(({ path }) => path),
    },
  ];
}
