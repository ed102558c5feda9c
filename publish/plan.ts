import type { CheckpointChange } from "./checkpoints.js";
import type { Destination } from "./destination.js";
import type { Step } from "./step.js";
import type { ThingId } from "./thing.js";

/** Makes an environment what the sources say or what it once was, or takes everything of the project out of it. */
export type Purpose = "publish" | "rollback" | "destroy";

/** What publishing would do, and on what that rests. Made by reading only. */
export interface Plan {
  readonly version: 1;
  readonly purpose: Purpose;
  /** The version of sluice that made it. */
  readonly sluice: string;
  readonly destination: Destination;
  /** Of everything that the plan rests on: another digest, another plan. */
  readonly digest: string;
  /** In an order in which they may be done one by one. */
  readonly steps: readonly Step[];
  readonly unchanged: readonly ThingId[];
  /** What is there and is not ours. It stays as it is. */
  readonly foreign: readonly ThingId[];
  /** Scripts that people run, as they are new or have changed: paths below the output folder. */
  readonly byHand: readonly string[];
  /** What people have to do where rights are changed, as nobody does it for them. */
  readonly rightsByHand: readonly { readonly thing: ThingId; readonly where: string; readonly task: string }[];
  /** Rights that were granted in a database which the sources no longer speak of, or have elsewhere: they stay. */
  readonly rightsLeft: readonly { readonly thing: ThingId; readonly where: string }[];
  /** Databases in which publishing itself runs scripts, and was told what their script of rights would change. */
  readonly rightsRead?: readonly ThingId[];
  /** Jobs whose run somebody ended: they stay stopped. */
  readonly cancelled: readonly ThingId[];
  /** Earlier versions of files, which stay while their job does: an application may have been started with them. */
  readonly superseded: readonly ThingId[];
  /** Fields that only the service knows. They stay. */
  readonly kept: readonly { readonly thing: ThingId; readonly path: string }[];
  /** Why it cannot be published; then nothing is. */
  readonly obstacles: readonly Obstacle[];
  /** What becomes of checkpoints, held against what runs there; left out where nothing does; null: no lock of what runs was recorded. */
  readonly checkpoints?: readonly CheckpointChange[] | null;
}

export interface Obstacle {
  readonly thing: ThingId;
  readonly message: string;
}
