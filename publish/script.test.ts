import { expect, it } from "vitest";
import { compileProject } from "../cli/compile-project.js";
import { scriptsOf } from "./script.js";

it("an environment has its own scripts and those of all, the own ones first", () => {
  const compiled = compileProject("pipelines/youflix", []);
  if ("kind" in compiled) throw new Error(compiled.message);
  const artifacts = [...compiled.print()];
  expect(scriptsOf(artifacts.toReversed(), { environment: "prod" }).map(({ path }) => path)).toEqual([
    "env/prod/sql/ldw/1-database.sql",
    "env/prod/sql/ldw/2-lake.sql",
    "common/sql/control.sql",
    "common/sql/ldw/views.sql",
  ]);
});
