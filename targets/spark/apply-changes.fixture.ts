import { columnsOf, expressionOf, originOf } from "../../compiler/expression/testing.fixture.js";
import { readAt } from "../../compiler/ir/database.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { ApplyChangesQuery, HistoryIr } from "../../compiler/ir/query.js";

/** What a table makes of what has landed; columns as `columnsOf` takes them. */
export interface Merged {
  readonly name: string;
  readonly format?: "csv" | "parquet" | "json";
  readonly landed: Readonly<Record<string, string>>;
  /** Without: the columns as they land. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly where?: string;
  /** Condition and consequence, by name. */
  readonly expect?: Readonly<Record<string, readonly [string, "quarantine" | "drop" | "warn" | "fail"]>>;
  readonly keys: readonly string[];
  /** None: what lands is each time the whole table. */
  readonly sequenceBy: readonly string[];
  readonly deletesAbsent?: boolean;
  /** Over the landed columns. */
  readonly deleteWhen?: string;
  readonly history?: HistoryIr;
  readonly ignoresNull?: boolean;
}

/** A project with one flow's job, `shop`, that merges these tables. */
export const mergedProject = (tables: readonly Merged[]): ProjectIr => ({
  name: "shop",
  origin: originOf("project"),
  spark: "databricks",
  environments: [
    { kind: "this-machine", name: "local" },
    {
      kind: "azure",
      name: "prod",
      workspace: "https://adb-1.azuredatabricks.net",
      planner: undefined,
      factory: undefined,
      synapse: undefined,
    },
  ],
  lake: { account: new Map([["prod", "shopprod"]]), container: new Map([["prod", "lake"]]) },
  vault: new Map([["prod", "shop-prod"]]),
  hashKeys: new Map(),
  jobs: [
    {
      name: "shop",
      description: undefined,
      origin: originOf("pipeline"),
      compute: { name: "small", workers: new Map([["prod", 2]]), bound: new Map([["prod", "Standard_D4ds_v5"]]) },
      isOfFlow: true,
      queries: tables.map(query),
    },
  ],
  flows: [],
  chains: [],
  watches: [],
  control: undefined,
  warehouses: [],
  access: [],
});

function query({
  name,
  format = "csv",
  landed,
  columns,
  where,
  expect = {},
  keys,
  sequenceBy,
  deletesAbsent = false,
  deleteWhen,
  history,
  ignoresNull = false,
}: Merged): ApplyChangesQuery {
  const isWhole = sequenceBy.length === 0;
  const scope = { columns: columnsOf(landed), aggregates: "forbidden", clause: "columns" } as const;
  const made = Object.entries(columns ?? Object.fromEntries(Object.keys(landed).map((column) => [column, column])));
  const computed = made.map(([column, text]) => ({ name: column, expression: expressionOf(text, scope) }));
  const output = computed.map(({ name: column, expression: { type, nullable } }) => ({ name: column, type, nullable }));
  const within = { columns: output, aggregates: "forbidden", clause: "where" } as const;
  const rules = Object.entries(expect);
  const keeps = rules.some(([, [, otherwise]]) => otherwise === "quarantine");
  const storage = { comment: `The latest of bronze.${name}.`, partitionBy: [], onSchemaChange: "fail" } as const;
  return {
    kind: "apply-changes",
    id: `shop/silver.${name}`,
    identity: "1-0a1b2c3d",
    goesOnFrom: [],
    clearsBefore: undefined,
    awaits: [],
    reference: `silver.${name}`,
    origin: originOf(name),
    description: undefined,
    trigger: "1 minute",
    places: [],
    input: {
      reference: `bronze.${name}`,
      id: `shop/bronze.${name}`,
      path: `bronze/shop/${name}`,
      format,
      within: [],
      of: "landings",
      columns: [...(isWhole ? [readAt] : []), ...scope.columns],
    },
    columns: computed,
    where: where === undefined ? undefined : expressionOf(where, within),
    expectations: rules.map(([rule, [that, otherwise]]) => ({
      name: rule,
      that: expressionOf(that, within),
      otherwise,
    })),
    keys,
    sequenceBy,
    of: isWhole ? "snapshots" : "changes",
    deletesAbsent,
    deletes:
      deleteWhen === undefined
        ? undefined
        : {
            when: expressionOf(deleteWhen, { ...scope, clause: "delete_when" }),
            kept: ignoresNull
              ? undefined
              : {
                  reference: `silver.${name}.deleted`,
                  path: `silver/${name}_deleted`,
                  columns: [
                    ...output.filter((column) => [...keys, ...(history ? [] : sequenceBy)].includes(column.name)),
                    ...(history ? columnsOf({ valid_from: "timestamp!" }) : []),
                  ],
                  ...storage,
                },
          },
    sequences: ignoresNull
      ? {
          reference: `silver.${name}.sequences`,
          path: `silver/${name}_sequences`,
          columns: [
            ...output.filter((column) => keys.includes(column.name)),
            ...[...output.map((column) => column.name), "_deleted"]
              .filter((column) => !keys.includes(column) && !sequenceBy.includes(column))
              .map((column) => ({
                name: column,
                type: {
                  kind: "struct" as const,
                  fields: sequenceBy.flatMap((by) => output.filter((one) => one.name === by)),
                },
                nullable: true,
              })),
          ],
          ...storage,
        }
      : undefined,
    history,
    output: {
      reference: `silver.${name}`,
      path: `silver/${name}`,
      columns: [...output, ...(history ? columnsOf({ valid_from: "timestamp!", valid_to: "timestamp" }) : [])],
      ...storage,
    },
    quarantine: keeps
      ? {
          reference: `silver.${name}.quarantine`,
          path: `silver/${name}_quarantine`,
          columns: [
            ...columnsOf({ _violations: "array<string>" }),
            ...output.map((column) => ({ ...column, nullable: true })),
            ...columnsOf({ _landing: "bigint" }),
          ],
          ...storage,
        }
      : undefined,
  };
}
