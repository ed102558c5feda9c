import type { PrincipalIr } from "../../compiler/ir/access.js";
import type { KeysGrantIr, RedisAccessIr } from "../../compiler/ir/redis-access.js";
import { rightsTable } from "./rights.js";

/** Who may read and change keys of a Redis server, and through which plane. */
export const explainRedis = ({ name, principals, grants, origin }: RedisAccessIr): readonly string[] =>
  rightsTable({
    of: `connections.${name}`,
    through: `ACLs of Redis: common/grants/${name}.redis`,
    ...{ origin, principals, grants, whoIs, cellsOf },
  });

const whoIs = ({ name, role }: PrincipalIr): string => (role === name ? name : `${name} (user ${role})`);

function cellsOf({ keys, privileges, pipelines }: KeysGrantIr): readonly string[] {
  const held = [...new Set(privileges.map(({ privilege }) => privilege))];
  return [
    `${keys.type} ${keys.pattern} (what is made later too)`,
    held.includes("select") ? "all" : "nothing",
    held.filter((privilege) => privilege !== "select").join(", ") || "nothing",
    pipelines.join(", "),
  ];
}
