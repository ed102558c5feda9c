import type { FilesSource } from "./model.js";

/** Whether files can be other than their source declares by their header, or by the columns that they name: those are set aside whole. */
export const setsFilesAside = ({ hasHeader, format }: Pick<FilesSource, "hasHeader" | "format">): boolean =>
  hasHeader || format === "parquet" || format === "avro";
