import type { DeployTo } from "../model/deploy-to.js";
import type { DeployToIr } from "./environment.js";

/** Where roles are deployed, in each environment. */
export const deployToIr = (written: DeployTo | undefined): DeployToIr | undefined =>
  written && { subscription: written.subscription.values, resourceGroup: written.resourceGroup.values };
