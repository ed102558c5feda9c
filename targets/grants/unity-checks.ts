import { comment, type DatabricksSql, databricks, joined, name, text } from "./databricks-sql.js";
import type { Holder, Securable } from "./unity-securables.js";

/**
 * Where the catalog lists what is in it.
 * https://learn.microsoft.com/azure/databricks/sql/language-manual/sql-ref-information-schema
 */
const relation = (catalog: string, of: DatabricksSql): DatabricksSql =>
  databricks`${name(catalog)}.information_schema.${of}`;

interface Listed {
  readonly from: DatabricksSql;
  /** That a row is of this object. */
  readonly isIt: DatabricksSql;
  readonly owner: DatabricksSql;
}

function listedIn(catalog: string, { kind, path: [schema = "", object = ""] }: Securable): Listed {
  switch (kind) {
    case "CATALOG":
      return {
        from: relation(catalog, databricks`catalogs`),
        isIt: databricks`catalog_name = ${text(catalog.toLowerCase())}`,
        owner: databricks`catalog_owner`,
      };
    case "SCHEMA":
      return {
        from: relation(catalog, databricks`schemata`),
        isIt: databricks`schema_name = ${text(schema)}`,
        owner: databricks`schema_owner`,
      };
    case "VOLUME":
      return {
        from: relation(catalog, databricks`volumes`),
        isIt: databricks`volume_schema = ${text(schema)} AND volume_name = ${text(object)}`,
        owner: databricks`volume_owner`,
      };
    case "TABLE":
    case "VIEW": {
      const type =
        kind === "VIEW" ? databricks`table_type = 'VIEW'` : databricks`table_type NOT IN ('VIEW', 'MATERIALIZED_VIEW')`;
      return {
        from: relation(catalog, databricks`tables`),
        isIt: databricks`table_schema = ${text(schema)} AND table_name = ${text(object)} AND ${type}`,
        owner: databricks`table_owner`,
      };
    }
  }
}

/** What is not there cannot be granted. The catalog itself is read for that. */
export const thingsThere = (catalog: string, securables: readonly Securable[]): readonly DatabricksSql[] =>
  securables
    .filter(({ kind }) => kind !== "CATALOG")
    .map((one) => {
      const { from, isIt } = listedIn(catalog, one);
      const message = `${sentence(one)} is not there. Nothing was changed.`;
      return stopIf(databricks`NOT EXISTS (SELECT 1 FROM ${from} WHERE ${isIt})`, message);
    });

/** An owner may do anything, whatever is granted. https://learn.microsoft.com/azure/databricks/data-governance/unity-catalog/manage-privileges/ownership */
export function ownedByNobody(
  catalog: string,
  securables: readonly Securable[],
  holders: readonly Holder[],
): readonly DatabricksSql[] {
  if (holders.length === 0) return [];
  return securables.map((one) => {
    const { from, isIt, owner } = listedIn(catalog, one);
    const message = `${sentence(one)} is owned by a principal, who may do anything with it. Nothing was changed.`;
    return stopIf(databricks`EXISTS (SELECT 1 FROM ${from} WHERE ${isIt} AND ${isHolder(owner, holders)})`, message);
  });
}

const sentence = ({ words }: Securable): string => words.slice(0, -1);

const isHolder = (column: DatabricksSql, holders: readonly Holder[]): DatabricksSql =>
  databricks`lower(${column}) IN (${joined(holders.map(({ identity }) => text(identity.toLowerCase())))})`;

/** https://learn.microsoft.com/azure/databricks/sql/language-manual/control-flow/signal-stmt */
const stopIf = (condition: DatabricksSql, message: string): DatabricksSql => databricks`IF ${condition} THEN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = ${text(message)};
END IF;`;

/** What the principals hold on other objects of the catalog is told, and stays. */
export function heldElsewhere(
  catalog: string,
  securables: readonly Securable[],
  holders: readonly Holder[],
): readonly DatabricksSql[] {
  const among = (kinds: readonly Securable["kind"][]): DatabricksSql =>
    joined(
      securables
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ path: [schema = "", object] }) => text(object === undefined ? schema : `${schema}.${object}`)),
    );
  const rows = [
    { what: "schema", from: databricks`schema_privileges`, path: databricks`schema_name`, known: among(["SCHEMA"]) },
    {
      what: "table or view",
      from: databricks`table_privileges`,
      path: databricks`concat(table_schema, '.', table_name)`,
      known: among(["TABLE", "VIEW"]),
    },
    {
      what: "volume",
      from: databricks`volume_privileges`,
      path: databricks`concat(volume_schema, '.', volume_name)`,
      known: among(["VOLUME"]),
    },
    {
      what: "function",
      from: databricks`routine_privileges`,
      path: databricks`concat(routine_schema, '.', routine_name)`,
      known: among([]),
    },
  ].map(({ what, from, path, known }) => {
    const isOther = known.databricks === "" ? databricks`` : databricks` AND ${path} NOT IN (${known})`;
    return databricks`SELECT grantee, ${text(what)} AS type, ${path} AS object, privilege_type, inherited_from
FROM ${relation(catalog, from)}
WHERE ${isHolder(databricks`grantee`, holders)}${isOther}`;
  });
  return [
    comment("What they hold on other objects of the catalog, which is not changed, and is to be known."),
    databricks`${joined(rows, "\nUNION ALL\n")}
ORDER BY grantee, type, object, privilege_type;`,
  ];
}
