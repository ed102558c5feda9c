import Handlebars from "handlebars";
import { expect, it } from "vitest";
import { stale } from "./all.js";
import { undescribed } from "./descriptions.js";
import { diagnosticFiles, mentions } from "./diagnostics.js";
import type { JsonSchema } from "./json-schema.js";
import { templatesOf } from "./templates.js";
import { textsOf } from "./texts.js";
import type { Files, Tree } from "./tree.js";
import { typesOf } from "./types.js";
import { validatorsOf } from "./validators.js";

const typeOf = (schema: JsonSchema, definitions: JsonSchema = {}): string =>
  typesOf([{ name: "RootSpec", schema: { type: "object", properties: { it: schema }, definitions } }]);

it.each<[JsonSchema, string]>([
  [{ type: "string" }, "string"],
  [{ type: "integer" }, "number"],
  [{ type: ["string", "null"] }, "string | null"],
  [{ const: 1 }, "1"],
  [{ enum: ["a", "b"] }, '"a" | "b"'],
  [{ $ref: "#/definitions/Name" }, "Name"],
  [{ type: "array", items: { type: "string" } }, "readonly string[]"],
  [{ type: "array", items: { enum: ["a", "b"] } }, 'readonly ("a" | "b")[]'],
  [{ anyOf: [{ type: "string" }, { type: "boolean" }] }, "string | boolean"],
  [{ type: "object", oneOf: [{ $ref: "#/definitions/Name" }, { type: "null" }] }, "Name | null"],
  [
    JSON.parse(
      '{ "if": {}, "then": { "type": "string" }, "else": { "if": {}, "then": { "type": "null" }, "else": { "not": {} } } }',
    ),
    "string | null",
  ],
  [{ type: "object", additionalProperties: { type: "number" } }, "{\n    readonly [name: string]: number;\n  }"],
  [
    { type: "object", required: ["a"], properties: { a: {}, "b-c": {} } },
    '{\n    readonly a: unknown;\n    readonly "b-c"?: unknown;\n  }',
  ],
])("%j is the type %s", (schema, type) => {
  expect(typeOf(schema, { Name: { type: "string" } })).toContain(`  readonly it?: ${type};\n`);
});

it("turns descriptions into doc comments", () => {
  expect(typeOf({ type: "string", description: "What it is.", default: "a" })).toContain(
    '  /**\n   * What it is.\n   * Default: "a"\n   */\n  readonly it?',
  );
  expect(typeOf({ type: "string", description: "Ends a comment: */" })).toContain("/** Ends a comment: *\\/ */");
});

it.each<[JsonSchema, string]>([
  [{ not: {} }, "uses not, which the generator does not know"],
  [{ type: "strin" }, "has the unknown type strin"],
  [{ $ref: "other.json#/a" }, "only '#/definitions/…' can be followed"],
])("refuses %j", (schema, message) => {
  expect(() => typeOf(schema)).toThrow(message);
});

it("refuses two definitions of one name", () => {
  const root = (name: string, type: string) => ({
    name,
    schema: { type: "object", properties: {}, definitions: { Same: { type } } },
  });
  expect(() => typesOf([root("ASpec", "string"), root("BSpec", "number")])).toThrow("Same is defined in two ways");
  expect(typesOf([root("ASpec", "string"), root("BSpec", "string")]).match(/type Same/g)).toHaveLength(1);
});

it("lists properties without a description", () => {
  const schema = {
    properties: { bare: { type: "string" }, told: { $ref: "#/definitions/Name" } },
    definitions: { Name: { description: "A name.", properties: { inner: {} } } },
  };
  expect(undescribed(schema, "root")).toEqual(["root/properties/bare", "root/definitions/Name/properties/inner"]);
});

it("makes validators that load nothing", () => {
  const schema = {
    type: "object",
    properties: { a: { type: "string", minLength: 2 }, b: { type: "array", items: {}, uniqueItems: true } },
  };
  const code = validatorsOf([{ name: "RootSpec", schema }]);
  expect(code).toContain("export const validateRoot: Validator<RootSpec> =");
  expect(code).not.toMatch(/require\(|from "ajv/);
});

it("keeps texts as they are", () => {
  const text = 'f"{a}" `b` $' + "{c} \\n\n";
  const made = textsOf(treeOf({ "targets/x/runtime/a.py": text, "targets/x/other.py": "" }));
  const code = made["targets/x/text.generated.ts"] ?? "";
  const value: unknown = new Function(`${code.replace("export const text =", "return").replace("as const", "")}`)();
  expect(value).toEqual({ "runtime/a.py": text });
});

it("makes functions of templates, which render what Handlebars does", () => {
  const text = `a {{name}} "b" \\n \`c\`\n{{#if note}}\n  # {{note}}{{#if name}}!{{/if}}\n{{/if}}\nend {{#if name}}{{/if}}{{note}}\n`;
  const made = templatesOf(treeOf({ "targets/x/templates/one-two.py.hbs": text }))["targets/x/templates.generated.ts"];
  expect(made).toContain('import type { OneTwoView } from "./view.js";');
  expect(made).toContain("export const renderOneTwo = (view: OneTwoView): string =>");
  const render = new Function("view", `return (${made?.slice(made.indexOf("=>") + 2, -2)})`);
  const plain = Handlebars.compile(text, { noEscape: true });
  for (const view of [
    { name: "N", note: "of <it> ${x}" },
    { name: "", note: "" },
  ])
    expect(render(view)).toBe(plain(view));
});

it.each(["{{#each a}}{{/each}}", "{{#if a}}{{else}}{{/if}}", "{{> b}}", "{{a.b}}", "{{f a}}", "{{! no }}"])(
  "refuses a template that has more than fields and conditions: %s",
  (text) =>
    expect(() => templatesOf(treeOf({ "targets/x/templates/a.py.hbs": text }))).toThrow(/a template|template uses/),
);

it("makes a page for each diagnostic, with the golden that shows it", async () => {
  const kinds = { wrong: { code: "x/wrong", severity: "error", explanation: "It is wrong. Mend it." } };
  const files = {
    "compiler/x/diagnostics.ts": "export const xDiagnostics = defineDiagnostics(\n",
    "test/golden/error-x/expected/diagnostics.yaml":
      "a: 1\nb: 2\nc: 3\nd: 4\n#  ^ error x/wrong: It is wrong.\n#  ^ error x/wrong-too: It is.\ne: 5\n",
  };
  const made = await diagnosticFiles(treeOf(files, { "compiler/x/diagnostics.ts": { xDiagnostics: kinds } }));
  expect(made["cli/declared.generated.ts"]).toContain('import { xDiagnostics } from "../compiler/x/diagnostics.js";');
  expect(made["docs/diagnostics/index.md"]).toContain("| [x/wrong](x/wrong.md) | error | It is wrong. |");
  expect(made["docs/diagnostics/x/wrong.md"]).toContain(
    "```yaml\nb: 2\nc: 3\nd: 4\n#  ^ error x/wrong: It is wrong.\n#  ^ error x/wrong-too: It is.\n```\n",
  );
  expect(stale(treeOf({ "docs/diagnostics/x/old.md": "" }), made)).toEqual(["docs/diagnostics/x/old.md"]);
});

it("tells a code from one that it begins", () => {
  expect(mentions("error x/wrong-too: no", "x/wrong")).toBe(false);
  expect(mentions("error x/wrong-too: no; error x/wrong: yes", "x/wrong")).toBe(true);
});

function treeOf(files: Files, modules: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {}): Tree {
  return {
    read: (path) => files[path],
    list: (folder) =>
      Object.keys(files)
        .filter((path) => path.startsWith(`${folder}/`))
        .sort(),
    load: async (path) => modules[path] ?? {},
  };
}
