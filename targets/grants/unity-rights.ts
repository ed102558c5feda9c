import { printJson } from "../../compiler/emit/json.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { UnityAccessIr } from "../../compiler/ir/unity-access.js";
import { holdersIn, rightsOn, securablesOf } from "./unity-securables.js";

/**
 * What the script brings to a catalog, for whoever publishes it: each thing that rights are brought to what is declared on, by its full
 * name, with what each principal is to hold directly on it; who is not named is to hold nothing. Rights are spelled as the API has them.
 * https://docs.databricks.com/api/uc-grants/v1/update-permissions
 */
export function unityRights(access: UnityAccessIr, environment: EnvironmentIr): string {
  const catalog = access.catalog.get(environment.name) ?? "";
  const holders = holdersIn(access, environment);
  return printJson({
    principals: Object.fromEntries(holders.map(({ principal, identity }) => [principal.name, identity])),
    securables: securablesOf(access).map((one) => ({
      kind: one.kind,
      full_name: [catalog, ...one.path].join("."),
      rights: Object.fromEntries(
        holders.flatMap(({ principal }): readonly [string, readonly string[]][] => {
          const own = access.grants.filter((grant) => grant.principal.name === principal.name);
          const rights = rightsOn(one, own).map((right) => right.replaceAll(" ", "_"));
          return rights.length === 0 ? [] : [[principal.name, rights]];
        }),
      ),
    })),
  });
}
