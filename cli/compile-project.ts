import { type Prepared, prepare } from "../compiler/compile.js";
import { Report } from "../compiler/diagnostics/report.js";
import { closest, didYouMean, oneOf } from "../compiler/diagnostics/suggest.js";
import type { Host } from "../compiler/host.js";
import { readSpec } from "../compiler/spec/spec.js";
import { targets } from "../targets/index.js";
import { diskHost } from "./disk-host.js";
import { misused, type Refusal } from "./refusal.js";

/** Reads and checks the project in a folder, to be printed for some environments, or for all if none is named. */
export function compileProject(
  folder: string,
  environments: readonly string[],
  host: Host = diskHost(folder),
): Prepared | Refusal {
  const now = new Date();
  if (environments.length === 0) return prepare(host, targets, { now });
  return unknownEnvironment(host, environments) ?? prepare(host, targets, { environments, now });
}

/** Where the project itself is unsound nothing is said here: compiling says it better. */
function unknownEnvironment(host: Host, environments: readonly string[]): Refusal | undefined {
  const names =
    readSpec(host, new Report())
      ?.project.items("environments")
      .map(({ name }) => name) ?? [];
  const unknown = environments.find((name) => !names.includes(name));
  if (unknown === undefined || names.length === 0) return undefined;
  return misused(
    `The project has no environment '${unknown}': there is ${oneOf(names)}.${didYouMean(closest(unknown, names))}`,
  );
}
