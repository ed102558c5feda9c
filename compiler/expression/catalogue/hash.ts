import { literalOf } from "../infer/given-call.js";
import type { CallNode } from "../typed-node.js";
import { namesKey } from "./checks/key.js";
import { isOneOf } from "./checks/literals.js";
import { onlySha256 } from "./checks/transact.js";
import type { FunctionRow } from "./row.js";

/**
 * A function of the session for each key, which takes bytes: as a text it would be decoded on the way, and some bytes are no UTF-8.
 * So the key stands in no statement.
 */
function keyedHash({ arguments: [value, key] }: CallNode): string {
  const bytes = value?.type.kind === "binary" ? "value" : "cast(value as binary)";
  return `keyed_hash_${key && literalOf(key)}(${bytes})`;
}

export const hash: readonly FunctionRow[] = [
  {
    name: "md5",
    signature: "(value: string | binary): string",
    spelling: { spark: "same" },
    description: "The MD5 checksum in hexadecimal digits. Not for hiding values: use keyed hashing for that.",
    samples: ["md5(name)", "md5(body)"],
  },
  {
    name: "sha1",
    aliases: ["sha"],
    signature: "(value: string | binary): string",
    spelling: { spark: "same" },
    description: "The SHA-1 checksum in hexadecimal digits.",
    samples: ["sha1(name)"],
  },
  {
    name: "sha2",
    signature: "(value: string | binary, bits: literal int): string",
    nullable: "always",
    check: isOneOf(1, ["224", "256", "384", "512"], "a length of SHA-2"),
    spelling: {
      spark: "same",
      transact: { text: "LOWER(CONVERT(varchar(64), HASHBYTES('SHA2_256', $1), 2))", unless: onlySha256 },
    },
    description: "The SHA-2 checksum of 224, 256, 384 or 512 bits in hexadecimal digits.",
    samples: ["sha2(name, 256)"],
  },
  {
    name: "keyed_hash",
    signature: "(value: string | binary, key: literal string): string",
    keyed: true,
    check: namesKey(1),
    spelling: { spark: keyedHash },
    description:
      "The HMAC-SHA-256 of a value in hexadecimal digits, by a secret key of the project's `hash_keys`: equal values have equal hashes, and nobody without the key can tell what they were, or try values. Of a text its bytes in UTF-8 are hashed. It stands in `columns` and `with_columns`, alone or within other calls; other clauses use the column. docs/sensitive.md says what becomes clear by it.",
    samples: ["keyed_hash(name, 'customers')", "keyed_hash(lower(trim(name)), 'customers')"],
  },
  {
    name: "crc32",
    signature: "(value: string | binary): bigint",
    spelling: { spark: "same" },
    description: "The CRC-32 checksum.",
    samples: ["crc32(name)"],
  },
  {
    name: "hash",
    signature: "<A: orderable>(first: A, more...: orderable): int",
    nullable: "never",
    spelling: { spark: "same" },
    description:
      "A hash (Murmur 3) of all arguments; nulls are skipped. For spreading rows, not for keys: 32 bits collide soon.",
    samples: ["hash(name, i)"],
  },
  {
    name: "xxhash64",
    signature: "<A: orderable>(first: A, more...: orderable): bigint",
    nullable: "never",
    spelling: { spark: "same" },
    description: "A 64-bit hash (xxHash) of all arguments; nulls are skipped.",
    samples: ["xxhash64(name, i)"],
  },
];
