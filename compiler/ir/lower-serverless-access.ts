import type { ViewObject } from "../model/granted-object.js";
import type { ServerlessAccess } from "../model/serverless-access.js";
import { loginPrincipalOf } from "./lower-principals.js";
import type { GrantedViewIr, ServerlessAccessIr } from "./serverless-access.js";

/** `descriptions`: what pipelines are for, by their names. */
export function serverlessAccessOf(
  { engine, connection, principals, toldApart, grants }: ServerlessAccess,
  descriptions: ReadonlyMap<string, string | undefined>,
): ServerlessAccessIr {
  return {
    engine,
    origin: connection.origin,
    name: connection.name,
    principals: principals.map(loginPrincipalOf),
    toldApart: toldApart.map(loginPrincipalOf),
    grants: grants.map(({ principal, object, columns, declared }) => ({
      principal: loginPrincipalOf(principal),
      view: viewOf(object),
      columns,
      pipelines: declared.map(({ pipeline }) => ({ name: pipeline, description: descriptions.get(pipeline) })),
    })),
  };
}

function viewOf({ pipeline, exposure: { exposure, table, columns } }: ViewObject): GrantedViewIr {
  const used = new Set(columns.flatMap(({ expression }) => expression.references.map(({ path }) => path[0])));
  return {
    schema: pipeline,
    name: exposure.name,
    columns: columns.map(({ name }) => name),
    hidden: table.output.map(({ name }) => name).filter((name) => !used.has(name)),
  };
}
