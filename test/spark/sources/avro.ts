import { finished } from "node:stream/promises";
import avro from "avsc";

/** Writes an Avro file with these fields, each a name and a type. */
export async function writeAvro(
  path: string,
  fields: readonly (readonly [string, string])[],
  rows: readonly object[],
): Promise<void> {
  const schema = { type: "record", name: "Row", fields: fields.map(([name, type]) => ({ name, type })) } as const;
  const encoder = avro.createFileEncoder(path, schema as avro.Schema);
  for (const row of rows) encoder.write(row);
  encoder.end();
  await finished(encoder);
}
