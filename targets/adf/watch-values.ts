import { jobFiles } from "../../compiler/emit/lake.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { JobIr, ProjectIr } from "../../compiler/ir/ir.js";
import { ofProject } from "../../compiler/ir/shared-names.js";
import type { WatchIr } from "../../compiler/ir/watch.js";
import { poolIn, poolOf, vaultOf } from "./global-parameters.js";
import { vaultParameter } from "./names.js";

/** The address of the workspace's own endpoint: `https://telemetry-prod.dev.azuresynapse.net/`. */
export const workspaceValue = (project: ProjectIr): string => ofProject(project, "workspace");

/** Where the main files of Spark job definitions stand, each in a folder of its version. */
export const filesValue = (project: ProjectIr): string => ofProject(project, "job_files");

/** The Spark pool that a streaming job runs in. */
export const poolValue = (watch: WatchIr, project: ProjectIr): string => poolOf(watchedBy(watch, project), project);

/** What an environment decides of what looks whether streaming jobs run. */
export function watchValues(project: ProjectIr, environment: EnvironmentIr): readonly (readonly [string, string])[] {
  const { watches, lake } = project;
  if (environment.kind !== "azure" || watches.length === 0) return [];
  const [account, container] = [lake.account, lake.container].map((values) => values.get(environment.name) ?? "");
  return [
    [workspaceValue(project), `https://${environment.workspace}.dev.azuresynapse.net/`],
    [filesValue(project), `abfss://${container}@${account}.dfs.core.windows.net/${jobFiles(project.name)}`],
    ...(watches.some(({ webhook }) => webhook)
      ? [[vaultParameter(project), vaultOf(project, environment)] as const]
      : []),
    ...watches.map((watch) => [poolValue(watch, project), poolIn(watchedBy(watch, project), environment)] as const),
  ];
}

function watchedBy(watch: WatchIr, { jobs }: ProjectIr): JobIr {
  const job = jobs.find(({ name }) => name === watch.job);
  if (job === undefined) throw new Error(`There is no job '${watch.job}' to watch`);
  return job;
}
