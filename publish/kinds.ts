/** How it is known that a thing is ours. */
export type Ownership =
  /** It carries a mark: an annotation, a tag, metadata. */
  | "mark"
  /** It has no place for a mark: it stands where only this project writes, and the state says that it was published. */
  | "place"
  /** It holds what is ours beside what is others'; each entry by itself is ours or not. Never deleted. */
  | "shared"
  /** It is only referred to. Never written, never deleted. */
  | "never"
  /** It is what the project's own principals may do somewhere, and speaks of nobody else. Never deleted. */
  | "principals";

export type PlaneName =
  | "arm"
  | "databricks-workspace"
  | "synapse-workspace"
  | "lake"
  | "rights"
  | "sql"
  | "checkpoints";

/** What the publisher knows of a kind of thing. */
export interface Kind {
  readonly name: KindName;
  readonly plane: PlaneName;
  readonly ownership: Ownership;
  /** What goes with it when it is deleted; undefined: nothing that another publishing does not bring back. */
  readonly loses: string | undefined;
}

export type ArmKindName =
  | "globalParameters"
  | "credential"
  | "integrationRuntime"
  | "linkedService"
  | "dataset"
  | "dataflow"
  | "pipeline"
  | "trigger";
/** What others make in a workspace of Synapse, and what it has of its own. */
export type SynapseKindName =
  | "synapse.pool"
  | "synapse.integrationRuntime"
  | "synapse.linkedService"
  | "synapse.dataset"
  | "synapse.sqlscript"
  | "synapse.notebook"
  | "synapse.sparkJobDefinition"
  | "synapse.dataflow"
  | "synapse.pipeline"
  | "synapse.trigger";

export type KindName =
  | ArmKindName
  | SynapseKindName
  | "notebook"
  | "job"
  | "file"
  | "rights"
  | "database"
  | "checkpoint";

const arm = (name: ArmKindName, ownership: Ownership): Kind => ({ name, plane: "arm", ownership, loses: undefined });

const synapse = (name: SynapseKindName, ownership: Ownership): Kind => ({
  name,
  plane: "synapse-workspace",
  ownership,
  loses: undefined,
});

/** Every kind, in the order in which things are made; they are deleted in the opposite one. */
export const kinds: Readonly<Record<KindName, Kind>> = {
  file: { name: "file", plane: "lake", ownership: "mark", loses: undefined },
  notebook: { name: "notebook", plane: "databricks-workspace", ownership: "place", loses: undefined },
  job: { name: "job", plane: "databricks-workspace", ownership: "mark", loses: "the record of the job's runs" },
  globalParameters: arm("globalParameters", "shared"),
  credential: arm("credential", "never"),
  integrationRuntime: arm("integrationRuntime", "never"),
  linkedService: arm("linkedService", "mark"),
  dataset: arm("dataset", "mark"),
  dataflow: arm("dataflow", "mark"),
  pipeline: arm("pipeline", "mark"),
  trigger: arm("trigger", "mark"),
  "synapse.pool": synapse("synapse.pool", "never"),
  "synapse.integrationRuntime": synapse("synapse.integrationRuntime", "never"),
  "synapse.linkedService": synapse("synapse.linkedService", "mark"),
  "synapse.dataset": synapse("synapse.dataset", "mark"),
  // These three have no annotations.
  "synapse.sqlscript": synapse("synapse.sqlscript", "place"),
  "synapse.notebook": synapse("synapse.notebook", "place"),
  "synapse.sparkJobDefinition": synapse("synapse.sparkJobDefinition", "place"),
  "synapse.dataflow": synapse("synapse.dataflow", "mark"),
  "synapse.pipeline": synapse("synapse.pipeline", "mark"),
  "synapse.trigger": synapse("synapse.trigger", "mark"),
  rights: { name: "rights", plane: "rights", ownership: "principals", loses: undefined },
  // In which scripts are run; of it is read what they would change of rights.
  database: { name: "database", plane: "sql", ownership: "principals", loses: undefined },
  // The state says which there are; it is never made here, but by what runs.
  checkpoint: { name: "checkpoint", plane: "checkpoints", ownership: "place", loses: undefined },
};

export const isKindName = (name: string): name is KindName => Object.hasOwn(kinds, name);

export const isTrigger = ({ name }: Kind): boolean => name === "trigger" || name === "synapse.trigger";

/** Is kept running: it is started once, and goes on until it is stopped. */
export const isJob = ({ name }: Kind): boolean => name === "job" || name === "synapse.sparkJobDefinition";

export const isArmKindName = (name: KindName): name is ArmKindName => kinds[name].plane === "arm";
