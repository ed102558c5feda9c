import { expect, it } from "vitest";
import { compileCase } from "./golden.js";
import { projectNames } from "./projects.js";
import { onFactory } from "./whole-factory.js";

it.each(projectNames())("%s compiles for Databricks, with a data factory where anything orchestrates", (name) => {
  const input = onFactory(name);
  const project = { name, input, form: "project", shows: "everything", severity: undefined } as const;
  const { artifacts, diagnostics } = compileCase(project);
  expect(diagnostics).toEqual([]);
  const planes = new Set(artifacts.map(({ plane }) => plane));
  expect([planes.has("databricks-workspace"), planes.has("synapse-workspace"), planes.has("lake")]).toEqual([
    true,
    false,
    false,
  ]);
  expect(planes.has("arm")).toBe(input["sluice.yaml"]?.includes("orchestrator: adf"));
});
