import type { ArgumentProblem, GivenCall } from "../row.js";

/** The argument is a name as keys have: it becomes part of a function's name. */
export const namesKey =
  (argument: number) =>
  ({ literals }: GivenCall): ArgumentProblem | undefined =>
    /^[a-z][a-z0-9_]*$/.test(String(literals[argument]))
      ? undefined
      : {
          argument,
          problem: "must be the name of a key of `hash_keys` in sluice.yaml: small letters, digits and `_`.",
        };
