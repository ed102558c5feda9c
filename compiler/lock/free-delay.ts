import { type Facts, fingerprint } from "./identity.js";

/**
 * The facts of a query of which a watermark's delay decides no row, as late ones are written like others (`late_rows: upsert`): if
 * nothing else has changed, the lock's own, and so the checkpoint, stay. The delay stays a fact, because it counts as soon as late
 * rows are left out again.
 */
export function withKnownDelay(was: Facts, now: Facts): Facts {
  const [before, watermark] = [was["watermark"], now["watermark"]];
  if (typeof before !== "object" || typeof watermark !== "object") return now;
  const { delay } = before;
  if (delay === undefined) return now;
  return fingerprint({ ...now, watermark: { ...watermark, delay } }) === fingerprint(was) ? was : now;
}
