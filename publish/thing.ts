import type { Json } from "../compiler/emit/json.js";
import type { Kind } from "./kinds.js";

/** By which a thing is known in plans, the state and messages: `pipeline/users`, `notebook/Shared/shop/orders/tables`. */
export type ThingId = string;

/**
 * Whether a trigger fires, or a job runs. `Unsubscribed`: a trigger is started, and gets no events, so it never fires. `Cancelled`: a job
 * does not run, as somebody ended its last run.
 */
export type RunState = "Started" | "Stopped" | "Unsubscribed" | "Cancelled";

/** What the sources say that there is to be. */
export interface Wanted {
  readonly id: ThingId;
  readonly kind: Kind;
  readonly name: string;
  /** What is sent: the object of a service's wire JSON, or the text of a notebook or a file. */
  readonly value: Json;
  /** Only of a trigger and of a job. */
  readonly state: RunState | undefined;
  /** What has to be there before it. */
  readonly needs: readonly ThingId[];
}

/** What a service has now. */
export interface Live {
  readonly id: ThingId;
  readonly kind: Kind;
  readonly name: string;
  /** As the service has it; undefined: it was not read, as it is not ours. */
  readonly value: Json | undefined;
  /** Its ETag, or where the service has none the hash of its content. */
  readonly version: string;
  readonly state: RunState | undefined;
  /** Why a job's last run ended, in the service's word, where it does not run; undefined too while one that is cancelled has not ended yet. */
  readonly ended?: string;
  /** The run of a job by which that is known, in the service's number. */
  readonly run?: string;
  /** Carries this project's mark; where its kind has no place for one, stands where only this project writes. */
  readonly isMarked: boolean;
  /** How the service itself calls it, where that is not its name: a job's number. */
  readonly address: string | undefined;
}

/**
 * A factory does not tell letters' cases apart, and Synapse is taken to be like it; a Databricks workspace and a lake do.
 * https://learn.microsoft.com/azure/data-factory/naming-rules
 */
export const thingId = (kind: Kind, name: string): ThingId =>
  kind.plane === "arm" || kind.plane === "synapse-workspace"
    ? `${kind.name}/${name.toLowerCase()}`
    : `${kind.name}/${name.replace(/^\//, "")}`;
