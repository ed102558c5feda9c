import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** The cells as notebook_forms.py reads them: number, kind, source. */
function cellsOf(form: "databricks" | "synapse", text: string): unknown {
  const program = `import dataclasses, json, sys; sys.path.insert(0, sys.argv[1])
import notebook_forms
print(json.dumps([list(dataclasses.astuple(c)) for c in notebook_forms.${form}_cells(sys.stdin.read(), "it")]))`;
  return JSON.parse(
    execFileSync("python3", ["-B", "-c", program, folder], { input: text, encoding: "utf8", stdio: "pipe" }),
  );
}

describe("a Databricks notebook", () => {
  it("is cut into its cells; text is none, and titles leave their line", () => {
    const text = `# Databricks notebook source
# MAGIC %md
# MAGIC # Title

# COMMAND ----------

# MAGIC %run ./common

# COMMAND ----------

# DBTITLE 1,Parameters
x = 1

# COMMAND ----------

`;
    expect(cellsOf("databricks", text)).toEqual([
      [2, "run", "./common"],
      [3, "code", "\n\nx = 1\n"],
    ]);
  });

  it("is not any Python file, and has no other language", () => {
    expect(() => cellsOf("databricks", "x = 1\n")).toThrow("begins with the line '# Databricks notebook source'");
    expect(() => cellsOf("databricks", "# Databricks notebook source\n# MAGIC %sql\n# MAGIC select 1\n")).toThrow(
      "%sql is not supported",
    );
  });
});

describe("a Synapse notebook", () => {
  it("has its parameters tagged, and its settings skipped", () => {
    const code = (source: readonly string[], tags?: readonly string[]) => ({
      cell_type: "code",
      metadata: tags ? { tags } : {},
      source,
    });
    const cells = [
      code(["%%configure\n", '{ "driverCores": 4 }\n']),
      { cell_type: "markdown", metadata: {}, source: ["# Title"] },
      code(["%run /folder/name\n"]),
      code(["x = 1\n", "y = 2"], ["parameters"]),
      code(["print(x)"]),
    ];
    expect(cellsOf("synapse", JSON.stringify({ name: "it", properties: { cells } }))).toEqual([
      [3, "run", "/folder/name"],
      [4, "parameters", "x = 1\ny = 2"],
      [5, "code", "print(x)"],
    ]);
  });

  it("takes over another one by its name or by its absolute path, and by no relative path", () => {
    const artifacts = mkdtempSync(join(tmpdir(), "sluice-forms-"));
    const stands = (file: string, name: string, properties: object) =>
      writeFileSync(join(artifacts, file), JSON.stringify({ name, properties }));
    stands("one.json", "shop_common", { folder: { name: "shop" } });
    stands("another.json", "loose", {});
    const included = (reference: string) => {
      const program = `import os, sys; sys.path.insert(0, sys.argv[1])
import notebook_forms
print(os.path.basename(notebook_forms.included(sys.argv[2], sys.argv[3], "synapse")))`;
      const args = ["-B", "-c", program, folder, reference, join(artifacts, "caller.json")];
      return execFileSync("python3", args, { encoding: "utf8", stdio: "pipe" }).trim();
    };
    expect(["/shop/shop_common", "shop_common", "/loose", "loose"].map(included)).toEqual([
      "one.json",
      "one.json",
      "another.json",
      "another.json",
    ]);
    for (const relative of ["shop/shop_common", "./shop_common", "../shop/shop_common"])
      expect(() => included(relative)).toThrow(/no relative path/);
    for (const wrong of ["/other/shop_common", "/shop_common", "/shop/loose", "one.json"])
      expect(() => included(wrong)).toThrow(/there is no such notebook/);
    rmSync(artifacts, { recursive: true });
  });
});
