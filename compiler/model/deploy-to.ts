import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import type { DeployToSpec } from "../spec/spec.generated.js";
import { entraDiagnostics } from "./entra-diagnostics.js";
import type { Text } from "./parts.js";
import type { Fill } from "./variables.js";

/** The resource group that publishing deploys roles to. */
export interface DeployTo {
  /** The subscription's id. */
  readonly subscription: Text;
  readonly resourceGroup: Text;
}

/**
 * Where the roles of a connection, or of the lake, are deployed; undefined: a person brings them there. Null if it has an error, which
 * was reported.
 * @param needs what says that there are roles at all: `hubs`
 */
export function deployToOf(
  spec: DeployToSpec | undefined,
  owner: Origin,
  needs: string,
  fill: Fill,
  report: Report,
): DeployTo | undefined | null {
  if (spec === undefined) return undefined;
  const origin = owner.child("deploy_to");
  if (!owner.child(needs).isWritten) report.add(entraDiagnostics.nothingToDeploy.at(origin.key(), { needs }));
  const subscription = fill(spec.subscription, origin.child("subscription"));
  const resourceGroup = fill(spec.resource_group, origin.child("resource_group"), "location");
  return subscription && resourceGroup ? { subscription, resourceGroup } : null;
}
