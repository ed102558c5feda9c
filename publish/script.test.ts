import { expect, it } from "vitest";
import { compileProject } from "../cli/compile-project.js";
import { compileCase, readCase } from "../test/golden.js";
import { publishedScripts, scriptsOf, scriptsToRun } from "./script.js";
import { noState } from "./state.js";

it("an environment has its own scripts and those of all, the own ones first", () => {
  const compiled = compileProject("pipelines/youflix", []);
  if ("kind" in compiled) throw new Error(compiled.message);
  const artifacts = [...compiled.print()];
  expect(scriptsOf(artifacts.toReversed(), { environment: "prod" }).map(({ path }) => path)).toEqual([
    "env/prod/sql/ldw/1-database.sql",
    "env/prod/sql/ldw/2-lake.sql",
    "common/sql/ldw/views.sql",
    "common/sql/youflix/control.sql",
    "common/grants/ldw/1-logins.sql",
    "common/grants/ldw/2-rights.sql",
  ]);
});

it("rights that Azure keeps are brought there by people, environment by environment", () => {
  const { artifacts } = compileCase(readCase("grants-files"));
  const rights = scriptsOf(artifacts, { environment: "prod" });
  expect(rights).toMatchObject([{ path: "env/prod/grants/lake.files.json", run: undefined }]);
  expect(scriptsToRun(rights, noState).map(({ path }) => path)).toEqual(["env/prod/grants/lake.files.json"]);
  expect(scriptsToRun(rights, { ...noState, published: publishedScripts(rights) })).toEqual([]);
});

it("where a script of an environment's own changes, that of all which stands on it is run again", () => {
  const scripts = [
    { path: "env/prod/sql/ldw/1-database.sql", hash: "a", run: undefined },
    { path: "env/prod/sql/ldw/2-lake.sql", hash: "a", run: undefined },
    { path: "common/sql/control.sql", hash: "a", run: undefined },
    { path: "common/sql/ldw/views.sql", hash: "a", run: undefined },
    { path: "common/sql/other/views.sql", hash: "a", run: undefined },
    { path: "common/grants/ldw/2-rights.sql", hash: "a", run: undefined },
    { path: "common/grants/shop.sql", hash: "a", run: undefined },
  ];
  const toRun = (before: readonly (typeof scripts)[number][]) =>
    scriptsToRun(scripts, { ...noState, published: publishedScripts(before) }).map(({ path }) => path);
  const old = (path: string) => scripts.map((script) => (script.path === path ? { ...script, hash: "b" } : script));
  expect(toRun([])).toEqual(scripts.map(({ path }) => path));
  expect(toRun(scripts)).toEqual([]);
  expect(toRun(old("common/sql/ldw/views.sql"))).toEqual(["common/sql/ldw/views.sql"]);
  expect(toRun(old("env/prod/sql/ldw/1-database.sql"))).toEqual([
    "env/prod/sql/ldw/1-database.sql",
    "common/sql/ldw/views.sql",
    "common/grants/ldw/2-rights.sql",
  ]);
});
