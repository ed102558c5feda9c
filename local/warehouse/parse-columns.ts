import { parseType, reserved } from "./parse-expression.js";
import type { Reader } from "./reader.js";
import type { SqlType } from "./syntax.js";
import { NotKnown } from "./tokens.js";

/** A column as files are read by it. */
export interface ColumnDefinition {
  readonly name: string;
  readonly type: SqlType;
}

/** After the opening bracket, the closing one included. */
export function parseColumns(reader: Reader): readonly ColumnDefinition[] {
  const columns = [parseColumn(reader)];
  while (reader.takes(",")) columns.push(parseColumn(reader));
  const names = columns.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new NotKnown(`The column '${twice}' stands there twice.`);
  reader.expect(")");
  return columns;
}

export function parseColumn(reader: Reader): ColumnDefinition {
  const name = reader.name(reserved);
  const type = parseType(reader);
  if (reader.takes("COLLATE")) {
    if (type.kind !== "varchar") throw new NotKnown(`'${name}' is no text, and has no collation.`);
    checkCollation(reader.name(reserved));
  }
  return { name, type };
}

/** The only one whose rules are known here. */
export function checkCollation(collation: string): void {
  if (collation !== "Latin1_General_100_BIN2_UTF8") throw new NotKnown(`The collation ${collation} is not known here.`);
}

export function checkFolder(path: string): void {
  if (path === "" || /[*?\\]|\.\./.test(path)) throw new NotKnown(`'${path}' is no folder of a Delta table.`);
}
