import { posix } from "node:path";
import type { Json } from "../compiler/emit/json.js";
import { type Kind, kinds } from "./kinds.js";
import { isJsonList, textAt, valueAt } from "./records.js";
import { type ThingId, thingId } from "./thing.js";

interface Notebook {
  readonly kind: Kind;
  readonly name: string;
  readonly value: Json | undefined;
}

/**
 * The notebooks that a notebook takes over by `%run`.
 * https://learn.microsoft.com/azure/databricks/notebooks/notebook-workflows and
 * https://learn.microsoft.com/azure/synapse-analytics/spark/apache-spark-development-using-notebooks#notebook-reference
 */
export function includesOf({ kind, name, value }: Notebook): readonly ThingId[] {
  if (kind === kinds.notebook && typeof value === "string")
    return pathsIn(value, /^# MAGIC %run[ \t]+(.+?)[ \t]*$/gm).map((path) =>
      thingId(kind, posix.resolve(posix.dirname(name), path)),
    );
  if (kind !== kinds["synapse.notebook"]) return [];
  const cells = valueAt(value, "properties", "cells");
  const texts = isJsonList(cells) ? cells.map(sourceOf) : [];
  // Folders only show where one stands: names are told apart without them.
  return texts
    .flatMap((text) => pathsIn(text, /^%run[ \t]+(\S+)/gm))
    .map((path) => thingId(kind, posix.basename(path)));
}

const pathsIn = (text: string, run: RegExp): readonly string[] =>
  [...text.matchAll(run)].map(([, path = ""]) => path.replace(/^(["'])(.*)\1$/, "$2"));

/** A cell's lines, each with its end, or all in one text. */
function sourceOf(cell: Json): string {
  const source = valueAt(cell, "source");
  return isJsonList(source) ? source.join("") : (textAt(cell, "source") ?? "");
}
