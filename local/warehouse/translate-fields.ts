import { NotKnown } from "./tokens.js";
import { duckName, type Scope, type Value } from "./value.js";

type Json = NonNullable<Value["json"]>;

/** What is known of a text that is null where a condition does not hold. */
export const jsonWhere = (condition: string, { fields, is }: Json): Json => ({
  fields: `(CASE WHEN ${condition} THEN ${fields} END)`,
  is: `(CASE WHEN ${condition} THEN ${is} END)`,
});

/**
 * The fields of a text that is JSON; of null there are none. Throws `NotKnown` of a text that is no line of a file.
 * https://learn.microsoft.com/sql/t-sql/functions/openjson-transact-sql
 */
export function fieldsOf({ json }: Value, alias: string): { readonly from: string; readonly scope: Scope } {
  if (json === undefined) throw new NotKnown("OPENJSON is known here of lines of files.");
  const fields = `CASE WHEN NOT ${json.is} THEN error('JSON text is not properly formatted.') ELSE ${json.fields} END`;
  const reached = (column: string): string => `${duckName(alias)}.${duckName(column)}`;
  return {
    from: `(SELECT unnest(${fields}, recursive := true))`,
    scope: {
      alias,
      columns: [
        { name: "key", duck: reached("key"), type: { kind: "nvarchar", length: 4000 } },
        { name: "value", duck: reached("value"), type: { kind: "nvarchar", length: "max" }, isOfField: true },
        { name: "type", duck: reached("type"), type: { kind: "int" } },
      ],
    },
  };
}
