import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import type { AzureFunctionConnectionSpec } from "../spec/spec.generated.js";
import type { FunctionConnection } from "./connection.js";
import { publicHost } from "./public-host.js";
import type { Variables } from "./variables.js";

/** A connection to an app of functions in its one form; undefined if it has an error, which was reported. */
export function functionConnection(
  name: string,
  { host: written, identity }: AzureFunctionConnectionSpec,
  origin: Origin,
  variables: Variables,
  report: Report,
): FunctionConnection | undefined {
  const host = publicHost(written, origin.child("host"), variables, report);
  const login =
    "resource" in identity ? ({ kind: "managed", ...identity } as const) : ({ kind: "key", ...identity } as const);
  return host && { kind: "azure-function", origin, name, host, login };
}
