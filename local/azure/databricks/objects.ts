import type { Answer } from "../call.js";
import type { JsonObject } from "../json.js";
import type { WorkspaceObject } from "../store.js";
import { checkAccess } from "./access.js";
import { jsonAnswer, refuse } from "./refusals.js";
import { type Endpoint, isTrue, textIn, type WorkspaceRequest } from "./request.js";

const versions = ["2.0"];

/** Folders, and what folders and notebooks have in common: https://docs.databricks.com/api/azure/workspace/workspace */
export const objectEndpoints: readonly Endpoint[] = [
  { method: "POST", path: "workspace/mkdirs", versions, handle: makeFolders },
  { method: "GET", path: "workspace/list", versions, handle: list },
  { method: "GET", path: "workspace/get-status", versions, handle: getStatus },
  { method: "POST", path: "workspace/delete", versions, handle: remove },
];

/** With all folders above it; one that is there is no mistake. */
function makeFolders(request: WorkspaceRequest): Answer {
  const path = pathIn(request);
  checkAccess(request, path, "manages");
  const parts = path.split("/").slice(1);
  const folders = parts.map((_, at) => `/${parts.slice(0, at + 1).join("/")}`);
  const inTheWay = folders.find((folder) => (request.store.objects.get(folder)?.type ?? "DIRECTORY") !== "DIRECTORY");
  if (inTheWay !== undefined) refuse("RESOURCE_ALREADY_EXISTS", `Path (${inTheWay}) already exists.`);
  for (const folder of folders) {
    if (!request.store.objects.has(folder)) keep(request, { path: folder, type: "DIRECTORY" });
  }
  return jsonAnswer(200, {});
}

/** What is right in a folder; of a notebook, itself. */
function list(request: WorkspaceRequest): Answer {
  const path = pathIn(request);
  checkAccess(request, path, "reads");
  const object = path === "/" ? undefined : objectAt(request, path);
  const objects = object?.type === "NOTEBOOK" ? [object] : inside(request, path, false);
  return jsonAnswer(200, objects.length === 0 ? {} : { objects: objects.map(shown) });
}

function getStatus(request: WorkspaceRequest): Answer {
  const path = pathIn(request);
  checkAccess(request, path, "reads");
  return jsonAnswer(200, path === "/" ? { path: "/", object_type: "DIRECTORY" } : shown(objectAt(request, path)));
}

/** A folder with something in it only with `recursive`. */
function remove(request: WorkspaceRequest): Answer {
  const path = pathIn(request);
  checkAccess(request, path, "manages");
  objectAt(request, path);
  const below = inside(request, path, true);
  if (below.length > 0 && !isTrue(request.given["recursive"])) {
    refuse("DIRECTORY_NOT_EMPTY", `Folder (${path}) is not empty`);
  }
  for (const one of [path, ...below.map((object) => object.path)]) request.store.objects.delete(one);
  return jsonAnswer(200, {});
}

export function pathIn({ given }: WorkspaceRequest): string {
  const path = textIn(given, "path");
  if (!path.startsWith("/")) refuse("INVALID_PARAMETER_VALUE", `Path (${path}) doesn't start with '/'`);
  return path.length > 1 ? path.replace(/\/$/, "") : path;
}

/** The words: https://github.com/databrickslabs/migrate/issues/10 */
export const objectAt = ({ store }: WorkspaceRequest, path: string): WorkspaceObject =>
  store.objects.get(path) ?? refuse("RESOURCE_DOES_NOT_EXIST", `Path (${path}) doesn't exist.`);

function inside({ store }: WorkspaceRequest, folder: string, isDeep: boolean): readonly WorkspaceObject[] {
  const prefix = folder === "/" ? "/" : `${folder}/`;
  return [...store.objects.values()].filter(
    ({ path }) => path.startsWith(prefix) && (isDeep || !path.slice(prefix.length).includes("/")),
  );
}

export function keep(
  { store, now }: WorkspaceRequest,
  object: Omit<WorkspaceObject, "id" | "createdAt" | "modifiedAt">,
): WorkspaceObject {
  const before = store.objects.get(object.path);
  const id =
    before?.id ??
    1_000_000 + [...store.objects.values()].reduce((most, one) => Math.max(most, one.id % 1_000_000), 0) + 1;
  const kept = { ...object, id, createdAt: before?.createdAt ?? now, modifiedAt: now };
  store.objects.set(object.path, kept);
  return kept;
}

const shown = ({ path, type, language, id, createdAt, modifiedAt }: WorkspaceObject): JsonObject => ({
  object_type: type,
  path,
  ...(language === undefined ? {} : { language, created_at: createdAt, modified_at: modifiedAt }),
  object_id: id,
  resource_id: String(id),
});
