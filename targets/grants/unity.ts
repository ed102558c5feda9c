import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { UnityAccessIr, UnityGrantIr } from "../../compiler/ir/unity-access.js";
import { comment, type DatabricksSql, databricks, indented, joined, keyword, name } from "./databricks-sql.js";
import { heldElsewhere, ownedByNobody, thingsThere } from "./unity-checks.js";
import { type Holder, holdersIn, rightsOn, type Securable, securablesOf } from "./unity-securables.js";

/**
 * The script that brings the rights which the project's principals have on declared objects of one catalog, their schemas and the
 * catalog to what is declared: one compound statement, which ends where something is wrong before anything is changed.
 * https://learn.microsoft.com/azure/databricks/sql/language-manual/control-flow/compound-stmt
 */
export function unityScript(access: UnityAccessIr, environment: EnvironmentIr, project: string): string {
  const catalog = access.catalog.get(environment.name) ?? "";
  const holders = holdersIn(access, environment);
  const securables = securablesOf(access);
  const body = [
    [
      comment("What is spoken of is there, and belongs to none of the principals."),
      ...thingsThere(catalog, securables),
      ...ownedByNobody(catalog, securables, holders),
    ],
    ...securables.map((one) => [
      comment(one.words),
      ...holders.flatMap((holder) => rightsOf(catalog, one, holder, access)),
    ]),
    ...(holders.length === 0 ? [] : [heldElsewhere(catalog, securables, holders)]),
  ];
  const blocks = body.map((part) => indented(joined(part, "\n")));
  return `${joined([...head(access, environment, project), databricks`BEGIN`], "\n").databricks}\n${joined(blocks, "\n\n").databricks}\nEND;\n`;
}

function head(access: UnityAccessIr, { name: environment }: EnvironmentIr, project: string): readonly DatabricksSql[] {
  const catalog = access.catalog.get(environment) ?? "";
  return [
    comment(
      `Who may do what in the catalog ${catalog} of the connection ${access.name} of ${project}, in ${environment}: exactly this may its principals on`,
    ),
    comment(
      "these objects, their schemas and the catalog, and whatever else they hold on them is revoked. What others may is left.",
    ),
    comment(
      `Run it as the catalog's owner in https://${access.workspace.get(environment) ?? ""}, on a SQL warehouse or Databricks Runtime 16.3 or later.`,
    ),
    comment("Generated from the YAML; edit that."),
  ];
}

/**
 * What a principal holds on one object: all that it held goes, and what is declared is given. Whatever ALL PRIVILEGES does not
 * contain is revoked by name; a right that is not held can be revoked too.
 * https://learn.microsoft.com/azure/databricks/sql/language-manual/security-revoke
 */
function rightsOf(
  catalog: string,
  securable: Securable,
  holder: Holder,
  access: UnityAccessIr,
): readonly DatabricksSql[] {
  const on = databricks`${keyword(securable.kind)} ${pathOf(catalog, securable)}`;
  const who = name(holder.identity);
  const rights = rightsOn(securable, access.grants.filter(isOf(holder)));
  const apart = securable.kind === "SCHEMA" ? (["MANAGE", "EXTERNAL USE SCHEMA"] as const) : (["MANAGE"] as const);
  return [
    databricks`REVOKE ALL PRIVILEGES ON ${on} FROM ${who};`,
    databricks`REVOKE ${joined(apart.map(keyword))} ON ${on} FROM ${who};`,
    ...(rights.length === 0 ? [] : [databricks`GRANT ${joined(rights.map(keyword))} ON ${on} TO ${who};`]),
  ];
}

const isOf =
  ({ principal }: Holder) =>
  (grant: UnityGrantIr): boolean =>
    grant.principal.name === principal.name;

const pathOf = (catalog: string, { path }: Securable): DatabricksSql => joined([catalog, ...path].map(name), ".");
