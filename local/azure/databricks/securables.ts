import type { Answer } from "../call.js";
import type { Securable } from "../store.js";
import { groupsOf } from "./identity.js";
import { apart } from "./privileges.js";
import { jsonAnswer, refuse } from "./refusals.js";
import type { Endpoint, WorkspaceRequest } from "./request.js";

const versions = ["2.1"];

/** What Unity Catalog has: https://docs.databricks.com/api/uc-tables/v1/get-table, and its like */
export const securableEndpoints: readonly Endpoint[] = [
  { method: "GET", path: "unity-catalog/catalogs/{full_name}", versions, handle: get("catalog") },
  { method: "GET", path: "unity-catalog/schemas/{full_name}", versions, handle: get("schema") },
  { method: "GET", path: "unity-catalog/tables/{full_name}", versions, handle: get("table") },
  { method: "GET", path: "unity-catalog/volumes/{full_name}", versions, handle: get("volume") },
];

const codes = {
  catalog: "CATALOG_DOES_NOT_EXIST",
  schema: "SCHEMA_DOES_NOT_EXIST",
  table: "TABLE_DOES_NOT_EXIST",
  volume: "VOLUME_DOES_NOT_EXIST",
} as const satisfies Readonly<Record<Securable["type"], string>>;

function get(type: Securable["type"]) {
  return (request: WorkspaceRequest): Answer => {
    const found = securableAt(request, type);
    checkShown(request, found);
    const { fullName, owner, tableType } = found;
    const name = fullName.slice(fullName.lastIndexOf(".") + 1);
    return jsonAnswer(200, {
      ...{ name, full_name: fullName, owner },
      ...(tableType === undefined ? {} : { table_type: tableType }),
    });
  };
}

function checkShown(request: WorkspaceRequest, { type, fullName }: Securable): void {
  const check = (on: Place, right: string): void => checkAllowed(request, on, right);
  const [catalog = "", schema] = fullName.split(".");
  if (isAllowed(request, { type: "catalog", fullName: catalog }, "BROWSE")) return;
  check({ type: "catalog", fullName: catalog }, "USE_CATALOG");
  if (schema !== undefined) check({ type: "schema", fullName: `${catalog}.${schema}` }, "USE_SCHEMA");
  if (type === "table" || type === "volume") check({ type, fullName }, type === "volume" ? "READ_VOLUME" : "SELECT");
}

type Place = Pick<Securable, "type" | "fullName">;

/** The words: https://github.com/databricks/terraform-provider-databricks/issues/2109 */
export function checkAllowed(request: WorkspaceRequest, on: Place, right: string): void {
  if (isAllowed(request, on, right)) return;
  refuse("PERMISSION_DENIED", `User does not have ${right.replace("_", " ")} on ${titled(on.type)} '${on.fullName}'.`);
}

/** What it takes to manage rights on something: https://learn.microsoft.com/azure/databricks/sql/language-manual/sql-ref-privileges */
export function neededToManage({ type, fullName }: Place): readonly (readonly [on: Place, right: string])[] {
  const [catalog = "", schema] = fullName.split(".");
  return [
    [{ type, fullName }, "MANAGE"],
    ...(type === "catalog" ? [] : [[{ type: "catalog", fullName: catalog }, "USE_CATALOG"] as const]),
    ...(type === "table" || type === "volume"
      ? [[{ type: "schema", fullName: `${catalog}.${schema}` }, "USE_SCHEMA"] as const]
      : []),
  ];
}

const titled = (type: Securable["type"]): string => `${type.slice(0, 1).toUpperCase()}${type.slice(1)}`;

export function securableAt({ store, call }: WorkspaceRequest, type: Securable["type"]): Securable {
  const name = call.segments.at(-1) ?? "";
  const [catalog = "", schema] = name.split(".");
  const above = [["catalog", catalog] as const, ["schema", `${catalog}.${schema}`] as const];
  for (const [kind, one] of above)
    if (type !== "catalog" && type !== kind && !store.securables.has(keyOf(kind, one)))
      refuse(codes[kind], `${titled(kind)} '${one}' does not exist.`);
  return store.securables.get(keyOf(type, name)) ?? refuse(codes[type], `${titled(type)} '${name}' does not exist.`);
}

/** Letters' cases do not count in names. */
export const keyOf = (type: Securable["type"], fullName: string): string => `${type}/${fullName}`.toLowerCase();

/** Whether whoever asks has a right on it: granted on it or above, to himself or a group, or as an owner of either. */
export function isAllowed({ store, principal }: WorkspaceRequest, { type, fullName }: Place, right: string): boolean {
  const [catalog = "", schema] = fullName.split(".");
  const above = [
    keyOf("catalog", catalog),
    ...(schema === undefined ? [] : [keyOf("schema", `${catalog}.${schema}`)]),
    keyOf(type, fullName),
  ];
  const names = [principal.client, ...groupsOf(principal)].map((one) => one.toLowerCase());
  return above.some((key) => {
    const { owner, held } = store.securables.get(key) ?? {};
    const rights = names.flatMap((one) => held?.[one] ?? []);
    const isAll = rights.includes("ALL_PRIVILEGES") && !apart.includes(right);
    return (owner !== undefined && names.includes(owner.toLowerCase())) || isAll || rights.includes(right);
  });
}
