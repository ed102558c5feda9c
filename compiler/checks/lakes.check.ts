import type { Project } from "../model/model.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { sharing } from "./sharing.js";

/**
 * A lake has the tables of one environment: their paths, and those of checkpoints, have nothing of an environment in them but
 * where rows come from and go to. A project that keeps no rows there may share it: then all it has of a lake is rights.
 */
export const lakes: Check = ({ project }, report) => {
  const { lake } = project;
  if (lake === undefined || !keepsRows(project)) return;
  const placeIn = (environment: string): readonly [string, string] | undefined => {
    const [account, container] = [lake.account.values.get(environment), lake.container.values.get(environment)];
    return account === undefined || container === undefined ? undefined : [account, container];
  };
  for (const { environment, other } of sharing(project, ({ name }) => placeIn(name)?.join("/"))) {
    const [account = "", container = ""] = placeIn(environment.name) ?? [];
    const related = [{ message: "The other one is declared here.", origin: other.origin.key() }];
    const words = { environment: environment.name, other: other.name, account, container };
    report.add(checkDiagnostics.sameLake.at(environment.origin.key(), words, { related }));
  }
};

/** A view is a part of the queries that read it. */
const keepsRows = ({ pipelines }: Project): boolean =>
  pipelines.some(({ tables }) => [...tables.values()].some((table) => table.kind !== "table" || !table.isView));
