import { expect, it } from "vitest";
import { globalParameters } from "../../targets/adf/global-parameters.js";
import { mergedProject } from "../../targets/spark/apply-changes.fixture.js";
import { flow, project } from "./fixture.js";

it("has one for the place of all tables that are merged, however many they are", () => {
  const table = { landed: { id: "bigint!", at: "timestamp" }, keys: ["id"], sequenceBy: ["at"] };
  const { jobs } = mergedProject(["users", "plans", "plays"].map((name) => ({ name, ...table })));
  const of = project([flow("shop", [])], { jobs });
  const given = of.environments.map((environment) => globalParameters(of.flows, of, environment));
  expect(given.map((parameters) => [...parameters.keys()])).toEqual(
    of.environments.map(() => ["youflix_lake_container", "youflix_lake", "youflix_place"]),
  );
});
