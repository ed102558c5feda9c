import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { BlobContainerIr } from "../../compiler/ir/file-set.js";
import type { FlowIr } from "../../compiler/ir/flow.js";
import type { JobIr, ProjectIr } from "../../compiler/ir/ir.js";
import { parametersOf, placeParameter } from "../../compiler/ir/parameters.js";
import type { Query } from "../../compiler/ir/query.js";
import { ofProject } from "../../compiler/ir/shared-names.js";
import { vaultParameter } from "./names.js";
import { isOfWorkspace } from "./service.js";
import { storesOf } from "./stores.js";

/** What an environment decides and a pipeline asks for when it runs. */
export function globalParameters(
  flows: readonly FlowIr[],
  project: ProjectIr,
  environment: EnvironmentIr,
): ReadonlyMap<string, string> {
  const container = project.lake.container.get(environment.name) ?? localContainer;
  return new Map([
    [lakeContainer(project), container],
    ...storesOf(flows).map(
      (store) => [blobContainer(store, project), store.container.get(environment.name) ?? localFiles] as const,
    ),
    ...(flows.some(({ steps }) => steps.webhook)
      ? [[vaultParameter(project), vaultOf(project, environment)] as const]
      : []),
    ...flows
      .flatMap((flow) => jobsOf(flow, project))
      .flatMap((job) => {
        const pool = isOfWorkspace(project) ? [[poolOf(job, project), poolIn(job, environment)] as const] : [];
        return [
          ...parametersOf(job, project, environment).map(
            ({ name, value }) => [globalOf(name, job, project), value] as const,
          ),
          ...pool,
        ];
      }),
  ]);
}

export const vaultOf = ({ vault }: ProjectIr, { kind, name }: EnvironmentIr): string =>
  kind === "this-machine" ? "{vault}" : `https://${vault.get(name) ?? ""}.vault.azure.net/`;

/** The container's name where an environment does not say it: a folder of this machine. */
const localContainer = "lake";

/** The same of a container of others. */
const localFiles = "files";

export const blobContainer = ({ name }: BlobContainerIr, project: ProjectIr): string =>
  ofProject(project, name, "container");

export const lakeContainer = (project: ProjectIr): string => ofProject(project, "lake_container");

/** The Spark pool that a job's notebooks are run by. */
export const poolOf = ({ compute }: JobIr, project: ProjectIr): string => ofProject(project, compute.name, "pool");

export const poolIn = ({ compute }: JobIr, { name }: EnvironmentIr): string => compute.bound.get(name) ?? "here";

/** The lake's address is the same for all jobs, and so is the place of what depends on the lake alone; what else a job asks for is its own. */
export function globalOf(parameter: string, job: JobIr, project: ProjectIr): string {
  const isOfLake = ({ places }: Query) => places.length === 0;
  if (parameter === "lake") return ofProject(project, parameter);
  if (job.queries.filter(isOfLake).some((query) => placeParameter(query) === parameter))
    return ofProject(project, "place");
  return ofProject(project, job.name, parameter);
}

/** The jobs of a flow, each after those that it comes after. */
export const jobsOf = (flow: FlowIr, { jobs }: ProjectIr): readonly JobIr[] =>
  flow.jobs.flatMap(({ name }) => jobs.find((job) => job.name === name) ?? []);
