/** What is looked at in the objects of a factory, as their JSON stands. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

type JsonObject = { readonly [name: string]: Json };

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json);

const objectsOf = (json: Json | undefined): readonly JsonObject[] =>
  Array.isArray(json) ? json.filter(isObject) : isObject(json) ? [json] : [];

/** Every value within, itself first. */
export function* within(json: Json): Iterable<Json> {
  yield json;
  if (typeof json !== "object" || json === null) return;
  for (const value of Object.values(json)) yield* within(value);
}

/** What an object of a factory refers to: `dataset/lake_csv`. */
export const referencesIn = (json: Json): readonly string[] =>
  [...within(json)].flatMap((value) => {
    if (!isObject(value)) return [];
    const { type, referenceName } = value;
    if (typeof type !== "string" || typeof referenceName !== "string" || !type.endsWith("Reference")) return [];
    const kind = type.slice(0, -"Reference".length);
    return [`${kind.charAt(0).toLowerCase()}${kind.slice(1)}/${referenceName}`];
  });

/** The texts that the service evaluates, with the activities that have ended by then wherever it comes to them. */
export interface Asked {
  readonly text: string;
  readonly ended: readonly string[];
  /** It stands within a ForEach. */
  readonly hasItem: boolean;
}

/** Every expression of a pipeline's activities. */
export const askedIn = (activities: Json | undefined): readonly Asked[] => ofActivities(activities, [], false);

function ofActivities(activities: Json | undefined, before: readonly string[], hasItem: boolean): readonly Asked[] {
  const siblings = objectsOf(activities);
  return siblings.flatMap((activity) => {
    const ended = [...before, ...upstream(activity, siblings)];
    const { typeProperties, ...rest } = activity;
    const properties = isObject(typeProperties) ? typeProperties : {};
    const { activities: repeated, ifTrueActivities, ifFalseActivities, ...own } = properties;
    return [
      ...textsIn({ ...rest, own }).map((text) => ({ text, ended, hasItem })),
      ...ofActivities(repeated, ended, true),
      ...ofActivities(ifTrueActivities, ended, hasItem),
      ...ofActivities(ifFalseActivities, ended, hasItem),
    ];
  });
}

function upstream(activity: JsonObject, siblings: readonly JsonObject[]): readonly string[] {
  return objectsOf(activity["dependsOn"]).flatMap(({ activity: name }) => {
    const found = siblings.find((sibling) => sibling["name"] === name);
    if (found === undefined || typeof name !== "string") throw new Error(`'${String(name)}' does not stand beside it`);
    return [name, ...upstream(found, siblings)];
  });
}

/** The texts of `{"type": "Expression"}` within. */
export const textsIn = (json: Json): readonly string[] =>
  [...within(json)].flatMap((value) =>
    isObject(value) && value["type"] === "Expression" && typeof value["value"] === "string" ? [value["value"]] : [],
  );

/** The names of a pipeline's activities, those within others too. */
export const namesIn = (activities: Json | undefined): readonly string[] =>
  objectsOf(activities).flatMap(({ name, typeProperties }) => {
    const properties = isObject(typeProperties) ? typeProperties : {};
    const inner = ["activities", "ifTrueActivities", "ifFalseActivities"].flatMap((key) => namesIn(properties[key]));
    return [String(name), ...inner];
  });

/** A value some steps down. */
export const at = (json: Json | undefined, ...path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>((value, step) => (isObject(value) ? value[step] : undefined), json);
