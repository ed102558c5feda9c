import type { Artifact } from "../compiler/emit/artifact.js";
import type { Json } from "../compiler/emit/json.js";
import { jobFile } from "../compiler/emit/lake.js";
import { type DatabasePlace, type Destination, folderOf, placeAddress } from "./destination.js";
import { isJob, isKindName, isTrigger, type Kind, kinds } from "./kinds.js";
import { isJsonRecord, parsed, textAt, valueAt } from "./records.js";
import { referencesOf } from "./references.js";
import { returnedIn, returnedPools } from "./returned.js";
import { askedDatabases } from "./sql-asked.js";
import { scopesIn } from "./stack-template.js";
import { type RunState, type ThingId, thingId, type Wanted } from "./thing.js";

/** What the publisher has to know of an artifact. */
export type SentArtifact = Pick<Artifact, "path" | "plane" | "kind" | "body" | "dependsOn"> &
  Partial<Pick<Artifact, "effects">>;

/** What is to be in an environment: its artifacts as the services take them. Scripts are not among them: people run those. */
export function wantedOf(artifacts: readonly SentArtifact[], destination: Destination): readonly Wanted[] {
  const found = artifacts
    .filter((one) => isOf(one, destination))
    .map((one) => ({
      one,
      bare: isOfRights(one, destination) ? rightsOf(one, artifacts, destination) : bareOf(one, destination),
    }));
  const ids = new Map(found.map(({ one, bare }) => [one.path, bare.id]));
  const returned = returnedIn(found.map(({ bare }) => bare.value));
  return found
    .map(({ one, bare }) => ({ ...bare, needs: needsOf(one, bare, ids, returned) }))
    .concat(askedDatabases(artifacts, destination))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The connection whose rights a file has. */
const connectionIn = (path: string): string => path.replace(/^.*\//, "").replace(/\.[^.]+$/, "");

/** Where a template of roles is deployed; undefined: it is none, or a person does it. */
export const stackOf = (
  { path, plane, kind }: Pick<SentArtifact, "path" | "plane" | "kind">,
  { databases = [] }: Partial<Pick<Destination, "databases">>,
): DatabasePlace | undefined =>
  plane === "azure-rights" && kind === "template"
    ? databases.find((place) => place.engine === "stack" && place.connection === connectionIn(path))
    : undefined;

const sentPlanes: readonly SentArtifact["plane"][] = [
  "arm",
  "databricks-workspace",
  "synapse-workspace",
  "postgres",
  "redis",
  "unity-catalog",
  "cassandra",
  "lake",
];

const isOfRights = (artifact: SentArtifact, destination: Destination): boolean =>
  ["postgres", "redis", "unity-catalog", "cassandra"].includes(artifact.plane) ||
  stackOf(artifact, destination) !== undefined;

const isOf = (artifact: SentArtifact, destination: Destination): boolean => {
  const { path, plane } = artifact;
  const isSent = sentPlanes.includes(plane) || stackOf(artifact, destination) !== undefined;
  return isSent && (path.startsWith("common/") || path.startsWith(`env/${destination.environment}/`));
};

function bareOf(artifact: SentArtifact, destination: Destination): Omit<Wanted, "needs"> {
  const { path, plane, kind, body } = artifact;
  const made = (kind: Kind, name: string, value: Json, state?: RunState) =>
    ({ id: thingId(kind, name), kind, name, value, state }) as const;
  if (plane === "lake") return made(kinds.file, jobFile(destination.project, path, body), body);
  if (plane === "synapse-workspace") return synapseOf(artifact);
  // What notebooks share is a notebook too: they include it.
  if (kind === "notebook" || kind === "module") {
    const place = path.replace(/^.*?\/notebook\//, "").replace(/\.py$/, "");
    return made(kinds.notebook, `${folderOf(destination)}/${place}`, body);
  }
  const value = parsed(body);
  const name = textAt(value, "name");
  if (value === undefined || name === undefined) throw new Error(`${path} is not the JSON of a named thing`);
  if (kind === "job") return made(kinds.job, name, value, "Started");
  if (kind === "factory") {
    const parameters = valueAt(value, "properties", "globalParameters") ?? {};
    return made(kinds.globalParameters, "default", { properties: parameters });
  }
  if (!isKindName(kind)) throw new Error(`${path} is of the kind ${kind}, which the publisher does not know`);
  return objectOf(kinds[kind], name, value);
}

/** A script of rights; where the engine has one, with the query beside it that tells what it would change. */
function rightsOf(
  { path, plane, body, effects }: SentArtifact,
  artifacts: readonly SentArtifact[],
  { databases }: Destination,
): Omit<Wanted, "needs"> {
  const name = connectionIn(path);
  const differences = artifacts.find((one) => one.path === path.replace(/\.sql$/, ".differences.sql"))?.body;
  if (plane === "postgres" && differences === undefined) throw new Error(`${path} has no query beside it`);
  const place = databases.find(({ connection }) => connection === name);
  if (place === undefined) throw new Error(`${path} is for no database of the environment`);
  // What the roles are on; of all of the lake a template has no name.
  const on = place.engine === "stack" ? scopesIn(body) : (effects?.writes ?? []);
  const query = differences === undefined ? {} : { differences };
  const value = { script: body, ...query, on: [...on], at: placeAddress(place) };
  return { id: thingId(kinds.rights, name), kind: kinds.rights, name, value, state: undefined };
}

/** Whatever a workspace of Synapse takes is JSON. What notebooks share is a notebook too: they include it. */
function synapseOf({ path, kind: word, body }: SentArtifact): Omit<Wanted, "needs"> {
  const kind = `synapse.${word === "module" ? "notebook" : word}`;
  const value = parsed(body);
  const name = textAt(value, "name");
  if (value === undefined || name === undefined || !isKindName(kind))
    throw new Error(`${path} is not the JSON of a named thing of a kind that the publisher knows`);
  return objectOf(kinds[kind], name, value);
}

function objectOf(kind: Kind, name: string, value: Json): Omit<Wanted, "needs"> {
  const properties = valueAt(value, "properties") ?? {};
  const made = { id: thingId(kind, name), kind, name };
  if (isJob(kind)) return { ...made, value: { properties }, state: "Started" };
  return isTrigger(kind)
    ? { ...made, value: { properties: withoutState(properties) }, state: stateOf(properties) }
    : { ...made, value: { properties }, state: undefined };
}

/** A trigger's state is no part of what is sent: only starting and stopping change it. */
export function withoutState(properties: Json): Json {
  if (!isJsonRecord(properties)) return properties;
  const { runtimeState: _, ...rest } = properties;
  return rest;
}

export const stateOf = (properties: Json | undefined): RunState =>
  textAt(properties, "runtimeState") === "Started" ? "Started" : "Stopped";

function needsOf(
  artifact: SentArtifact,
  bare: Omit<Wanted, "needs">,
  ids: ReadonlyMap<string, ThingId>,
  returned: ReadonlyMap<string, string>,
): readonly ThingId[] {
  const declared = artifact.dependsOn.map((path) => ids.get(path)).filter((id) => id !== undefined);
  const referred = [...referencesOf(bare), ...returnedPools(bare.value, returned)];
  return [...new Set([...declared, ...referred])].filter((id) => id !== bare.id).sort();
}
