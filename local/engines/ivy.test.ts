import { expect, it } from "vitest";
import { causeIn } from "./ivy.js";

it("finds what failed in all that Ivy says", () => {
  const said = `:: resolving dependencies :: sluice#engines;working@here
\tconfs: [default]
\tfound a#b;1 in central
:: problems summary ::
:::: WARNINGS
\t\tmodule not found: io.delta#delta-nope;3.2.1
\t\t::::::::::::::::::::::::::::::::::::::::::::::
\t\t::          UNRESOLVED DEPENDENCIES         ::
\t\t:: io.delta#delta-nope;3.2.1: not found
`;
  expect(causeIn(said)).toBe(
    "module not found: io.delta#delta-nope;3.2.1\nUNRESOLVED DEPENDENCIES\nio.delta#delta-nope;3.2.1: not found",
  );
});
