import type { EventHubsAccessIr, HubGrantIr } from "../../compiler/ir/entra-access.js";
import { rightsTable, whoInEntra } from "./rights.js";

/** Who may send to hubs and receive from them, and through which plane. */
export const explainHubs = ({ name, principals, grants, origin }: EventHubsAccessIr): readonly string[] =>
  rightsTable({
    of: `connections.${name}`,
    through: `Azure RBAC: env/<environment>/grants/${name}.json`,
    ...{ origin, principals, grants, whoIs: whoInEntra, cellsOf },
  });

function cellsOf({ hub, privileges, pipelines }: HubGrantIr): readonly string[] {
  const has = (privilege: string) => privileges.some((one) => one.privilege === privilege);
  return [
    `the hub ${hub.written}`,
    has("select") ? "all events" : "nothing",
    has("insert") ? "insert" : "nothing",
    pipelines.join(", "),
  ];
}
