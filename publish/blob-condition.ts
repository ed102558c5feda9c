import { jobFiles } from "../compiler/emit/lake.js";
import { type Destination, releasesOf, stateBlobOf } from "./destination.js";

/** What is said where a role is assigned: `az role assignment create --condition … --condition-version …`. */
export interface AssignmentCondition {
  readonly Condition: string;
  readonly ConditionVersion: "2.0";
}

const blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";

/**
 * Of all blobs of the storage account only those that a plan reads and lists, whatever scope the role is assigned at. Reading and listing are
 * one action, and the names of other blobs are kept back too.
 * https://learn.microsoft.com/azure/storage/blobs/storage-auth-abac-examples#example-read-or-list-blobs-in-named-containers-with-a-path
 */
export function readingOnlyState(destination: Destination): AssignmentCondition {
  const { project, synapse, state } = destination;
  const container = `@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals '${state.container}'`;
  const blob = stateBlobOf(destination);
  const files = synapse === undefined ? [] : [`${jobFiles(project)}/`];
  const paths = [
    `@Resource[${blobs}:path] StringEquals '${blob}'`,
    ...files.map((folder) => `@Resource[${blobs}:path] StringStartsWith '${folder}'`),
  ];
  // Which releases are kept, whose names tell nothing more, and the files.
  const prefixes = [`${releasesOf(destination)}/`, ...files];
  const isListed = prefixes.map((prefix) => `@Request[${blobs}:prefix] StringStartsWith '${prefix}'`).join(" OR ");
  return {
    Condition: [
      ...["(", rule("NOT ", `${container} AND (${paths.join(" OR ")})`), ") AND ("],
      ...[rule("", `${container} AND (${isListed})`), ")"],
    ].join(""),
    ConditionVersion: "2.0",
  };
}

/** What is none of the action is as it would be without a condition. */
const rule = (not: "" | "NOT ", holds: string): string =>
  `(!(ActionMatches{'${blobs}/read'} AND ${not}SubOperationMatches{'Blob.List'})) OR (${holds})`;
