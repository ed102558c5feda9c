import type { Activity } from "./activity.js";
import type { DataFlow, DatasetUse, Pipeline } from "./definition.js";
import type { Reader } from "./reader.js";
import type { Reach } from "./world.js";

/** What the reading of an activity can ask for. */
export interface Reading {
  readonly reach: Reach;
  /** The activities of a container. */
  readonly activities: (readers: readonly Reader[]) => readonly Activity[];
  /** The dataset that a reference names; undefined where it cannot be used, which is told. */
  readonly dataset: (reference: Reader) => DatasetUse | undefined;
  /** The mapping data flow that a reference names, but for the parameters that it gives; undefined where it cannot be used, which is told. */
  readonly dataFlow: (reference: Reader) => DataFlow | undefined;
  /** The pipeline that a reference names; read when it is asked for, since pipelines may name each other. */
  readonly pipeline: (reference: Reader) => () => Pipeline | undefined;
}
