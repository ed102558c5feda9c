import type { Reader } from "../lock/lock.js";
import type { ContainerIr } from "./container.js";
import type { EndpointIr } from "./endpoint.js";
import type { EnvironmentIr } from "./environment.js";
import { hashKeysOf } from "./hash-keys.js";
import type { JobIr, ProjectIr } from "./ir.js";
import { checkpointPlaces, placeOfRows } from "./places.js";
import type { Query } from "./query.js";
import { readerOn } from "./reader.js";
import { vaultLinkedService } from "./shared-names.js";

export interface Parameter {
  readonly name: string;
  readonly value: string;
}

/**
 * What a job's notebooks ask for, with the values of one environment. Nothing else of an environment reaches them. The job of
 * a flow is also given `landings`, by each run, and has no rhythm of its own; of secrets it has keys alone.
 */
export function parametersOf(job: JobIr, project: ProjectIr, environment: EnvironmentIr): readonly Parameter[] {
  const isLocal = environment.kind === "this-machine";
  const value = (values: ReadonlyMap<string, string>): string => values.get(environment.name) ?? "";
  const account = `${value(project.lake.account)}.dfs.core.windows.net`;
  const reader = isLocal ? "files" : readerOn(project.spark);
  const known = new Map<Query["places"], string>(); // most queries of a job have those of the one that they read
  const placeOf = (query: Query): string => {
    const place = known.get(query.places) ?? placeOfRows(checkpointPlaces(project.lake, query), environment.name);
    known.set(query.places, place);
    return place;
  };
  return [
    { name: "lake", value: isLocal ? "{state}/lake" : `abfss://${value(project.lake.container)}@${account}` },
    ...(job.isOfFlow ? [] : [rhythm(environment)]),
    ...(readsSecrets(job) ? ofVault(project, environment) : []),
    ...job.queries.map((query) => ({
      name: placeParameter(query),
      value: isLocal ? "here" : placeOf(query),
    })),
    ...unique(
      job.queries.flatMap((query) => [
        ...ofQuery(query, { isLocal, reader, account, value }),
        ...(typeof query.trigger === "string" ? [] : [{ name: triggerParameter(query), value: value(query.trigger) }]),
      ]),
    ),
  ];
}

const rhythm = ({ kind }: EnvironmentIr): Parameter => ({
  name: "trigger",
  value: kind === "this-machine" ? "available_now" : "as_declared",
});

/** Streams have logins, or may have them. */
const readsSecrets = ({ isOfFlow, queries }: JobIr): boolean =>
  !isOfFlow || queries.some((query) => hashKeysOf(query).length > 0);

const ofVault = (project: ProjectIr, { kind, name }: EnvironmentIr): readonly Parameter[] => [
  { name: "vault", value: kind === "this-machine" ? "environment" : (project.vault.get(name) ?? "") },
  ...(project.spark === "synapse" ? [{ name: "vault_linked_service", value: vaultLinkedService(project) }] : []),
];

/** Which landings a run of a flow's job may take, as JSON: `[{"source": "users/bronze.users", "landing": 3}]`. */
export const landingsParameter = "landings";

/** The load that a run has had functions make: `load=20261127T050000.000000Z-0a1b2c3d`, in the folder of each. */
export const loadParameter = "load";

/** A connection's parameters stand once, however many queries use it. */
const unique = (parameters: readonly Parameter[]): readonly Parameter[] => [
  ...new Map(parameters.map((parameter) => [parameter.name, parameter])).values(),
];

/** The names of a job's parameters; they are the same in every environment. */
export const parameterNames = (job: JobIr, project: ProjectIr): readonly string[] =>
  parametersOf(job, project, { kind: "this-machine", name: "" }).map(({ name }) => name);

/** The parameter with a query's rhythm, where environments decide it. */
export const triggerParameter = ({ id }: Query): string => `${localName(id)}_trigger`;

/** The parameter with the environment's part of a query's identity. */
export const placeParameter = ({ id }: Query): string => `${localName(id)}_place`;

/** `readings/silver.readings` is `silver_readings` within its job. */
const localName = (id: string): string => id.slice(id.indexOf("/") + 1).replace(".", "_");

interface OfEnvironment {
  readonly isLocal: boolean;
  readonly reader: Reader;
  /** The lake's, as a host. */
  readonly account: string;
  readonly value: (values: ReadonlyMap<string, string>) => string;
}

/** Where the files of a hub's Capture stand on this machine, below the run's folder; `id`: the source's (`readings/sources.readings`). */
export const captureFolder = (id: string): string => `capture/${id.replace("/sources.", "/")}`;

function ofQuery(query: Query, { isLocal, reader, account, value }: OfEnvironment): readonly Parameter[] {
  if (query.kind === "ingest") {
    const { id, name, hub, read, endpoint } = query.source;
    if (read === "stream" || endpoint.kind === "kafka") return ofEndpoint(endpoint, isLocal, value);
    return [
      {
        name: `${name}_folder`,
        value: isLocal
          ? `{state}/${captureFolder(id)}`
          : `abfss://capture@${account}/${value(endpoint.namespace)}/${hub}`,
      },
      { name: `${name}_reader`, value: reader },
    ];
  }
  if (query.kind === "send") return ofEndpoint(query.store.endpoint, isLocal, value);
  if (query.kind === "files") return [rootOf(query.store)];
  if (query.kind === "new-rows") return [rootOf(query.source)];
  if (query.kind === "new-files") {
    return [rootOf(query.source), { name: `${query.source.name}_reader`, value: reader }];
  }
  if (query.kind === "documents") {
    const { name, account: cosmos } = query.store;
    return [
      { name: `${name}_form`, value: isLocal ? "delta" : "cosmos" },
      { name: `${name}_endpoint`, value: isLocal ? "none" : `https://${value(cosmos)}.documents.azure.com:443/` },
    ];
  }
  return [];

  /** Where a container's paths begin. */
  function rootOf({ connection, account: storage, container }: ContainerIr): Parameter {
    const root = `abfss://${value(container)}@${value(storage)}.dfs.core.windows.net`;
    return { name: `${connection}_root`, value: isLocal ? `{state}/stores/${connection}` : root };
  }
}

/** Where a connection leads, and how it is logged in to: the broker of this machine asks for nothing. */
function ofEndpoint(
  endpoint: EndpointIr,
  isLocal: boolean,
  value: (values: ReadonlyMap<string, string>) => string,
): readonly Parameter[] {
  const { name, login } = endpoint;
  const servers =
    endpoint.kind === "kafka" ? value(endpoint.servers) : `${value(endpoint.namespace)}.servicebus.windows.net:9093`;
  const here = (suffix: string, values: ReadonlyMap<string, string>): Parameter => ({
    name: `${name}_${suffix}`,
    value: isLocal ? "none" : value(values),
  });
  return [
    { name: `${name}_servers`, value: isLocal ? "{kafka}" : servers },
    ...(login ? [{ name: `${name}_identity`, value: isLocal ? "none" : identities[login.kind] }] : []),
    ...(login?.kind === "application" ? [here("client_id", login.clientId), here("tenant", login.tenant)] : []),
    ...(login?.kind === "service-credential" ? [here("credential", login.credential)] : []),
  ];
}

/** How the project's module calls each kind of login. */
const identities = {
  "connection-string": "password",
  password: "password",
  application: "application",
  "service-credential": "service_credential",
  managed: "managed",
} as const satisfies Record<NonNullable<EndpointIr["login"]>["kind"], string>;
