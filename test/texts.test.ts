import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../compiler/compile.js";
import { targets } from "../targets/index.js";
import { memoryHost } from "./golden.js";
import { pythonMistakes } from "./python.js";

const [project = "", pipeline = ""] = readFileSync("test/golden/spark-rows-from-rows/input.yaml", "utf8").split(
  /^---\n/m,
);

/** What a project compiles to whose texts, and whose file's name, are this one. */
function compiled(text: string, spark: string) {
  const quoted = JSON.stringify(text);
  const described = `description: ${quoted}\n${pipeline
    .replaceAll(
      "from: bronze.a,",
      `from: bronze.a, description: ${quoted}, with_columns: { z: ${JSON.stringify(`'${text.replaceAll(/['\\$]/g, "")}'`)} },`,
    )
    .replaceAll("from: sources.a", `from: sources.a, description: ${quoted}`)}`;
  const path = `pipelines/${text.replaceAll("/", "")}.yaml`;
  const { artifacts, diagnostics } = compile(
    memoryHost({ "sluice.yaml": project.replace("spark: databricks", `spark: ${spark}`), [path]: described }),
    targets,
  );
  return {
    files: Object.fromEntries(artifacts.map((artifact) => [artifact.path, artifact.body])),
    codes: diagnostics.map(({ code }) => code),
  };
}

const pieces = [
  '"""',
  "'''",
  "\\",
  "\n",
  "\r\n",
  "\t",
  "# ",
  "%run x",
  "# MAGIC %md",
  "{x}",
  "${x}",
  "*/",
  "</b>",
  "`",
  "é😀",
  "\u00a0",
  "\u200b",
  "\u200f",
];
const unfit = [
  "\0",
  "\u0007",
  "\u001b",
  "\u007f",
  "\u0085",
  "\u2028",
  "\u2029",
  "\u202a",
  "\u202e",
  "\u2066",
  "\u2069",
  "\ud800",
];

it("whatever a text says, notebooks are Python and jobs are JSON", () => {
  const any = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme" })), { maxLength: 6 });
  fc.assert(
    fc.property(any, fc.constantFrom("databricks", "synapse"), (parts, spark) => {
      const text = parts.join("");
      const { files, codes } = compiled(text, spark);
      if (new RegExp(`[${unfit.join("")}]`).test(text)) return;
      expect({ text, codes }).toEqual({ text, codes: [] });
      expect(pythonMistakes(files)).toEqual([]);
      for (const [path, body] of Object.entries(files)) {
        if (path.endsWith(".json")) JSON.parse(body);
        expect(body).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u);
      }
    }),
    { numRuns: 40 },
  );
});

it.each(unfit)("%j is refused wherever it stands", (character) => {
  expect(new Set(compiled(`a${character}b`, "databricks").codes)).toEqual(new Set(["spec/control-character"]));
});
