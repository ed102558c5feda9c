import type { Artifact } from "../../compiler/emit/artifact.js";
import { batchPath, notebookFile } from "../../compiler/emit/databricks.js";
import { printJson } from "../../compiler/emit/json.js";
import { synapseNotebook } from "../../compiler/emit/synapse.js";
import type { Target } from "../../compiler/emit/target.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { ControlIr, FlowIr, LandingIr } from "../../compiler/ir/flow.js";
import type { JobIr, ProjectIr } from "../../compiler/ir/ir.js";
import type { LoadsTakenIr } from "../../compiler/ir/loads.js";
import { apiDatasets } from "./api-datasets.js";
import { archiveDatasets } from "./archives.js";
import { artifact, artifactsOf } from "./artifacts.js";
import { blobDatasets, folderDatasets } from "./blob-datasets.js";
import { controlScript } from "./control.js";
import { dataFlowName, mappingDataFlow } from "./data-flow/resource.js";
import { tableDataset } from "./datasets.js";
import { deployedOf, deploymentPipeline, deploymentServices } from "./deployment.js";
import { environmentValues } from "./environment.js";
import { isOfEvents, triggersOf } from "./flow-triggers.js";
import { jobsOf } from "./global-parameters.js";
import { hasVaultOfJobs, ofFactory, ofWorkspace, vaultOf } from "./homes.js";
import { landedDatasets } from "./landed-files.js";
import { controlFile, jobOfDataFlows, localFlow } from "./local-flow.js";
import { type Master, masterName, masterOf } from "./master.js";
import { environmentPipeline, lakeParquet } from "./names.js";
import { type FlowPipelines, pipelinesOf } from "./pipeline.js";
import { refuse } from "./refuse.js";
import { isOfWorkspace } from "./service.js";
import { triggerOf } from "./trigger.js";
import { databasesOf, formatsOf } from "./used.js";
import { watchPipeline } from "./watch.js";

/** Azure Data Factory, or a workspace of Synapse: pipelines that land tables and start notebooks, as the service's own JSON. */
export const adf: Target = {
  name: "adf",
  build(project, report) {
    const { flows, control } = project;
    const isRunning = flows.length > 0 || project.watches.length > 0 || hasVaultOfJobs(project);
    if (!isRunning && deployedOf(project).length === 0) return undefined;
    const pipelines = new Map(flows.map((flow) => [flow, pipelinesOf(flow, control, project)] as const));
    const masters = project.chains.map((chain) => ({ chain, pipeline: masterOf(chain, project) }));
    if (refuse(pipelines, masters, control, project, report)) return undefined;
    return {
      *print() {
        if (flows.length > 0) yield* common(pipelines, masters, control, project);
        yield* watching(project);
        yield* deploying(project);
        for (const environment of isRunning ? project.environments : []) {
          if (environment.kind === "this-machine") yield* ofThisMachine(flows, control, project, environment);
          else if (environment.kind === "servers") continue;
          else if (environment.factory) yield* ofFactory(flows, control, project, environment, environment.factory);
          else if (flows.length + project.watches.length === 0) yield* vaultOf(project, environment);
          else if (environment.synapse) yield* ofWorkspace(flows, control, project, environment, environment.synapse);
        }
      },
    };
  },
};

function* common(
  pipelines: ReadonlyMap<FlowIr, FlowPipelines>,
  masters: readonly Master[],
  control: ControlIr | undefined,
  project: ProjectIr,
): Iterable<Artifact> {
  const datasets = [
    ...databasesOf([...pipelines.keys()], control).map((one) => tableDataset(one, project)),
    ...blobDatasets([...pipelines.keys()], project),
    ...folderDatasets([...pipelines.keys()], project),
    ...archiveDatasets([...pipelines.keys()], project),
    ...apiDatasets([...pipelines.keys()], project),
    ...landedDatasets(formatsOf(pipelines.keys()), project),
  ];
  const landings = [...pipelines.keys()].flatMap((flow) => flow.landings);
  const hasWhole = landings.some(({ source }) => source.read.kind === "full");
  const hasDataFlows = [...pipelines.keys()].some(({ dataFlows }) => dataFlows.length > 0);
  if (control)
    yield artifact(
      controlFile(control),
      "sql",
      "script",
      controlScript(control, { hasWhole, hasDataFlows }, isOfWorkspace(project) ? "workspace" : "factory"),
      project.origin,
    );
  const { resource, pathOf } = artifactsOf(project);
  for (const dataset of datasets) yield resource("common", "dataset", dataset, project.origin);
  const reads = datasets.map(({ name }) => pathOf("common", "dataset", name));
  for (const flow of pipelines.keys())
    for (const dataFlow of flow.dataFlows)
      yield {
        ...resource("common", "dataflow", mappingDataFlow(dataFlow, flow, project), dataFlow.origin),
        dependsOn: [pathOf("common", "dataset", lakeParquet(project))],
        effects: { reads: [dataFlow.input.id], writes: [dataFlow.id] },
      };
  for (const [flow, { main, parts, computingParts, periods }] of pipelines) {
    const jobs = jobsOf(flow, project);
    for (const pipeline of periods)
      yield { ...resource("common", "pipeline", pipeline, flow.origin), dependsOn: reads };
    const readers = [...reads, ...periods.map(({ name }) => pathOf("common", "pipeline", name))];
    for (const { landings, pipeline } of parts)
      yield {
        ...resource("common", "pipeline", pipeline, flow.origin),
        dependsOn: readers,
        effects: effectsOf(landings),
      };
    for (const { dataFlows, pipeline } of computingParts)
      yield {
        ...resource("common", "pipeline", pipeline, flow.origin),
        dependsOn: [...reads, ...dataFlows.map((one) => pathOf("common", "dataflow", dataFlowName(one, project)))],
      };
    yield {
      ...resource("common", "pipeline", main, flow.origin),
      dependsOn: [
        ...readers,
        ...flow.dataFlows.map((one) => pathOf("common", "dataflow", dataFlowName(one, project))),
        ...[...parts, ...computingParts].map(({ pipeline }) => pathOf("common", "pipeline", pipeline.name)),
        ...jobs.map((job) => batchFile(job, project)),
      ],
      effects: effectsOf([...flow.landings, ...flow.loads]),
    };
  }
  for (const { chain, pipeline } of masters)
    yield {
      ...resource("common", "pipeline", pipeline, chain[0].origin),
      dependsOn: chain.map(({ name }) => pathOf("common", "pipeline", name)),
    };
  for (const { trigger, starts, loads } of triggersOf([...pipelines.keys()], project)) {
    if (isOfEvents(trigger)) continue;
    const others = trigger.kind === "window" ? trigger.dependsOn.flatMap((one) => one.trigger ?? []) : [];
    yield {
      ...resource("common", "trigger", triggerOf(trigger, starts, project, loads), trigger.origin),
      dependsOn: [pathOf("common", "pipeline", starts), ...others.map((name) => pathOf("common", "trigger", name))],
    };
  }
}

/** What runs scripts in databases, when the project is published. */
function* deploying(project: ProjectIr): Iterable<Artifact> {
  const { resource } = artifactsOf(project);
  for (const deployed of deployedOf(project)) {
    for (const environment of project.environments)
      if (environment.kind === "azure")
        for (const service of deploymentServices(deployed, project, environment))
          yield resource(`env/${environment.name}`, "linkedService", service, deployed.origin);
    yield resource("common", "pipeline", deploymentPipeline(deployed, project), deployed.origin);
  }
}

/** What looks whether streaming jobs run. */
function* watching(project: ProjectIr): Iterable<Artifact> {
  const { resource, pathOf } = artifactsOf(project);
  for (const watch of project.watches) {
    yield resource("common", "pipeline", watchPipeline(watch, project), watch.origin);
    yield {
      ...resource("common", "trigger", triggerOf(watch.trigger, watch.name, project), watch.origin),
      dependsOn: [pathOf("common", "pipeline", watch.name)],
    };
  }
}

const effectsOf = (landings: readonly (LandingIr | LoadsTakenIr)[]): Artifact["effects"] => ({
  reads: landings.map(({ source }) => source.id),
  writes: landings.map(({ output }) => output.id),
});

function* ofThisMachine(
  flows: readonly FlowIr[],
  control: ControlIr | undefined,
  project: ProjectIr,
  environment: EnvironmentIr,
): Iterable<Artifact> {
  const { resource, pathOf } = artifactsOf(project);
  const folder = `env/${environment.name}`;
  if (isOfWorkspace(project) && flows.length > 0)
    yield {
      ...resource(folder, "pipeline", environmentValues(flows, project, environment), project.origin),
      plane: "this-machine",
    };
  const walked = [
    ...flows.map((flow) => ({ name: flow.name, flows: [flow] as const })),
    ...project.chains.map((chain) => ({ name: masterName(chain), flows: chain })),
  ];
  for (const flow of flows)
    if (flow.dataFlows.length > 0 && flow.jobs.length === 0)
      yield artifact(
        `${folder}/job/${flow.name}.json`,
        "this-machine",
        "job",
        printJson(jobOfDataFlows(flow)),
        flow.origin,
      );
  for (const { name, flows: of } of walked) {
    const body = printJson(localFlow(name, of, control, project, environment));
    yield {
      ...artifact(`${folder}/flow/${name}.json`, "this-machine", "flow", body, of[0].origin),
      dependsOn: [
        pathOf("common", "pipeline", name),
        ...(control ? [controlFile(control)] : []),
        ...(isOfWorkspace(project) ? [pathOf(folder, "pipeline", environmentPipeline(project))] : []),
      ],
    };
  }
}

/** The artifact with the notebook that a pipeline starts. */
const batchFile = ({ name }: JobIr, project: ProjectIr): string =>
  isOfWorkspace(project) ? synapseNotebook(project.name, batchPath(name)) : notebookFile(batchPath(name));
