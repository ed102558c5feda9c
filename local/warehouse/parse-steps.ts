import { batchesOf } from "../../compiler/emit/batches.js";
import { reserved } from "./parse-expression.js";
import { type FoldersQuery, parseFoldersQuery } from "./parse-folders.js";
import { isStepped } from "./parse-procedure.js";
import { parseStepType, parseVariable } from "./parse-step-types.js";
import { parseCondition, parseValue } from "./parse-step-values.js";
import { Reader } from "./reader.js";
import type { Condition, Evaluated } from "./step-pool.js";
import type { StepType } from "./step-values.js";
import { NotKnown } from "./tokens.js";

/** A statement of a procedure. */
export type Step =
  | {
      readonly kind: "declare";
      readonly variable: string;
      readonly type: StepType;
      readonly value: Evaluated | undefined;
    }
  | { readonly kind: "set"; readonly variable: string; readonly value: Evaluated }
  | { readonly kind: "if" | "while"; readonly condition: Condition; readonly steps: readonly Step[] }
  | { readonly kind: "execute"; readonly variable: string }
  | { readonly kind: "raise"; readonly message: string }
  | { readonly kind: "folders"; readonly query: FoldersQuery }
  | { readonly kind: "return" | "nothing" };

/** A procedure whose statements are carried out one after another. */
export interface SteppedProcedure {
  readonly schema: string;
  readonly name: string;
  readonly parameters: readonly {
    readonly variable: string;
    readonly type: StepType;
    readonly value: bigint | undefined;
  }[];
  readonly steps: readonly Step[];
}

/** The procedures of a script that are carried out so. Throws `NotKnown`. */
export const steppedProceduresOf = (script: string): readonly SteppedProcedure[] =>
  batchesOf(script)
    .filter(isStepped)
    .map((batch) => parseSteps(new Reader(batch)));

/** `CREATE OR ALTER PROCEDURE …`, a whole batch. Throws `NotKnown`. */
export function parseSteps(reader: Reader): SteppedProcedure {
  reader.expect("CREATE", "OR", "ALTER", "PROCEDURE");
  const schema = reader.name(reserved);
  reader.expect(".");
  const name = reader.name(reserved);
  const parameters: SteppedProcedure["parameters"][number][] = [];
  while (!reader.takes("AS")) {
    if (parameters.length > 0) reader.expect(",");
    const variable = parseVariable(reader);
    const type = parseStepType(reader);
    parameters.push({ variable, type, value: reader.takes("=") ? BigInt(reader.wholeNumber()) : undefined });
  }
  const steps = parseBlock(reader);
  reader.finish();
  return { schema, name, parameters, steps };
}

function parseBlock(reader: Reader): readonly Step[] {
  reader.expect("BEGIN");
  const steps: Step[] = [];
  while (!reader.takes("END")) steps.push(parseStep(reader));
  reader.takes(";");
  return steps;
}

function parseStep(reader: Reader): Step {
  if (reader.takes("IF") || reader.sees("WHILE")) {
    const kind = reader.takes("WHILE") ? "while" : "if";
    const condition = parseCondition(reader);
    return { kind, condition, steps: reader.sees("BEGIN") ? parseBlock(reader) : [parseStep(reader)] };
  }
  const step = parseSimple(reader);
  reader.expect(";");
  return step;
}

function parseSimple(reader: Reader): Step {
  if (reader.takes("SET", "NOCOUNT", "ON")) return { kind: "nothing" };
  if (reader.takes("RETURN")) return { kind: "return" };
  if (reader.takes("DECLARE")) {
    const [variable, type] = [parseVariable(reader), parseStepType(reader)];
    return { kind: "declare", variable, type, value: reader.takes("=") ? parseValue(reader) : undefined };
  }
  if (reader.takes("SET")) {
    const variable = parseVariable(reader);
    reader.expect("=");
    return { kind: "set", variable, value: parseValue(reader) };
  }
  if (reader.takes("EXEC", "SP_EXECUTESQL")) return { kind: "execute", variable: parseVariable(reader) };
  if (reader.takes("RAISERROR", "(")) {
    const message = reader.wide();
    reader.expect(",");
    if (reader.wholeNumber() !== 16) throw new NotKnown("An error of another severity than 16 is not known here.");
    reader.expect(",");
    if (reader.wholeNumber() !== 1) throw new NotKnown("An error of another state than 1 is not known here.");
    reader.expect(")");
    return { kind: "raise", message };
  }
  return { kind: "folders", query: parseFoldersQuery(reader) };
}
