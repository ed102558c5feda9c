import { type Facts, fingerprint } from "./identity.js";

/**
 * The facts of a query whose table may get more columns without beginning anew: if all that has changed is that the source
 * declares more columns than the lock knows, the lock's own, and so the checkpoint, stay. `growing`: what it declares, in the
 * lock's order. Whether the table takes the new ones is decided where it stands (`on_schema_change`).
 */
export function withKnownColumns(was: Facts, now: Facts, growing: readonly string[]): Facts {
  const [before, source] = [was["source"], now["source"]];
  if (typeof before !== "object" || typeof source !== "object") return now;
  const known = `, ${before["columns"]}, `;
  const columns = growing.filter((column) => known.includes(`, ${column}, `)).join(", ");
  return fingerprint({ ...now, source: { ...source, columns } }) === fingerprint(was) ? was : now;
}
