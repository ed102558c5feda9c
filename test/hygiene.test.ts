import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { Project, SyntaxKind } from "ts-morph";
import { expect, it } from "vitest";

/** All that is, or is about to be, part of the repository. */
const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
  .split("\n")
  .filter((path) => path !== "" && existsSync(path) && !/\.(png|gif|parquet|avro|wasm)$/.test(path));

const code = tracked.filter((path) => path.endsWith(".ts") && !path.endsWith(".generated.ts"));

it("no test is left out", () => {
  expect(
    found(
      /\b(it|test|describe)(\.\w+)*\.(only|skip|skipIf|todo|fails)\b/,
      code.filter((path) => path.endsWith(".test.ts")),
    ),
  ).toEqual([]);
});

it("nothing is of the type 'any'", () => {
  const project = new Project({ skipFileDependencyResolution: true, skipLoadingLibFiles: true });
  const places = project
    .addSourceFilesAtPaths(code.map((path) => `./${path}`))
    .flatMap((file) =>
      file
        .getDescendantsOfKind(SyntaxKind.AnyKeyword)
        .map((node) => `${file.getBaseName()}:${node.getStartLineNumber()}`),
    );
  expect(places).toEqual([]);
}, 300_000); // every file is parsed, which takes a busy machine minutes

it("no file knows the machine that it was written on", () => {
  expect(found(/(?<![\w.~-])\/(home|Users|root|work)\/[\w.-]+|[A-Z]:\\Users\\/)).toEqual([]);
});

it("no file names a package registry", () => {
  expect(
    found(/\b(registry|repo1?|files|index|proxy)(\.[a-z0-9-]+)+\.(org|com|dev|io)\b|\bp[y]pi\.(org|python)/),
  ).toEqual([]);
});

function found(pattern: RegExp, paths: readonly string[] = tracked): readonly string[] {
  return paths.flatMap((path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
}
