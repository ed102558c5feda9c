import type { Privilege } from "../../compiler/ir/access.js";
import type { RedisType } from "../../compiler/ir/redis-access.js";

/** Commands that let a user do something with keys of one type, which no fewer privileges than these let him do. */
interface KeyCommands {
  /** All of these have to be granted. */
  readonly needs: readonly Privilege[];
  readonly commands: readonly string[];
  /** What of the key they ask for: `%R~` or `%W~`. */
  readonly access: "R" | "W";
  /** The vendor's own word. */
  readonly link: string;
}

const strings = "https://redis.io/docs/latest/commands/?group=string";
const hashes = "https://redis.io/docs/latest/commands/?group=hash";

/** Removing keys is the same whatever is in them. */
const removing = {
  needs: ["delete"],
  commands: ["del", "unlink"],
  access: "W",
  link: "https://redis.io/docs/latest/commands/del/",
} as const;

/**
 * What it takes that a user may do something with keys, by their type: a key is a row. A command is given to who has all that it
 * does, so SET, whose EXAT can lie in the past, takes the right to delete as well, and so does HDEL, which removes the key with
 * its last field.
 * https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/
 */
export const keyCommands: Readonly<Record<RedisType, readonly KeyCommands[]>> = {
  string: [
    { needs: ["select"], commands: ["get", "getrange", "mget", "strlen"], access: "R", link: strings },
    {
      needs: ["insert"],
      commands: ["msetnx", "setnx"],
      access: "W",
      link: "https://redis.io/docs/latest/commands/setnx/",
    },
    {
      needs: ["insert", "update"],
      commands: ["mset"],
      access: "W",
      link: "https://redis.io/docs/latest/commands/mset/",
    },
    {
      needs: ["insert", "update", "delete"],
      commands: ["set"],
      access: "W",
      link: "https://redis.io/docs/latest/commands/set/",
    },
    removing,
  ],
  hash: [
    {
      needs: ["select"],
      commands: ["hexists", "hget", "hgetall", "hkeys", "hlen", "hmget", "hscan", "hstrlen", "hvals"],
      access: "R",
      link: hashes,
    },
    {
      needs: ["insert", "update"],
      commands: ["hset", "hsetnx"],
      access: "W",
      link: "https://redis.io/docs/latest/commands/hset/",
    },
    {
      needs: ["insert", "update", "delete"],
      commands: ["hdel"],
      access: "W",
      link: "https://redis.io/docs/latest/commands/hdel/",
    },
    removing,
  ],
};
