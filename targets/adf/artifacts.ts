import type { Artifact } from "../../compiler/emit/artifact.js";
import { type Json, printJson } from "../../compiler/emit/json.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { Origin } from "../../compiler/source/origin.js";
import { serviceOf } from "./service.js";

/** As the service's own Git mode lays out its files, so that each can be compared with what a person sees in the studio. */
export function artifactsOf(project: ProjectIr) {
  const service = serviceOf(project);
  const pathOf = (folder: string, kind: string, name: string): string =>
    `${folder}/${service.folder}/${kind}/${name}.json`;
  const resource = (folder: string, kind: string, body: Json & { readonly name: string }, origin: Origin): Artifact =>
    artifact(pathOf(folder, kind, body.name), service.plane, kind, printJson(body), origin);
  return { pathOf, resource };
}

export const artifact = (
  path: string,
  plane: Artifact["plane"],
  kind: string,
  body: string,
  origin: Origin,
): Artifact => ({
  path,
  plane,
  kind,
  body,
  dependsOn: [],
  owner: "adf",
  effects: { reads: [], writes: [] },
  origin,
});
