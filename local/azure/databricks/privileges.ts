import type { Securable } from "../store.js";

/** What ALL PRIVILEGES does not contain. https://learn.microsoft.com/azure/databricks/data-governance/unity-catalog/access-control/privileges-reference#all-privileges */
export const apart: readonly string[] = ["MANAGE", "EXTERNAL_USE_SCHEMA", "EXTERNAL_USE_LOCATION"];

const everywhere = ["ALL_PRIVILEGES", "APPLY_TAG", "MANAGE"] as const;
const onTables = ["MODIFY", "SELECT"] as const;
const onVolumes = ["READ_VOLUME", "WRITE_VOLUME"] as const;
const inSchemas = [
  ...["CREATE_FUNCTION", "CREATE_MATERIALIZED_VIEW", "CREATE_MODEL", "CREATE_TABLE", "CREATE_VOLUME"],
  ...["EXECUTE", "EXTERNAL_USE_SCHEMA", "REFRESH", "USE_SCHEMA", ...onTables, ...onVolumes],
] as const;

/** What can be granted on each. https://learn.microsoft.com/azure/databricks/data-governance/unity-catalog/access-control/privileges-reference */
export function applicableTo({ type, tableType }: Securable): readonly string[] {
  switch (type) {
    case "catalog":
      return [...everywhere, ...inSchemas, "BROWSE", "CREATE_SCHEMA", "USE_CATALOG"];
    case "schema":
      return [...everywhere, ...inSchemas];
    case "table":
      return tableType === "VIEW" ? [...everywhere, "SELECT"] : [...everywhere, ...onTables];
    case "volume":
      return [...everywhere, ...onVolumes];
  }
}
