import { withinQuotes } from "../../compiler/expression/print/transact.js";
import { readAt } from "../../compiler/ir/database.js";
import type { FileSetIr } from "../../compiler/ir/file-set.js";
import { type FileLandingIr, fileLandings, type LandingIr } from "../../compiler/ir/flow.js";
import type { Fail } from "./activity.js";
import { call, type Expression, filled, item, number, outputIfAny, quoted } from "./expression.js";
import { grouped } from "./grouped.js";
import type { LandedFormat } from "./landed-files.js";
import { lineTranslator, type TextTranslator, textTranslator } from "./mapping.js";

/** Landings of files of one container, read and written in one way, which one ForEach does. */
export interface FileGroup {
  /** 1 is the first; what belongs to another carries its number in its name. */
  readonly number: number;
  /** What its sources have in common; no other group of the pipeline has it. */
  readonly key: string;
  /** The pipeline whose sources they are. */
  readonly pipeline: string;
  readonly store: FileSetIr["store"];
  readonly read: FileSetIr["read"]["kind"];
  readonly compression: FileSetIr["text"]["compression"];
  /** The files stand in folders, and not at the container's root. */
  readonly hasFolder: boolean;
  readonly format: LandedFormat;
  readonly landings: readonly [FileLandingIr, ...FileLandingIr[]];
}

/** What a ForEach is at: all that differs from source to source. */
export type FileItem = {
  /** By which the control table knows it; stands between quotes. */
  readonly source: string;
  /** The files in the container: their folders, empty at its root, and their names. */
  readonly folder: string;
  readonly file: string;
  /** Of delimited text. */
  readonly delimiter?: string;
  readonly quote?: string;
  readonly header?: boolean;
  readonly lag_seconds: number;
  /** Of files that are read period by period. */
  readonly unit?: "day" | "hour";
  readonly start?: string;
  /** Below the lake's root. */
  readonly path: string;
  readonly mapping: TextTranslator;
};

export function fileGroupsOf(landings: readonly LandingIr[]): readonly FileGroup[] {
  return grouped(fileLandings(landings), keyOf).map(({ number, things }) => {
    const [{ source, output }] = things;
    return {
      number,
      key: keyOf(things[0]),
      pipeline: source.pipeline,
      store: source.store,
      read: source.read.kind,
      compression: source.text.compression,
      hasFolder: source.path.includes("/"),
      format: output.format,
      landings: things,
    };
  });
}

const keyOf = ({ source: { store, read, text, path }, output }: FileLandingIr): string =>
  [read.kind, text.compression, path.includes("/"), output.format, store.name].join(" ");

export function fileItemOf({ source, output }: FileLandingIr): FileItem {
  const { path, read, text, columns } = source;
  const isSnapshot = read.kind === "full";
  const end = path.lastIndexOf("/");
  return {
    source: withinQuotes(output.id),
    folder: path.slice(0, Math.max(0, end)),
    file: path.slice(end + 1),
    ...(text.kind === "delimited" && { delimiter: text.delimiter, quote: text.quote, header: text.hasHeader }),
    lag_seconds: read.kind === "full" ? 0 : read.lagSeconds,
    ...(read.kind === "new-periods" && { unit: read.unit, start: read.start }),
    path: output.path,
    mapping:
      text.kind === "delimited" ? textTranslator(columns, text.hasHeader, isSnapshot ? [readAt] : []) : lineTranslator,
  };
}

/** How many rows a copy of files has brought. No page says that one which has found no file tells a number. */
export const rowsOf = (copy: string): Expression => call("coalesce", outputIfAny(copy, "rowsCopied"), number(0));

/** Where files are read as a whole, none is a mistake: all that is made of them would be deleted. `says`: what there is not, and what to do. */
export const noFiles = (name: string, store: string, says: string): Fail => ({
  name,
  type: "Fail",
  dependsOn: [],
  userProperties: [],
  typeProperties: {
    message: filled([{ hole: call("concat", item("folder"), quoted("/"), item("file")) }, ` of '${store}': ${says}`]),
    errorCode: "NoFiles",
  },
});
