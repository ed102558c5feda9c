import type { Json } from "../../../compiler/emit/json.js";
import type { Answer } from "../call.js";
import { isObject, type JsonObject } from "../json.js";
import type { Resource } from "../store.js";
import { page } from "./page.js";
import { notFound, refuse } from "./refusals.js";
import { factoryOf, jsonAnswer, newEtag, objectIn } from "./resource.js";
import { type ArmRequest, factory, type Route } from "./route.js";

const action = "Microsoft.DataFactory/factories/globalParameters";
const path = `${factory}/globalParameters`;

/** A factory's global parameters, of which there is one set, `default`: https://learn.microsoft.com/rest/api/datafactory/global-parameters */
export const globalParameterRoutes: readonly Route[] = [
  { method: "GET", path, action: `${action}/read`, handle: list },
  { method: "GET", path: `${path}/{name}`, action: `${action}/read`, handle: get },
  { method: "PUT", path: `${path}/{name}`, action: `${action}/write`, handle: put },
  { method: "DELETE", path: `${path}/{name}`, action: `${action}/delete`, handle: remove },
];

function list(request: ArmRequest): Answer {
  const home = factoryOf(request);
  const values = parametersOf(home);
  return page(request, values === undefined ? [] : [shown(home, values)]);
}

function get(request: ArmRequest): Answer {
  const home = factoryOf(request);
  const values = parametersOf(home);
  if (values === undefined || request.part("name") !== "default") {
    const { part } = request;
    return notFound(
      "Microsoft.DataFactory/factories",
      `${part("factory")}/globalParameters/${part("name")}`,
      part("group"),
    );
  }
  return jsonAnswer(200, shown(home, values));
}

/** All at once; those that are not in the body are gone. No `If-Match` here. */
function put(request: ArmRequest): Answer {
  const home = factoryOf(request);
  const { properties } = objectIn(request.call);
  if (request.part("name") !== "default" || !isObject(properties)) {
    return refuse(400, "BadRequest", "The request content was invalid and could not be deserialized.");
  }
  checkGlobalParameters(properties);
  const changed = { ...home, etag: newEtag(), properties: { ...home.properties, globalParameters: properties } };
  request.store.resources.set(home.id.toLowerCase(), changed);
  return jsonAnswer(200, shown(changed, properties));
}

const types: readonly Json[] = ["Object", "String", "Int", "Float", "Bool", "Array"];

/** Each has a type and a value: https://learn.microsoft.com/rest/api/datafactory/global-parameters/create-or-update#globalparameterspecification */
export function checkGlobalParameters(parameters: JsonObject): void {
  const wrong = Object.entries(parameters).find(
    ([, one]) => !isObject(one) || !types.includes(one["type"] ?? null) || one["value"] === undefined,
  );
  if (wrong === undefined) return;
  refuse(
    400,
    "BadRequest",
    `The global parameter '${wrong[0]}' needs a type, one of ${types.join(", ")}, and a value.`,
  );
}

function remove(request: ArmRequest): Answer {
  const home = factoryOf(request);
  const { globalParameters, ...properties } = home.properties;
  if (globalParameters === undefined || request.part("name") !== "default") return { status: 204 };
  request.store.resources.set(home.id.toLowerCase(), { ...home, etag: newEtag(), properties });
  return { status: 200 };
}

function parametersOf({ properties }: Resource): JsonObject | undefined {
  const values = properties["globalParameters"];
  return isObject(values) ? values : undefined;
}

const shown = ({ id, etag }: Resource, properties: JsonObject): JsonObject => ({
  id: `${id}/globalParameters/default`,
  name: "default",
  type: action,
  properties,
  etag,
});
