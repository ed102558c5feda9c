import { printType } from "../../type.js";
import type { ArgumentProblem, GivenCall } from "../row.js";
import { typesIn } from "./schema.js";

/** Of a key that is no single value Spark writes what Java calls the object. */
export function hasKeysOfJson({ types }: GivenCall): ArgumentProblem | undefined {
  const bad = types
    .flatMap(typesIn)
    .flatMap((type) => (type.kind === "map" && /^(array|struct|binary)$/.test(type.key.kind) ? [type.key] : []))[0];
  return bad === undefined
    ? undefined
    : {
        argument: 0,
        problem: `must have no map with keys of the type ${printType(bad)}: Spark writes for such a key its place in memory, which differs from run to run. Make texts of the keys first, by transform_keys and to_json or base64.`,
      };
}
