import { at, type Json, within } from "./factory.js";

/** A file of a factory or of a workspace. */
export interface ServiceFile {
  readonly path: string;
  readonly value: Json;
}

/** For each kind, by its folder: what its `properties` must have, and what else they may have. */
const shapes: Readonly<Record<string, { readonly must: readonly string[]; readonly may: readonly string[] }>> = {
  factory: { must: ["globalParameters"], may: [] },
  linkedService: { must: ["type", "typeProperties"], may: ["annotations", "description", "parameters", "connectVia"] },
  dataset: {
    must: ["type", "linkedServiceName", "typeProperties"],
    may: ["folder", "annotations", "description", "parameters", "schema"],
  },
  dataflow: { must: ["type", "typeProperties"], may: ["folder", "annotations", "description"] },
  pipeline: {
    must: ["activities"],
    may: ["folder", "annotations", "description", "parameters", "variables", "concurrency", "policy"],
  },
  trigger: {
    must: ["type", "runtimeState", "typeProperties"],
    may: ["annotations", "description", "pipelines", "pipeline"],
  },
  notebook: {
    must: ["nbformat", "nbformat_minor", "metadata", "cells"],
    may: ["folder", "bigDataPool", "sessionProperties", "description"],
  },
  sparkJobDefinition: {
    must: ["targetBigDataPool", "jobProperties"],
    may: ["folder", "description", "language", "requiredSparkVersion"],
  },
};

/** What is there without any project: these are looked up nowhere. */
const outside = new Set(["IntegrationRuntimeReference", "BigDataPoolReference", "CredentialReference"]);

/** What would not fit together in the service, by file. Nothing: it all does. */
export function unsound(files: readonly ServiceFile[]): readonly string[] {
  const there = new Set(files.map(({ path }) => path.split("/").slice(-2).join("/")));
  return files.flatMap(({ path, value }) => {
    const [kind = "", file] = path.split("/").slice(-2);
    const activities = at(value, "properties", "activities");
    return [
      ...(file === `${at(value, "name")}.json` ? [] : [`it is called ${JSON.stringify(at(value, "name"))}`]),
      ...misshapen(kind, at(value, "properties")),
      ...[...within(value)].flatMap((one) => dangling(one, there)),
      ...(kind === "pipeline" ? outOfReach(activities, []) : []),
    ].map((mistake) => `${path}: ${mistake}`);
  });
}

function misshapen(kind: string, properties: Json | undefined): readonly string[] {
  const shape = shapes[kind];
  if (shape === undefined) return [`no shape is known of a ${kind}`];
  const keys = isObject(properties) ? Object.keys(properties) : [];
  return [
    ...shape.must.filter((key) => !keys.includes(key)).map((key) => `a ${kind} must have '${key}'`),
    ...keys.filter((key) => ![...shape.must, ...shape.may].includes(key)).map((key) => `a ${kind} has no '${key}'`),
  ];
}

function dangling(value: Json, there: ReadonlySet<string>): readonly string[] {
  const name = at(value, "referenceName");
  const type = at(value, "type");
  if (name === undefined || outside.has(String(type))) return [];
  const kind = String(type).replace(/Reference$/, "");
  const folder = kind === "DataFlow" ? "dataflow" : `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;
  return there.has(`${folder}/${name}.json`) ? [] : [`there is no ${folder} '${name}'`];
}

/** Outputs that an activity asks for which need not be there when it starts: only what stands before it, also around it, has ended. */
function outOfReach(activities: Json | undefined, before: readonly string[]): readonly string[] {
  const siblings = new Map(objectsOf(activities).map((one) => [String(one["name"]), one]));
  return [...siblings].flatMap(([name, activity]) => {
    const ended = new Set([...before, ...upstream(activity, siblings)]);
    const inner = scopesOf(activity["typeProperties"]);
    const own = JSON.stringify(activity, (_, value: Json) => (inner.includes(value) ? undefined : value));
    return [
      ...dependencies(activity)
        .filter((one) => !siblings.has(one))
        .map((one) => `'${name}' comes after '${one}', which does not stand beside it`),
      ...[...own.matchAll(/activity\('((?:[^']|'')*)'\)/g)]
        .filter(([, one = ""]) => !ended.has(one.replaceAll("''", "'")))
        .map(([, one]) => `'${name}' asks for what '${one}' gives, and does not come after it`),
      ...inner.flatMap((scope) => outOfReach(scope, [...ended])),
    ];
  });
}

/** The lists of activities that stand within one: of loops, conditions, and switches. */
function scopesOf(properties: Json | undefined): readonly Json[] {
  const cases = objectsOf(at(properties, "cases")).map((one) => one["activities"]);
  const named = ["activities", "ifTrueActivities", "ifFalseActivities", "defaultActivities"].map((key) =>
    at(properties, key),
  );
  return [...named, ...cases].filter((scope) => scope !== undefined);
}

function upstream(activity: JsonObject, siblings: ReadonlyMap<string, JsonObject>): readonly string[] {
  return dependencies(activity).flatMap((name) => {
    const one = siblings.get(name);
    return one === undefined ? [] : [name, ...upstream(one, siblings)];
  });
}

const dependencies = (activity: JsonObject): readonly string[] =>
  objectsOf(activity["dependsOn"]).map((one) => String(one["activity"]));

type JsonObject = { readonly [name: string]: Json };

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json);

const objectsOf = (json: Json | undefined): readonly JsonObject[] => (Array.isArray(json) ? json.filter(isObject) : []);
