import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import { modelDiagnostics } from "./diagnostics.js";
import type { Text } from "./parts.js";
import type { Variables } from "./variables.js";

/** The name of a host that the orchestrator reaches from the internet; undefined if it is none, which was reported. */
export function publicHost(
  written: string,
  at: Origin,
  { fill, environments }: Variables,
  report: Report,
): Text | undefined {
  const host = fill(written, at, "web host");
  if (host === undefined) return undefined;
  const ofAzure = environments.filter(({ kind }) => kind === "azure").map((one) => host.values.get(one.name));
  const hosts = written.includes("${") ? ofAzure : [written];
  const inner = hosts.find((one) => one !== undefined && isInner(one));
  if (inner !== undefined) report.add(modelDiagnostics.innerHost.at(at, { host: inner }));
  return inner === undefined ? host : undefined;
}

/** An address, or a name that no public server has: the service's own network is not asked. */
const isInner = (host: string): boolean =>
  !/[^.]\.[^.]/.test(host) || /^[\d.]+$/.test(host) || /\.(internal|local|localhost)\.?$/i.test(host);
