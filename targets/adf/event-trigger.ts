import type { EnvironmentIr, SynapseIr } from "../../compiler/ir/environment.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { EventTriggerIr, HomeIr } from "../../compiler/ir/trigger.js";
import { baseOf, type Started, started, type TriggerBase } from "./trigger.js";

/** https://learn.microsoft.com/azure/data-factory/how-to-create-event-trigger#json-schema */
export type BlobEventsTrigger = {
  readonly name: string;
  readonly properties: TriggerBase & {
    readonly pipelines: Started;
    readonly type: "BlobEventsTrigger";
    readonly typeProperties: {
      readonly blobPathBeginsWith: string;
      readonly blobPathEndsWith?: string;
      readonly ignoreEmptyBlobs: true;
      readonly scope: string;
      readonly events: readonly ["Microsoft.Storage.BlobCreated"];
    };
  };
};

/** https://learn.microsoft.com/azure/data-factory/how-to-create-custom-event-trigger#json-schema */
export type CustomEventsTrigger = {
  readonly name: string;
  readonly properties: TriggerBase & {
    readonly pipelines: Started;
    readonly type: "CustomEventsTrigger";
    readonly typeProperties: {
      readonly subjectBeginsWith?: string;
      readonly subjectEndsWith?: string;
      readonly events: readonly string[];
      readonly scope: string;
    };
  };
};

/** It stands in an environment: what the events come from is another resource in each. */
export function eventTrigger(
  trigger: EventTriggerIr,
  starts: string,
  project: ProjectIr,
  { name: environment }: EnvironmentIr,
  home: SynapseIr,
): BlobEventsTrigger | CustomEventsTrigger {
  const base = baseOf(trigger, project);
  const resource = (type: string, name: string | undefined) =>
    `${groupOf(trigger, environment, home)}/providers/${type}/${name ?? ""}`;
  const { name } = trigger;
  if (trigger.kind === "on-event") {
    const { subject, types, topic } = trigger;
    return {
      name,
      properties: {
        ...base,
        pipelines: started(starts),
        type: "CustomEventsTrigger",
        typeProperties: {
          ...(subject?.begins === undefined ? {} : { subjectBeginsWith: subject.begins }),
          ...(subject?.ends === undefined ? {} : { subjectEndsWith: subject.ends }),
          events: types,
          scope: resource("Microsoft.EventGrid/topics", topic.get(environment)),
        },
      },
    };
  }
  const { path, account, container } = trigger;
  return {
    name,
    properties: {
      ...base,
      pipelines: started(starts),
      type: "BlobEventsTrigger",
      typeProperties: {
        blobPathBeginsWith: `/${container.get(environment) ?? ""}/blobs/${path.begins ?? ""}`,
        ...(path.ends === undefined ? {} : { blobPathEndsWith: path.ends }),
        ignoreEmptyBlobs: true,
        scope: resource("Microsoft.Storage/storageAccounts", account.get(environment)),
        events: ["Microsoft.Storage.BlobCreated"],
      },
    },
  };
}

function groupOf({ subscription, resourceGroup }: HomeIr, environment: string, home: SynapseIr): string {
  const group = resourceGroup?.get(environment) ?? home.resourceGroup;
  return `/subscriptions/${subscription?.get(environment) ?? home.subscription}/resourceGroups/${group}`;
}
