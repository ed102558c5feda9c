import { windowsChange } from "../arm/trigger-rules.js";
import type { ArtifactChange, Resource, Store } from "../store.js";
import { missingReference, userOf } from "./references.js";

/** What an operation says of itself when it fails. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** What the service finds only when it is at work, and is told by the operation, not by the request; undefined: nothing. */
export function failureOf(store: Store, change: ArtifactChange): Failure | undefined {
  switch (change.kind) {
    case "put":
      return ofPut(store, change.resource);
    case "delete":
      return ofDelete(store, change.id);
    case "turn":
      return change.runtimeState === "Started" ? ofReferences(store, change.trigger) : undefined;
    case "fail":
    case "subscription":
      return undefined;
  }
}

function ofPut(store: Store, resource: Resource): Failure | undefined {
  const before = store.resources.get(resource.id.toLowerCase());
  if (isStarted(before)) return startedTrigger;
  const isTrigger = resource.type.endsWith("/triggers");
  const window = isTrigger ? windowsChange(before, resource.properties) : undefined;
  return window === undefined ? ofReferences(store, resource) : { code: "BadRequest", message: window };
}

/** https://github.com/MicrosoftDocs/azure-docs/issues/76364, also for the Spark pool of a notebook or a job */
function ofReferences(store: Store, resource: Resource): Failure | undefined {
  const gap = missingReference(store, homeOf(resource.id), resource.properties);
  if (gap === undefined) return undefined;
  return {
    code: "BadRequest",
    message: `The document creation or update failed because of invalid reference '${gap}'.`,
  };
}

/** What is referred to stays. The code and the words: https://github.com/Azure/Synapse-workspace-deployment/issues/56 */
function ofDelete(store: Store, id: string): Failure | undefined {
  const target = store.resources.get(id.toLowerCase());
  if (target === undefined) return undefined;
  if (isStarted(target)) return startedTrigger;
  const user = userOf(store, homeOf(id), target);
  if (user === undefined) return undefined;
  return {
    code: "DeleteDataFactoryResourceOrchestrationError",
    message: `The document cannot be deleted since it is referenced by ${user}.`,
  };
}

/** https://github.com/Azure/Synapse-workspace-deployment/issues/46; that it holds for deleting too is the careful reading. */
const startedTrigger: Failure = {
  code: "TriggerEnabledCannotUpdate",
  message: "Cannot update enabled Trigger; the trigger needs to be disabled first. ",
};

const isStarted = (trigger: Resource | undefined): boolean => trigger?.properties["runtimeState"] === "Started";

/** The id of the workspace that an artifact is in. */
const homeOf = (id: string): string => id.split("/").slice(0, -2).join("/");
