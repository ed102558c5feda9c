import type { Environment } from "../model/model.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { sharing } from "./sharing.js";

type Azure = Extract<Environment, { readonly kind: "azure" }>;

/** What environments have of their own. */
const own: Readonly<Record<"workspace" | "factory", (environment: Azure) => string | undefined>> = {
  workspace: ({ workspace }) => workspace,
  factory: ({ factory }) => factory && `${factory.subscription}/${factory.resourceGroup}/${factory.name}`,
};

/** The things of a project have the same names in each environment: in one place one would replace those of the other. */
export const environments: Check = ({ project }, report) => {
  for (const place of ["workspace", "factory"] as const) {
    const property = place === "factory" ? place : project.spark === "databricks" ? "databricks" : "workspace";
    for (const { environment, other } of sharing(project, own[place])) {
      const related = [{ message: "The other one is declared here.", origin: other.origin.key() }];
      const words = { place, environment: environment.name, other: other.name };
      report.add(checkDiagnostics.sameHome.at(environment.origin.child(property), words, { related }));
    }
  }
};
