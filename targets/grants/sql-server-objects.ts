import { name, type Transact, text, transact } from "../../compiler/expression/print/transact.js";
import type { TableGrantIr } from "../../compiler/ir/transact-access.js";
import { type Stop, stopAbout, stopIf } from "./transact-rights.js";

const dotted = (schema: string, object: string): Transact => transact`${name(schema)}.${name(object)}`;

/** Something that a script ends for: a thing, and the condition under which it is so. */
export interface Objection {
  readonly words: string;
  readonly condition: Transact;
}

/** That a table has no such column. https://learn.microsoft.com/sql/t-sql/functions/col-length-transact-sql */
const columnMissing = (object: Transact, column: string): Transact =>
  transact`COL_LENGTH(${object}, ${text(column)}) IS NULL`;

/** The schemas, tables and columns that rights are on, where they are not there. `isMissing`: how the database is asked for a column. */
export function tablesMissing(grants: readonly TableGrantIr[], isMissing = columnMissing): readonly Objection[] {
  const found = grants.flatMap(({ table: { schema, table }, privileges }) => {
    if (table === undefined) return [{ words: schema, condition: transact`SCHEMA_ID(${text(schema)}) IS NULL` }];
    const object = text(dotted(schema, table).transact);
    return [
      { words: `${schema}.${table}`, condition: transact`OBJECT_ID(${object}) IS NULL` },
      ...privileges
        .flatMap(({ columns }) => columns ?? [])
        .map((column) => ({ words: `${schema}.${table}.${column}`, condition: isMissing(object, column) })),
    ];
  });
  const once = new Map(found.map((one) => [one.condition.transact, one]));
  return [...once.values()];
}

/** Ends the script where they are not there. `words`: how the database is asked, and how its script ends. */
export const tablesThere = (
  grants: readonly TableGrantIr[],
  words: { readonly stop: Stop; readonly columnMissing: typeof columnMissing } = { stop: stopAbout, columnMissing },
): readonly Transact[] =>
  tablesMissing(grants, words.columnMissing).map(({ words: about, condition }) =>
    words.stop(condition, about, "is not there. Nothing was changed."),
  );

/** Procedures that empty tables: where one has the name and another text, it is somebody else's. */
export const proceduresTaken = (grants: readonly TableGrantIr[]): readonly Objection[] => [
  ...new Map(
    grants.flatMap((grant) => {
      const made = procedureOf(grant);
      if (made === undefined) return [];
      const object = text(made.object.transact);
      const condition = transact`OBJECT_ID(${object}) IS NOT NULL AND COALESCE(OBJECT_DEFINITION(OBJECT_ID(${object})), N'') <> ${text(made.definition.transact)}`;
      return [[object.transact, { words: made.object.transact, condition }] as const];
    }),
  ).values(),
];

/** Those that the script makes, as they are not there. */
export const proceduresMissing = (grants: readonly TableGrantIr[]): readonly Objection[] =>
  proceduresTaken(grants).map(({ words }) => ({ words, condition: transact`OBJECT_ID(${text(words)}) IS NULL` }));

export const proceduresFree = (grants: readonly TableGrantIr[]): readonly Transact[] =>
  proceduresTaken(grants).map(({ words, condition }) => {
    const message = text("%s is there, and is another than the procedure that empties the table. Nothing was changed.");
    return stopIf(condition, message, [text(words)]);
  });

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
