import type { BlobConnection } from "../model/connection.js";
import type { FileSetReading, FileSetSource } from "../model/file-set-source.js";
import type { LinkedFileSet } from "../model/linked-landings.js";
import { beginOf } from "../model/periods.js";
import type { BlobContainerIr, FileSetIr } from "./file-set.js";
import { fieldOf } from "./lower-tables.js";

export function fileSetOf({ pipeline, source, connection, columns, reading }: LinkedFileSet): FileSetIr {
  return {
    kind: "file-set",
    id: `${pipeline}/sources.${source.name}`,
    pipeline,
    store: storeOf(connection),
    path: source.path,
    read: readOf(reading),
    text: textOf(source),
    columns: columns.map(fieldOf),
    samples: source.samples,
  };
}

function readOf(reading: FileSetReading): FileSetIr["read"] {
  if (reading.kind === "full") return reading;
  const lagSeconds = Math.ceil((reading.lag?.milliseconds ?? 0) / 1000);
  if (reading.kind === "new-files") return { kind: reading.kind, lagSeconds };
  const { kind, unit, start } = reading;
  const begin = beginOf(start, unit);
  if (begin === undefined) throw new Error(`'${start}' is no ${unit}, and was taken for one`);
  return { kind, unit, start: begin, lagSeconds };
}

const textOf = ({ format, text }: FileSetSource): FileSetIr["text"] =>
  format === "json" ? { kind: "json-lines", compression: text.compression } : { kind: "delimited", ...text };

const storeOf = ({ name, account, container }: BlobConnection): BlobContainerIr => ({
  name,
  account: account.values,
  container: container.values,
});
