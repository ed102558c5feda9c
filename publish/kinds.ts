/** How it is known that a thing is ours. */
export type Ownership =
  /** It carries a mark: an annotation, a tag. */
  | "mark"
  /** It has no place for a mark: it stands where only this project writes, and the state says that it was published. */
  | "place"
  /** It holds what is ours beside what is others'; each entry by itself is ours or not. Never deleted. */
  | "shared"
  /** It is only referred to. Never written, never deleted. */
  | "never";

export type PlaneName = "arm" | "databricks-workspace";

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
export type KindName = ArmKindName | "notebook" | "job";

const arm = (name: ArmKindName, ownership: Ownership): Kind => ({ name, plane: "arm", ownership, loses: undefined });

/** Every kind, in the order in which things are made; they are deleted in the opposite one. */
export const kinds: Readonly<Record<KindName, Kind>> = {
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
};

export const isKindName = (name: string): name is KindName => Object.hasOwn(kinds, name);

export const isArmKindName = (name: KindName): name is ArmKindName => kinds[name].plane === "arm";
