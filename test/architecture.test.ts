import { readdirSync } from "node:fs";
import { dirname, posix } from "node:path";
import { Project, type SourceFile, SyntaxKind } from "ts-morph";
import { expect, it } from "vitest";

const phases = ["compiler/source", "compiler/diagnostics", "compiler/spec", "compiler/expression", "compiler/model"];
const target = ["compiler/source", "compiler/diagnostics", "compiler/expression", "compiler/ir", "compiler/emit"];

/** What each part may import besides itself. This table is the rule; there is no other copy of it. */
const mayImport: Readonly<Record<string, readonly string[] | "everything">> = {
  "compiler/source": ["compiler/host.ts"],
  "compiler/diagnostics": ["compiler/source"],
  "compiler/spec": ["compiler/host.ts", "compiler/source", "compiler/diagnostics"],
  "compiler/expression": ["compiler/source", "compiler/diagnostics"],
  "compiler/model": phases,
  "compiler/checks": phases,
  "compiler/lock": ["compiler/host.ts", "compiler/source", "compiler/diagnostics"],
  "compiler/ir": [...phases, "compiler/lock"],
  "compiler/emulate": ["compiler/source", "compiler/ir", "compiler/expression"],
  "compiler/emit": ["compiler/source", "compiler/diagnostics", "compiler/ir"],
  "compiler/host.ts": [],
  "compiler/compile.ts": [
    ...phases,
    "compiler/host.ts",
    "compiler/checks",
    "compiler/lock",
    "compiler/ir",
    "compiler/emit",
  ],
  "targets/adf": target,
  "targets/spark": target,
  "targets/sql": target,
  "targets/grants": target,
  "targets/infra": target,
  "targets/stream-analytics": target,
  "targets/index.ts": ["targets/*", "compiler/emit"],
  publish: ["compiler/source", "compiler/diagnostics", "compiler/emit"],
  local: "everything",
  cli: "everything",
  schema: [],
  test: "everything",
  bench: "everything",
  pipelines: "everything",
  "vitest.config.ts": [],
};

/** Who may use a package. Tests may use what they like. */
const owners: Readonly<Record<string, readonly string[]>> = {
  yaml: ["compiler/source"],
  "js-yaml": ["compiler/source"],
  ajv: ["compiler/spec", "schema"],
  handlebars: ["schema"],
  avsc: ["local"],
  kafkajs: ["local"],
  pg: ["publish"],
  "@redis/client": ["publish"],
  tedious: ["publish"],
  "cassandra-driver": ["publish"],
  picocolors: ["cli"],
  "@azure/arm-datafactory": ["publish"],
  "@azure/arm-synapse": ["publish"],
  "@azure/core-rest-pipeline": ["publish"],
  "@azure/identity": ["cli"],
  "@azure/storage-blob": ["publish"],
  "windows-iana": ["compiler/model", "local"],
  vitest: ["vitest.config.ts"],
  // For packages that are loaded only when they are needed.
  "node:module": ["compiler/source", "compiler/model"],
  // Computes, and touches nothing; all else of Node is the world outside.
  "node:crypto": ["compiler/expression", "compiler/lock", "compiler/emit", "cli", "publish", "local"],
};

const seesTheWorld = ["cli", "publish", "local", "schema", "test", "bench", "pipelines"];

const folders = ["schema", "compiler", "targets", "publish", "local", "cli", "test", "bench"];
const project = new Project({ skipFileDependencyResolution: true, skipLoadingLibFiles: true });
const files = project.addSourceFilesAtPaths([...folders.map((folder) => `${folder}/**/*.ts`), "*.ts"]);

it("every file belongs to a part of the table", () => {
  expect(files.map(pathOf).filter((path) => partOf(path) === undefined)).toEqual([]);
});

it("every top-level folder with TypeScript is looked at", () => {
  const ignored = ["node_modules", "dist", "docs", "bin", "pipelines"];
  const entries = readdirSync(".", { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith("."),
  );
  expect(entries.map(({ name }) => name).filter((name) => !folders.includes(name) && !ignored.includes(name))).toEqual(
    [],
  );
});

it("every import follows the table", () => {
  const strays = files.flatMap((file) => {
    const path = pathOf(file);
    return importsOf(file)
      .filter((to) => !isAllowed(path, to))
      .map((to) => `${path} -> ${to}`);
  });
  expect(strays).toEqual([]);
});

it("no file is loaded by way of itself", () => {
  const loads = new Map(files.map((file) => [pathOf(file), loadedBy(file)]));
  const left = new Set(loads.keys());
  const isBetween = (path: string): boolean =>
    loads.get(path)?.some((other) => left.has(other)) === true &&
    [...left].some((other) => loads.get(other)?.includes(path));
  // What loads nothing that is left, or is loaded by nothing that is left, is in no circle.
  for (let size = -1; size !== left.size; ) {
    size = left.size;
    for (const path of left) if (!isBetween(path)) left.delete(path);
  }
  expect([...left]).toEqual([]);
});

/** The files of the project that have to be there before a file runs; types are gone by then. */
const loadedBy = (file: SourceFile): readonly string[] =>
  [...file.getImportDeclarations(), ...file.getExportDeclarations()]
    .filter((one) => !one.isTypeOnly())
    .map((one) => one.getModuleSpecifierValue() ?? "")
    .filter((to) => to.startsWith("."))
    .map((to) => posix.join(dirname(pathOf(file)), to).replace(/\.js$/, ".ts"));

function isAllowed(from: string, to: string): boolean {
  const isTest = from.endsWith(".test.ts") || from.startsWith("test/");
  const part = partOf(from) ?? "";
  if (to.startsWith(".")) {
    const other = partOf(posix.join(dirname(from), to).replace(/\.js$/, ".ts"));
    const allowed = mayImport[part] ?? [];
    if (other === undefined) return false;
    return (
      other === part || allowed === "everything" || allowed.some((one) => covers(one, other)) || (isTest && part !== "")
    );
  }
  if (isTest) return true;
  const [scope = "", name = ""] = to.split("/");
  const owned = owners[to.startsWith("@") ? `${scope}/${name}` : scope];
  return owned !== undefined ? owned.includes(part) : to.startsWith("node:") && seesTheWorld.includes(part);
}

const covers = (allowed: string, part: string): boolean =>
  allowed.endsWith("/*") ? part.startsWith(allowed.slice(0, -1)) : allowed === part;

/** The longest name of the table that the path is or lies below. */
function partOf(path: string): string | undefined {
  const parts = Object.keys(mayImport).filter((part) => path === part || path.startsWith(`${part}/`));
  return parts.sort((a, b) => b.length - a.length)[0];
}

const pathOf = (file: SourceFile): string => file.getFilePath().slice(process.cwd().length + 1);

/** All forms: `import`, `export … from`, `import()` and `import("…").Type`. */
function importsOf(file: SourceFile): readonly string[] {
  const declared = [...file.getImportDeclarations(), ...file.getExportDeclarations()].map((one) =>
    one.getModuleSpecifierValue(),
  );
  const called = file
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .filter((call) => call.getExpression().getKind() === SyntaxKind.ImportKeyword)
    .map((call) => call.getArguments()[0]?.asKind(SyntaxKind.StringLiteral)?.getLiteralValue());
  const types = file
    .getDescendantsOfKind(SyntaxKind.ImportType)
    .map((type) => /^import\("([^"]+)"\)/.exec(type.getText())?.[1]);
  return [...declared, ...called, ...types].filter((specifier) => specifier !== undefined);
}
