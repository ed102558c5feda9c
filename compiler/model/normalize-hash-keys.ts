import type { Report } from "../diagnostics/report.js";
import type { ProjectSpec } from "../spec/spec.generated.js";
import type { Document } from "../spec/spec.js";
import { modelDiagnostics } from "./diagnostics.js";
import type { HashKey, HashKeys } from "./hash-key.js";
import { type Poisoned, poisoned } from "./poisoned.js";

/** The keys of a project; each is a secret of its vault. */
export const hashKeysOf = (project: Document<ProjectSpec>, report: Report): HashKeys =>
  new Map(
    project.items("hash_keys").map(({ name, origin, spec }): readonly [string, HashKey | Poisoned] => {
      if (spec === undefined) return [name, poisoned(origin)];
      const { secret, clears } = spec;
      if (!project.has("secrets")) report.add(modelDiagnostics.missingVault.at(origin.child("secret"), { secret }));
      return [name, { kind: "hash-key", origin, name, secret, clears }];
    }),
  );
