import { reserved } from "./parse-expression.js";
import type { Reader } from "./reader.js";
import type { StepType } from "./step-values.js";
import { NotKnown } from "./tokens.js";

export function parseVariable(reader: Reader): string {
  const { kind, text } = reader.next;
  return kind === "word" && text.startsWith("@") ? reader.take().text : reader.fail("A variable");
}

export function parseStepType(reader: Reader): StepType {
  const kind = reader.name(reserved).toLowerCase();
  if (kind === "int" || kind === "bit" || kind === "date" || kind === "bigint") return { kind, length: "max" };
  if (kind !== "char" && kind !== "varchar" && kind !== "nvarchar")
    throw new NotKnown(`The type ${kind} is not known in a procedure.`);
  reader.expect("(");
  const length = reader.takes("MAX") ? "max" : reader.wholeNumber();
  reader.expect(")");
  if (length === "max" ? kind === "char" : length < 1 || length > (kind === "nvarchar" ? 4000 : 8000))
    throw new NotKnown(`There is no type ${kind}(${length}).`);
  return { kind, length };
}
