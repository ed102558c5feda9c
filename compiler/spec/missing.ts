import { oneOf } from "../diagnostics/suggest.js";
import { elsewhere, notATable, suggestionFor } from "./stray.js";
import type { SchemaError } from "./validators.generated.js";

/** The properties of which a mapping has exactly one. */
export const alternatives = (schema: SchemaError["parentSchema"]): readonly string[] =>
  [Object(schema)["oneOf"] ?? []].flat().flatMap((branch) => Object(branch)["required"] ?? []);

/** What is to be told, where a property that is misspelt is missing too. */
export interface Told {
  readonly errors: readonly SchemaError[];
  /** What is missing in the mapping in which an unknown property stands, the first of several: `'trigger'`, `'from' or 'union'`. */
  readonly missingBeside: ReadonlyMap<SchemaError, readonly string[]>;
}

/** One mistake has one message: an unknown property, and that the one is missing for which it was written. */
export function withoutMissing(errors: readonly SchemaError[]): Told {
  const strays = errors.filter(({ keyword }) => keyword === "additionalProperties");
  const missingBeside = new Map<SchemaError, readonly string[]>();
  const kept = errors.filter((error) => {
    const wanted = missingOf(error);
    if (wanted.length === 0) return true;
    const beside = strays.filter(({ instancePath }) => instancePath === error.instancePath);
    if (beside.some((stray) => wanted.includes(suggestionFor(stray) ?? ""))) return false;
    const first = beside.find((stray) => !isKnown(stray));
    if (first === undefined) return true;
    missingBeside.set(first, [...(missingBeside.get(first) ?? []), oneOf(wanted)]);
    return false;
  });
  return { errors: kept, missingBeside };
}

/** It is known what was meant by it, so it stands for nothing else. */
const isKnown = (stray: SchemaError): boolean =>
  suggestionFor(stray) !== undefined || elsewhere(stray).length > 0 || notATable(stray) !== undefined;

/** The properties, one of which is missing; none where the error is another. */
function missingOf({ keyword, params, parentSchema, data }: SchemaError): readonly string[] {
  if (keyword === "required") return [String(params["missingProperty"])];
  const wanted = keyword === "oneOf" ? alternatives(parentSchema) : [];
  return wanted.some((name) => Object.hasOwn(Object(data), name)) ? [] : wanted;
}
