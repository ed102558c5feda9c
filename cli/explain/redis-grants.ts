import type { KeysGrantIr, RedisAccessIr } from "../../compiler/ir/redis-access.js";
import { aligned } from "./section.js";

/** Who may read and change keys of a Redis server, and through which plane. */
export function explainRedis({ name, principals, grants, origin }: RedisAccessIr): string {
  const place = `${origin.file.path}:${origin.key().start.line}`;
  const rows = principals.flatMap((principal) => {
    const own = grants.filter((grant) => grant.principal.name === principal.name);
    const who = principal.role === principal.name ? principal.name : `${principal.name} (user ${principal.role})`;
    return own.length === 0
      ? [[who, "nothing", "", "", ""]]
      : own.map((grant, at) => [at === 0 ? who : "", ...cellsOf(grant)]);
  });
  return `${[
    `connections.${name}  (${place}), through ACLs of Redis: common/grants/${name}.redis`,
    ...aligned([["who", "on", "may read", "may change", "by"], ...rows]).map((line) => `  ${line}`),
  ].join("\n")}\n`;
}

function cellsOf({ keys, privileges, pipelines }: KeysGrantIr): readonly string[] {
  const held = [...new Set(privileges.map(({ privilege }) => privilege))];
  return [
    `${keys.type} ${keys.pattern} (what is made later too)`,
    held.includes("select") ? "all" : "nothing",
    held.filter((privilege) => privilege !== "select").join(", ") || "nothing",
    pipelines.join(", "),
  ];
}
