import type { BlobConnection } from "../model/connection.js";
import type { FileSetSource } from "../model/file-set-source.js";
import type { LinkedFileSet } from "../model/linked-landings.js";
import type { BlobContainerIr, FileSetIr } from "./file-set.js";
import { fieldOf } from "./lower-tables.js";

export function fileSetOf({ pipeline, source, connection, columns, reading }: LinkedFileSet): FileSetIr {
  return {
    kind: "file-set",
    id: `${pipeline}/sources.${source.name}`,
    store: storeOf(connection),
    path: source.path,
    read:
      reading.kind === "full"
        ? reading
        : { kind: reading.kind, lagSeconds: Math.ceil(reading.lag.milliseconds / 1000) },
    text: textOf(source),
    columns: columns.map(fieldOf),
    samples: source.samples,
  };
}

const textOf = ({ format, text }: FileSetSource): FileSetIr["text"] =>
  format === "json" ? { kind: "json-lines", compression: text.compression } : { kind: "delimited", ...text };

const storeOf = ({ name, account, container }: BlobConnection): BlobContainerIr => ({
  name,
  account: account.values,
  container: container.values,
});
