import { isOneOf } from "./checks/literals.js";
import { onlySha256 } from "./checks/transact.js";
import type { FunctionRow } from "./row.js";

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
