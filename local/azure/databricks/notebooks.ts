import type { Answer } from "../call.js";
import { checkAccess } from "./access.js";
import { keep, objectAt, pathIn } from "./objects.js";
import { jsonAnswer, refuse } from "./refusals.js";
import { type Endpoint, isTrue, textIn, type WorkspaceRequest } from "./request.js";

/** The sign that a language's comments begin with, and the ending of its files. */
const languages: Readonly<Record<string, { readonly comment: string; readonly ending: string }>> = {
  PYTHON: { comment: "#", ending: "py" },
  SQL: { comment: "--", ending: "sql" },
  SCALA: { comment: "//", ending: "scala" },
  R: { comment: "#", ending: "r" },
};

export const notebookEndpoints: readonly Endpoint[] = [
  { method: "POST", path: "workspace/import", versions: ["2.0"], handle: take },
  { method: "GET", path: "workspace/export", versions: ["2.0"], handle: give },
];

/** 10 MB of what is sent, in base64: https://docs.databricks.com/api/azure/workspace/workspace/import */
const largest = 10 * 1024 * 1024;

/** https://docs.databricks.com/api/azure/workspace/workspace/import; only single notebooks as source. */
function take(request: WorkspaceRequest): Answer {
  const { given, store } = request;
  const path = pathIn(request);
  checkAccess(request, path, "manages");
  if ((given["format"] ?? "SOURCE") !== "SOURCE") {
    refuse("INVALID_PARAMETER_VALUE", "This stand-in takes notebooks only in the format SOURCE.");
  }
  const language = textIn(given, "language");
  if (languages[language] === undefined) refuse("INVALID_PARAMETER_VALUE", `Invalid language: ${language}`);
  const sent = textIn(given, "content");
  const content = Buffer.from(sent, "base64");
  if (sent.length > largest) {
    refuse("MAX_NOTEBOOK_SIZE_EXCEEDED", `Imported notebook exceeds the size limit (${largest} bytes).`);
  }
  // The words: https://github.com/databrickslabs/migrate/issues/15 and https://github.com/gbrueckl/Databricks.API.PowerShell/issues/88
  const before = store.objects.get(path);
  if (before !== undefined && (before.type === "DIRECTORY" || !isTrue(given["overwrite"]))) {
    refuse("RESOURCE_ALREADY_EXISTS", `Path (${path}) already exists.`);
  }
  const parent = path.slice(0, path.lastIndexOf("/"));
  if (parent !== "" && store.objects.get(parent)?.type !== "DIRECTORY") {
    refuse("RESOURCE_DOES_NOT_EXIST", `The parent folder (${parent}) does not exist.`);
  }
  const { id } = keep(request, {
    path,
    type: "NOTEBOOK",
    language,
    content: asKept(content.toString("utf8"), language),
  });
  return jsonAnswer(200, { object_id: id });
}

/** https://docs.databricks.com/api/azure/workspace/workspace/export */
function give(request: WorkspaceRequest): Answer {
  const path = pathIn(request);
  checkAccess(request, path, "reads");
  const { content, language = "" } = objectAt(request, path);
  if (content === undefined || (request.given["format"] ?? "SOURCE") !== "SOURCE") {
    return refuse("INVALID_PARAMETER_VALUE", "This stand-in gives only notebooks, and only in the format SOURCE.");
  }
  if (isTrue(request.given["direct_download"])) {
    return { status: 200, headers: { "Content-Type": "text/plain" }, body: content };
  }
  return jsonAnswer(200, {
    content: Buffer.from(content).toString("base64"),
    file_type: languages[language]?.ending ?? "",
  });
}

/**
 * What comes back is not what was sent: the service keeps cells, and writes the first line again
 * (https://learn.microsoft.com/azure/databricks/notebooks/notebook-export-import#import-a-notebook) and not the last line's end
 * (https://github.com/inspera/blackbricks/pull/36).
 */
function asKept(text: string, language: string): string {
  const first = `${languages[language]?.comment ?? "#"} Databricks notebook source`;
  const whole = text === first || text.startsWith(`${first}\n`) ? text : `${first}\n${text}`;
  return whole.replace(/\n$/, "");
}
