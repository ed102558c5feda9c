import { defineDiagnostics } from "../../compiler/diagnostics/diagnostic.js";

/** What Redis cannot let a principal do: the reason, and the way out. */
export const redisGrantDiagnostics = defineDiagnostics("redis-rights", {
  keysTogether: {
    severity: "error",
    message: (p: { privilege: string; keys: string; type: string; missing: readonly string[] }) =>
      `'${p.privilege}' cannot be granted alone on the keys '${p.keys}': each command of Redis that does it to a ${p.type} does '${p.missing.join("' and '")}' too. Grant '${p.missing.join("' and '")}' as well, or leave '${p.privilege}' out.`,
    explanation:
      "HSET and MSET make a key that is missing and change one that is there, and rights are given by commands. Only SETNX and MSETNX, for strings, do nothing but make keys. https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/",
  },
  keysNotEmptied: {
    severity: "error",
    message: (p: { keys: string }) =>
      `'truncate' cannot be granted on the keys '${p.keys}': Redis removes all keys of a database (FLUSHDB), or those that are named. Grant 'delete'.`,
    explanation:
      "FLUSHDB asks for no right on any key, and removes those of everybody. https://redis.io/docs/latest/commands/flushdb/",
  },
  columnsOfKeys: {
    severity: "error",
    message: (p: { privilege: string; keys: string }) =>
      `Columns of the keys '${p.keys}' cannot be granted: rights of Redis are about whole keys, of a hash too. Grant '${p.privilege}' without columns, or keep the fields in keys of their own.`,
    explanation:
      "A rule of Redis names commands and patterns of keys, and no fields of hashes. https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/",
  },
});
