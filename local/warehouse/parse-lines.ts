import { checkCollation } from "./parse-columns.js";
import { reserved } from "./parse-expression.js";
import type { Reader } from "./reader.js";
import type { Rowset } from "./syntax.js";
import { NotKnown } from "./tokens.js";

/**
 * Lines as records with one cell, after `PARSER_VERSION = '1.0'`: what is between and around cells is a sign that no line has.
 * https://learn.microsoft.com/azure/synapse-analytics/sql/query-json-files
 */
export function parseLines(reader: Reader, bulk: string, source: string): Rowset {
  for (const [option, sign] of [
    ["FIELDTERMINATOR", "0x0b"],
    ["ROWTERMINATOR", "0x0a"],
    ["FIELDQUOTE", "0x0b"],
  ] as const) {
    reader.expect(",", option, "=");
    if (reader.text() !== sign) throw new NotKnown(`Lines are known here with ${option} = '${sign}'.`);
  }
  reader.expect(")", "WITH", "(");
  const name = reader.name(reserved);
  reader.expect("NVARCHAR", "(", "MAX", ")", "COLLATE");
  checkCollation(reader.name(reserved));
  reader.expect(")", "AS");
  const columns = [{ name, type: { kind: "nvarchar", length: "max" } }] as const;
  return { kind: "files", format: "lines", bulk, source, columns, alias: reader.name(reserved) };
}
