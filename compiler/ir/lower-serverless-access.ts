import type { ViewObject } from "../model/granted-object.js";
import type { ServerlessAccess } from "../model/serverless-access.js";
import { unseenOf } from "../model/unseen.js";
import { loginPrincipalOf } from "./lower-principals.js";
import type { GrantedViewIr, ServerlessAccessIr, ViewGrantIr } from "./serverless-access.js";

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
      ...seenBy(principal.name, object),
      pipelines: declared.map(({ pipeline }) => ({ name: pipeline, description: descriptions.get(pipeline) })),
    })),
  };
}

const viewOf = ({ pipeline, exposure: shown }: ViewObject): GrantedViewIr => ({
  schema: pipeline,
  name: shown.exposure.name,
  columns: shown.columns.map(({ name }) => name),
  hidden: unseenOf(shown),
});

function seenBy(principal: string, { exposure: { visibility } }: ViewObject): Pick<ViewGrantIr, "masked" | "rows"> {
  const { masks, rows } = visibility;
  const masked = masks.filter(({ unmask }) => !unmask.some(({ name }) => name === principal));
  const own = rows?.find((one) => one.principal.name === principal);
  return {
    masked: masked.map(({ column }) => column),
    rows: rows === undefined || own?.where === "all" ? "all" : own === undefined ? "none" : "some",
  };
}
