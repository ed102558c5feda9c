import type { FilesSource, QueriedSource } from "./source.js";
/** Whether bronze holds the columns that a source declares, and not bodies, lines or records, which are parsed by their readers. */
export const isOfColumns = ({ format }: { readonly format: QueriedSource["format"] }): boolean =>
  format === "parquet" || format === "avro" || format === "delta";

/** Whether files can be other than their source declares by their header, or by the columns that they name: those are set aside whole. */
export const setsFilesAside = (source: Pick<FilesSource, "hasHeader" | "format">): boolean =>
  source.hasHeader || isOfColumns(source);
