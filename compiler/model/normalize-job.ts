import type { Origin } from "../source/origin.js";
import type { JobSpec } from "../spec/spec.generated.js";
import type { Job } from "./job.js";
import { type Context, list, named } from "./normalize-parts.js";
import { lasting } from "./normalize-steps.js";

export const job = (
  name: string,
  { tables, compute, retry, timeout }: JobSpec,
  origin: Origin,
  { placeholders }: Context,
): Job => ({
  kind: "job",
  origin,
  name,
  tables: list(tables, origin.child("tables")),
  compute: compute === undefined ? undefined : named(compute, origin.child("compute")),
  steps: {
    attempts: retry?.attempts,
    wait: lasting(retry?.wait, origin.child("retry", "wait"), placeholders),
    timeout: lasting(timeout, origin.child("timeout"), placeholders),
  },
});
