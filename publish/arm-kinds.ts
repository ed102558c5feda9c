import type { DataFactoryManagementClient } from "@azure/arm-datafactory";
import type { FactoryPlace } from "./destination.js";
import type { ArmKindName } from "./kinds.js";

/** Where a kind stands in the factory's routes, which are also the names of the actions of a role. */
export const routes: Readonly<Record<ArmKindName, string>> = {
  globalParameters: "globalParameters",
  credential: "credentials",
  integrationRuntime: "integrationRuntimes",
  linkedService: "linkedservices",
  dataset: "datasets",
  dataflow: "dataflows",
  pipeline: "pipelines",
  trigger: "triggers",
};

interface Reading {
  onResponse(response: { readonly bodyAsText?: string | null }): void;
}

/** Every page of a kind's list; what is read is taken from the answers' text, as the types lose fields. */
export function listing(client: DataFactoryManagementClient, kind: ArmKindName, place: FactoryPlace, reading: Reading) {
  const at = [place.resourceGroup, place.name, reading] as const;
  switch (kind) {
    case "globalParameters":
      return client.globalParameters.listByFactory(...at);
    case "credential":
      return client.credentialOperations.listByFactory(...at);
    case "integrationRuntime":
      return client.integrationRuntimes.listByFactory(...at);
    case "linkedService":
      return client.linkedServices.listByFactory(...at);
    case "dataset":
      return client.datasets.listByFactory(...at);
    case "dataflow":
      return client.dataFlows.listByFactory(...at);
    case "pipeline":
      return client.pipelines.listByFactory(...at);
    case "trigger":
      return client.triggers.listByFactory(...at);
  }
}

/** Deletes a thing; one that is not there any more is no mistake. */
export async function remove(
  client: DataFactoryManagementClient,
  kind: ArmKindName,
  place: FactoryPlace,
  name: string,
): Promise<void> {
  const at = [place.resourceGroup, place.name, name] as const;
  switch (kind) {
    case "linkedService":
      return client.linkedServices.delete(...at);
    case "dataset":
      return client.datasets.delete(...at);
    case "dataflow":
      return client.dataFlows.delete(...at);
    case "pipeline":
      return client.pipelines.delete(...at);
    case "trigger":
      return client.triggers.delete(...at);
    case "globalParameters":
    case "credential":
    case "integrationRuntime":
      throw new Error(`A thing of the kind ${kind} is never deleted`);
  }
}
