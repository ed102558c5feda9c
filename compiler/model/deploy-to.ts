import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import type { DeployToSpec } from "../spec/spec.generated.js";
import { modelDiagnostics } from "./diagnostics.js";
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
 * Where the roles of a connection, or of the lake, are deployed; undefined: a person brings them there. Null if it cannot be told, which
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
  if (subscription) checkValues(subscription, forms.subscription, report);
  if (resourceGroup) checkValues(resourceGroup, forms.resourceGroup, report);
  return subscription && resourceGroup ? { subscription, resourceGroup } : null;
}

/** As the schema has them where no variable stands. https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
const forms = {
  subscription: {
    pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    rule: "the id of a subscription: write it as 00000000-0000-0000-0000-000000000000",
  },
  resourceGroup: {
    pattern: /^[A-Za-z0-9._()-]{0,89}[A-Za-z0-9_()-]$/,
    rule: "the name of a resource group: use 1 to 90 letters, digits, '.', '_', '-' and brackets, and no '.' at the end",
  },
} as const;

/** Both stand in addresses and in a command: what a variable says is held to what the place takes. */
function checkValues(
  { values, written: text, origin }: Text,
  { pattern, rule }: (typeof forms)[keyof typeof forms],
  report: Report,
): void {
  const wrong = [...values].find(([, value]) => !pattern.test(value));
  if (wrong === undefined) return;
  const [environment, value] = wrong;
  report.add(
    value === text
      ? modelDiagnostics.wrongText.at(origin, { text, rule })
      : modelDiagnostics.valueOutOfPlace.at(origin, { text, value, environment, rule }),
  );
}
