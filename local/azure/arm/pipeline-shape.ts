import type { Json } from "../../../compiler/emit/json.js";
import { isObject, type JsonObject, objectsIn } from "../json.js";

/**
 * Activities with those inside others, and parameters:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-data-factory-limits
 */
const mostActivities = 120;
const mostParameters = 50;

/** An activity and the types of those that it is in, the outermost first. */
interface Placed {
  readonly activity: JsonObject;
  readonly within: readonly string[];
}

/**
 * What of a pipeline the service does not take. An activity needs its `name` and `type`:
 * https://learn.microsoft.com/rest/api/datafactory/pipelines/create-or-update#activity. That one which waits for none that is there is
 * taken, and fails when it runs: https://github.com/Azure-Player/azure.datafactory.devops/issues/69
 */
export function pipelineFlaw({ activities, parameters, variables }: JsonObject): string | undefined {
  const all = objectsIn(activities).flatMap((activity) => withInner({ activity, within: [] }));
  if (all.length > mostActivities)
    return `It has ${all.length} activities, which is above the limit of ${mostActivities}.`;
  const count = namesOf(parameters).length;
  if (count > mostParameters) return `It has ${count} parameters, which is above the limit of ${mostParameters}.`;
  const unnamed = all.find(({ activity: { name, type } }) => typeof name !== "string" || typeof type !== "string");
  if (unnamed !== undefined) return "Each of its activities needs a name and a type.";
  const twice = repeated(namesOf(parameters)) ?? repeated(namesOf(variables));
  if (twice !== undefined) return `There is more than one '${twice}'; letters' cases do not count.`;
  const misplaced = all.find(isMisplaced)?.activity;
  return misplaced === undefined ? undefined : `The activity '${String(misplaced["name"])}' cannot be nested there.`;
}

const namesOf = (value: Json | undefined): readonly string[] => (isObject(value) ? Object.keys(value) : []);

/** Names of parameters and of variables: https://learn.microsoft.com/azure/data-factory/naming-rules */
function repeated(names: readonly string[]): string | undefined {
  const known = names.map((name) => name.toLowerCase());
  return names.find((name, at) => known.indexOf(name.toLowerCase()) !== at);
}

/** Which activities hold which: https://learn.microsoft.com/azure/data-factory/concepts-nested-activities#nested-activity-embedding-limitations */
function isMisplaced({ activity: { type }, within }: Placed): boolean {
  const alike = [loops, branches].find((types) => types.includes(String(type)));
  return (type === "Validation" && within.length > 0) || within.some((one) => alike?.includes(one) === true);
}

const loops = ["ForEach", "Until"];
const branches = ["IfCondition", "Switch"];

/** An activity and those that it holds: of loops, of conditions, of a switch. */
function withInner(placed: Placed): readonly Placed[] {
  const { typeProperties, type } = placed.activity;
  if (!isObject(typeProperties)) return [placed];
  const within = [...placed.within, String(type)];
  const inner = [typeProperties, ...objectsIn(typeProperties["cases"])].flatMap((holder) =>
    ["activities", "ifTrueActivities", "ifFalseActivities", "defaultActivities"].flatMap((list) =>
      objectsIn(holder[list]),
    ),
  );
  return [placed, ...inner.flatMap((activity) => withInner({ activity, within }))];
}
