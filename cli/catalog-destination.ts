import type { UnityAccessIr } from "../compiler/ir/unity-access.js";
import type { CatalogPlace } from "../publish/destination.js";
import { type ServiceAddresses, trimmed } from "./service-addresses.js";

/** The catalog in which rights are granted by publishing. */
export function catalogOf(
  { name, workspace, catalog }: UnityAccessIr,
  environment: string,
  addresses: ServiceAddresses,
): CatalogPlace {
  const host = workspace.get(environment) ?? "";
  const endpoint = trimmed(addresses.get("SLUICE_DATABRICKS") ?? `https://${host}`);
  const own = { workspace: host, endpoint, catalog: catalog.get(environment) ?? "" };
  return { engine: "unity-catalog", connection: name, ...own };
}
