import type { EventHubsAccessIr, HubGrantIr } from "../../compiler/ir/entra-access.js";
import { aligned } from "./section.js";

/** Who may send to hubs and receive from them, and through which plane. */
export function explainHubs({ name, principals, grants, origin }: EventHubsAccessIr): string {
  const place = `${origin.file.path}:${origin.key().start.line}`;
  const rows = principals.flatMap((principal) => {
    const own = grants.filter((grant) => grant.principal.name === principal.name);
    const who = `${principal.name} (${principal.type.replace("_", " ")} ${principal.displayName})`;
    return own.length === 0
      ? [[who, "nothing", "", "", ""]]
      : own.map((grant, at) => [at === 0 ? who : "", ...cellsOf(grant)]);
  });
  return `${[
    `connections.${name}  (${place}), through Azure RBAC: env/<environment>/grants/${name}.json`,
    ...aligned([["who", "on", "may read", "may change", "by"], ...rows]).map((line) => `  ${line}`),
  ].join("\n")}\n`;
}

function cellsOf({ hub, privileges, pipelines }: HubGrantIr): readonly string[] {
  const has = (privilege: string) => privileges.some((one) => one.privilege === privilege);
  return [
    `the hub ${hub.written}`,
    has("select") ? "all events" : "nothing",
    has("insert") ? "insert" : "nothing",
    pipelines.join(", "),
  ];
}
