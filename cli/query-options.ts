import type { CommandSpec } from "./arguments.js";
import { runSpec } from "./run-options.js";

const { project, env, spark, state } = runSpec.options;

/** What `sluice query` is told. */
export const querySpec: CommandSpec = {
  summary: "Asks the views of the warehouse, over what 'sluice run' made",
  details:
    'SELECT is T-SQL over one view (SELECT, TOP, DISTINCT, WHERE, GROUP BY, ORDER BY), as in "select * from warehouse.users". What a run has\ncompiled is asked, on DuckDB: what T-SQL would compute otherwise, or is not known here, is refused by name. docs/warehouse.md lists it.',
  positional: { name: "SELECT", description: "A statement of T-SQL" },
  options: {
    ...(project && { project }),
    ...(env && { env }),
    ...(spark && { spark }),
    ...(state && { state }),
    as: {
      kind: "list",
      value: "PRINCIPAL",
      description:
        "Who asks, where views show more to some: a principal of the project, several by several --as, or nobody; by default all",
    },
    format: {
      kind: "text",
      value: "text|json",
      choices: ["text", "json"],
      default: "text",
      description: "How the rows are printed",
    },
  },
};
