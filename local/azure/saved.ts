import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { emptyStore, type Store } from "./store.js";

/** The store's maps as lists of entries. */
type Saved = {
  readonly [K in keyof Store]: Store[K] extends Map<infer Key, infer Value> ? (readonly [Key, Value])[] : never;
};

/** Takes the place of what was saved before, or does not: a reader never finds half of it. */
export function saveStore(path: string, store: Store): void {
  const saved = Object.fromEntries(Object.entries(store).map(([name, map]) => [name, [...map]]));
  writeFileSync(`${path}.new`, JSON.stringify(saved));
  renameSync(`${path}.new`, path);
}

/** An empty one if nothing was saved. */
export function savedStore(path: string): Store {
  if (!existsSync(path)) return emptyStore();
  const saved: Saved = JSON.parse(readFileSync(path, "utf8"));
  return {
    resources: new Map(saved.resources),
    operations: new Map(saved.operations),
    artifactOperations: new Map(saved.artifactOperations),
    // What was saved by an earlier version has none.
    batches: new Map(saved.batches ?? []),
    runs: new Map(saved.runs),
    containers: new Map(saved.containers),
    deletedContainers: new Map(saved.deletedContainers ?? []),
    blobs: new Map(saved.blobs),
    objects: new Map(saved.objects),
    jobs: new Map(saved.jobs),
    lastIds: new Map(saved.lastIds ?? []),
    jobRuns: new Map(saved.jobRuns),
    secrets: new Map(saved.secrets ?? []),
    securables: new Map(saved.securables ?? []),
    identities: new Map(saved.identities ?? []),
  };
}
