import { name, type Transact, text, transact } from "../../compiler/expression/print/transact.js";
import type { TableGrantIr } from "../../compiler/ir/transact-access.js";
import { type Stop, stopAbout, stopIf } from "./transact-rights.js";

const dotted = (schema: string, object: string): Transact => transact`${name(schema)}.${name(object)}`;

/** That a table has no such column. https://learn.microsoft.com/sql/t-sql/functions/col-length-transact-sql */
const columnMissing = (object: Transact, column: string): Transact =>
  transact`COL_LENGTH(${object}, ${text(column)}) IS NULL`;

/** The schemas, tables and columns that rights are on. `words`: how the database is asked, and how its script ends. */
export function tablesThere(
  grants: readonly TableGrantIr[],
  words: { readonly stop: Stop; readonly columnMissing: typeof columnMissing } = { stop: stopAbout, columnMissing },
): readonly Transact[] {
  const found = grants.flatMap(({ table: { schema, table }, privileges }) => {
    if (table === undefined) return [{ about: schema, isMissing: transact`SCHEMA_ID(${text(schema)}) IS NULL` }];
    const object = text(dotted(schema, table).transact);
    return [
      { about: `${schema}.${table}`, isMissing: transact`OBJECT_ID(${object}) IS NULL` },
      ...privileges
        .flatMap(({ columns }) => columns ?? [])
        .map((column) => ({
          about: `${schema}.${table}.${column}`,
          isMissing: words.columnMissing(object, column),
        })),
    ];
  });
  const once = new Map(found.map((one) => [one.isMissing.transact, one]));
  return [...once.values()].map(({ about, isMissing }) =>
    words.stop(isMissing, about, "is not there. Nothing was changed."),
  );
}

/** A procedure of another text is somebody else's. */
export const proceduresFree = (grants: readonly TableGrantIr[]): readonly Transact[] => [
  ...new Map(
    grants.flatMap((grant) => {
      const made = procedureOf(grant);
      if (made === undefined) return [];
      const object = text(made.object.transact);
      const isOther = transact`OBJECT_ID(${object}) IS NOT NULL AND COALESCE(OBJECT_DEFINITION(OBJECT_ID(${object})), N'') <> ${text(made.definition.transact)}`;
      const message = text(
        "%s is there, and is another than the procedure that empties the table. Nothing was changed.",
      );
      return [[object.transact, stopIf(isOther, message, [object])] as const];
    }),
  ).values(),
];

/** Makes what empties a table, as its owner. https://learn.microsoft.com/sql/t-sql/statements/execute-as-clause-transact-sql */
export function procedureThere(grant: TableGrantIr): readonly Transact[] {
  const made = procedureOf(grant);
  if (made === undefined) return [];
  return [
    transact`IF OBJECT_ID(${text(made.object.transact)}) IS NULL
  EXEC (${text(made.definition.transact)});`,
  ];
}

function procedureOf({ table: { schema, table }, procedure }: TableGrantIr) {
  if (table === undefined || procedure === undefined) return undefined;
  const object = dotted(schema, procedure);
  return {
    object,
    definition: transact`CREATE PROCEDURE ${object} WITH EXECUTE AS OWNER AS TRUNCATE TABLE ${dotted(schema, table)};`,
  };
}
