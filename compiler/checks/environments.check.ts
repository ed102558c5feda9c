import type { Environment } from "../model/model.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";

type Azure = Extract<Environment, { readonly kind: "azure" }>;

/** What environments have of their own. */
const own: Readonly<Record<"workspace" | "factory", (environment: Azure) => string | undefined>> = {
  workspace: ({ workspace }) => workspace,
  factory: ({ factory }) => factory && `${factory.subscription}/${factory.resourceGroup}/${factory.name}`,
};

/** The things of a project have the same names in each environment: in one place one would replace those of the other. */
export const environments: Check = ({ project }, report) => {
  const azure = project.environments.filter((one) => one.kind === "azure");
  for (const [at, environment] of azure.entries()) {
    for (const place of ["workspace", "factory"] as const) {
      const here = own[place](environment)?.toLowerCase();
      const other = azure.slice(0, at).find((one) => here !== undefined && own[place](one)?.toLowerCase() === here);
      if (other === undefined) continue;
      const property = place === "factory" ? place : project.spark === "databricks" ? "databricks" : "workspace";
      const related = [{ message: "The other one is declared here.", origin: other.origin.key() }];
      const words = { place, environment: environment.name, other: other.name };
      report.add(checkDiagnostics.sameHome.at(environment.origin.child(property), words, { related }));
    }
  }
};
