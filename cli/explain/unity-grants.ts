import type { UnityAccessIr, UnityGrantIr, UnityPrincipalIr } from "../../compiler/ir/unity-access.js";
import { entraWords, rightsTable } from "./rights.js";

/** Who may read and change objects of a catalog, and through which plane. */
export const explainUnity = ({ name, principals, grants, origin }: UnityAccessIr): readonly string[] =>
  rightsTable({
    of: `connections.${name}`,
    through: `Unity Catalog: env/<environment>/grants/${name}.sql`,
    ...{ origin, principals, grants, whoIs, cellsOf },
  });

const whoIs = ({ name, type, displayName }: UnityPrincipalIr): string => `${name} (${entraWords(type, displayName)})`;

/**
 * Whoever may change a table's rows may change its columns and properties too.
 * https://learn.microsoft.com/azure/databricks/sql/language-manual/sql-ref-syntax-ddl-alter-table#required-permissions
 */
function changesOf(type: UnityGrantIr["object"]["type"], held: readonly string[]): string {
  if (held.length === 0) return "nothing";
  return [...held, ...(type === "table" ? ["columns and properties"] : [])].join(", ");
}

function cellsOf({ object, privileges, pipelines }: UnityGrantIr): readonly string[] {
  const held = [...new Set(privileges.map(({ privilege }) => privilege))];
  const ofSchema = object.type === "volume" ? "volumes" : "tables and views";
  return [
    object.name === undefined
      ? `${object.schema}.* (${ofSchema}, what is made later too)`
      : `${object.type} ${object.written}`,
    // Who changes it reads it too, if not by a right on it, then by one on the schema: all else is refused.
    `${object.type === "volume" ? "all files" : "all columns"}${held.includes("select") ? "" : `, by ${object.schema}.*`}`,
    changesOf(
      object.type,
      held.filter((privilege) => privilege !== "select"),
    ),
    pipelines.join(", "),
  ];
}
