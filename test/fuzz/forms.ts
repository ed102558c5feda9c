import type { Tree } from "../golden.js";
import { clauseForms } from "./clause-forms.js";
import { type Form, form, head, inPipeline, project, times } from "./form.js";

const table = (columns: string): string => `${head}silver:\n  a:\n    from: bronze.a\n    columns:\n${columns}`;
const expression = (text: string): Tree => inPipeline(table(`      x: ${JSON.stringify(text)}\n`));

/** Deep, wide, huge, and endless. */
export const forms: readonly Form[] = [
  form("nested lists in brackets", 10_000, (size) => inPipeline(`${head}x: ${"[".repeat(size)}${"]".repeat(size)}\n`)),
  form("open brackets", 10_000, (size) => inPipeline(`${head}x: ${"[".repeat(size)}\n`)),
  form("nested mappings in braces", 10_000, (size) =>
    inPipeline(`${head}x: ${"{a: ".repeat(size)}1${"}".repeat(size)}\n`),
  ),
  form("nested lists in lines", 3_000, (size) => inPipeline(`${head}x:\n  ${"- ".repeat(size)}1\n`)),
  form("nested mappings in lines", 1_000, (size) =>
    inPipeline(`${head}x:\n${times(size, (at) => `${" ".repeat(at + 1)}a:\n`)}`),
  ),
  form("brackets in an expression", 10_000, (size) => expression(`${"(".repeat(size)}id${")".repeat(size)}`)),
  form("open brackets in an expression", 10_000, (size) => expression("(".repeat(size))),
  form("calls within calls", 10_000, (size) => expression(`${"abs(".repeat(size)}id${")".repeat(size)}`)),
  form("a chain of not", 10_000, (size) => expression(`${"not ".repeat(size)}true`)),
  form("a chain of minus", 10_000, (size) => expression(`${"- ".repeat(size)}id`)),
  form("a long sum", 10_000, (size) => expression(`id${" + id".repeat(size)}`)),
  form("a long conjunction", 10_000, (size) => expression(`id = 1${" and id = 1".repeat(size)}`)),
  form("a long text joined", 10_000, (size) => expression(`name${" || name".repeat(size)}`)),
  form("a call with many arguments", 10_000, (size) => expression(`concat(name${", name".repeat(size)})`)),
  form("a long in list", 10_000, (size) => expression(`id in (1${times(size, (at) => `, ${at}`)})`)),
  form("case within case", 5_000, (size) =>
    expression(`${"case when true then ".repeat(size)}id${" else id end".repeat(size)}`),
  ),
  form("a case of many branches", 10_000, (size) =>
    expression(`case ${times(size, (at) => `when id = ${at} then ${at} `)} else 0 end`),
  ),
  form("fields of fields", 10_000, (size) => expression(`name${".a".repeat(size)}`)),
  form("elements of elements", 10_000, (size) => expression(`name${"[0]".repeat(size)}`)),
  form("casts within casts", 5_000, (size) => expression(`${"cast(".repeat(size)}id${" as int)".repeat(size)}`)),
  form("lambdas within lambdas", 2_000, (size) =>
    expression(`${"transform(array(id), x -> ".repeat(size)}id${")".repeat(size)}`),
  ),
  form("a long number", 100_000, (size) => expression("9".repeat(size))),
  form("a long text in an expression", 1_000_000, (size) => expression(`'${"a".repeat(size)}'`)),
  form("a long name in an expression", 1_000_000, (size) => expression("a".repeat(size))),
  form("a long regular expression", 100_000, (size) => expression(`name rlike '${"(a+)+".repeat(size / 5)}'`)),
  form("nested types", 10_000, (size) =>
    inPipeline(head.replace("name: string", `name: "${"array<".repeat(size)}int${">".repeat(size)}"`)),
  ),
  form("nested columns", 90, (size) =>
    inPipeline(head.replace("name: string", `name: ${"{ a: ".repeat(size)}int${" }".repeat(size)}`)),
  ),
  form("a long description", 10_000_000, (size) => inPipeline(`description: ${"a".repeat(size)}\n${head}`)),
  form("a long description in quotes", 10_000_000, (size) =>
    inPipeline(`description: "${"a\\n".repeat(size / 3)}"\n${head}`),
  ),
  form("a long block", 10_000_000, (size) => inPipeline(`description: |\n${"  a b c d e\n".repeat(size / 12)}${head}`)),
  form("a long key", 1_000_000, (size) => inPipeline(`${head}? ${"a".repeat(size)}\n: 1\n`)),
  form("a long key in quotes", 1_000_000, (size) => inPipeline(`${head}"${"a".repeat(size)}": 1\n`)),
  form("a long name", 1_000_000, (size) => inPipeline(`pipeline: ${"a".repeat(size)}\n`)),
  form("a long path", 1_000_000, (size) =>
    inPipeline(head.replace("event_hub: a", `event_hub: ${"a/".repeat(size / 2)}a`)),
  ),
  form("a long comment", 10_000_000, (size) => inPipeline(`${"# comment\n".repeat(size / 10)}${head}`)),
  form("blanks", 10_000_000, (size) => inPipeline(`${head}${" ".repeat(size)}\n`)),
  form("empty lines", 1_000_000, (size) => inPipeline(`${head}${"\n".repeat(size)}`)),
  form("tabs", 100_000, (size) => inPipeline(`${head}${"\t".repeat(size)}\n`)),
  form("carriage returns", 100_000, (size) => inPipeline(`${head}${"\r".repeat(size)}`)),
  form("no YAML, long", 100_000, (size) => inPipeline("}".repeat(size))),
  form("colons", 100_000, (size) => inPipeline(`a${": a".repeat(size)}`)),
  form("quotes", 100_000, (size) => inPipeline("'".repeat(size * 2 + 1))),
  form("many documents", 3_000, (size) => inPipeline(times(size, (at) => `---\npipeline: p${at}\n`))),
  form("many empty documents", 10_000, (size) => inPipeline(`${"---\n".repeat(size)}${head}`)),
  form("many documents of one name", 5_000, (size) => inPipeline("---\npipeline: p\n".repeat(size))),
  form("documents in the project's file", 10_000, (size) => ({
    "sluice.yaml": `${project}${"---\na: 1\n".repeat(size)}`,
  })),
  form("many files", 2_000, (size) => ({
    "sluice.yaml": project,
    ...Object.fromEntries(Array.from({ length: size }, (_, at) => [`pipelines/${at}.yaml`, `pipeline: p${at}\n`])),
  })),
  form("many unknown properties", 2_000, (size) => inPipeline(`${head}${times(size, (at) => `x${at}: 1\n`)}`)),
  form("many unknown properties of a table", 2_000, (size) =>
    inPipeline(`${head}silver:\n  a:\n    from: bronze.a\n${times(size, (at) => `    x${at}: 1\n`)}`),
  ),
  form("many duplicate keys", 5_000, (size) => inPipeline(`${head}${"x: 1\n".repeat(size)}`)),
  form("many columns", 2_000, (size) => inPipeline(table(times(size, (at) => `      c${at}: id + ${at}\n`)))),
  form("many unknown columns", 2_000, (size) => inPipeline(table(times(size, (at) => `      c${at}: nam${at}\n`)))),
  form("many unknown functions", 2_000, (size) => inPipeline(table(times(size, (at) => `      c${at}: f${at}(id)\n`)))),
  form("many source columns", 2_000, (size) =>
    inPipeline(head.replace("id: bigint", `id: bigint, ${times(size, (at) => `c${at}: string, `)}z: string`)),
  ),
  form("columns that read all columns", 1_000, (size) =>
    inPipeline(
      `${head.replace("id: bigint", `id: bigint, ${times(size, (at) => `c${at}: bigint, `)}z: string`)}silver:\n  a:\n    from: bronze.a\n    columns:\n${times(size, (at) => `      d${at}: c${at} + c${(at * 7) % size}\n`)}`,
    ),
  ),
  form("many tables", 1_000, (size) =>
    inPipeline(`${head}silver:\n${times(size, (at) => `  t${at}: { from: bronze.a, columns: { x: id } }\n`)}`),
  ),
  form("tables that do not exist", 2_000, (size) =>
    inPipeline(`${head}silver:\n${times(size, (at) => `  t${at}: { from: bronze.b${at}, columns: { x: id } }\n`)}`),
  ),
  form("a chain of tables", 400, (size) =>
    inPipeline(
      `${head}silver:\n  t0: { from: bronze.a, columns: { id: id } }\n${times(size, (at) => `  t${at + 1}: { from: silver.t${at}, columns: { id: id } }\n`)}`,
    ),
  ),
  form("a circle of tables", 400, (size) =>
    inPipeline(
      `${head}silver:\n${times(size, (at) => `  t${at}: { from: silver.t${(at + 1) % size}, columns: { id: id } }\n`)}`,
    ),
  ),
  form("a chain of views", 400, (size) =>
    inPipeline(
      `${head}silver:\n  t0: { from: bronze.a, materialize: view, columns: { id: id } }\n${times(size, (at) => `  t${at + 1}: { from: silver.t${at}, materialize: view, columns: { id: id } }\n`)}`,
    ),
  ),
  form("all tables in one union", 400, (size) =>
    inPipeline(
      `${head}silver:\n${times(size, (at) => `  t${at}: { from: bronze.a, columns: { id: id } }\n`)}  u: { union: [${times(size, (at) => `silver.t${at}, `)}] }\n`,
    ),
  ),
  form("aliases that multiply", 12, (size) =>
    inPipeline(
      `${head}x:\n  a0: &a0 [x]\n${times(size, (at) => `  a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}]\n`)}`,
    ),
  ),
  form("aliases of one large value", 300, (size) =>
    inPipeline(`${head}x:\n  a: &a [${"x, ".repeat(size)}]\n  b: [${"*a, ".repeat(size)}]\n`),
  ),
  form("an anchor that holds itself", 1_000, (size) => inPipeline(`${head}x: &a [${"*a, ".repeat(size)}]\n`)),
  form("many anchors", 10_000, (size) => inPipeline(`${head}x: [${times(size, (at) => `&a${at} x, `)}]\n`)),
  form("many anchors and aliases", 5_000, (size) =>
    inPipeline(`${head}x: [${times(size, (at) => `&a${at} x, *a${at}, `)}]\n`),
  ),
  form("aliases without anchors", 5_000, (size) => inPipeline(`${head}x: [${"*a, ".repeat(size)}]\n`)),
  form("merge keys", 2_000, (size) => inPipeline(`${head}x: [${"{<<: {a: 1}}, ".repeat(size)}]\n`)),
  form("tags", 5_000, (size) => inPipeline(`${head}x: [${"!!js/function 'x', ".repeat(size)}]\n`)),
  form("control characters", 5_000, (size) => inPipeline(`${head}x: [${'"\\0", '.repeat(size)}]\n`)),
  form("halves of characters", 5_000, (size) => inPipeline(`${head}description: "${"\ud800".repeat(size)}"\n`)),
  form("values cut by commas", 2_000, (size) =>
    inPipeline(`${head}x: { ${times(size, (at) => `a${at}: f(${at}, 1), `)} }\n`),
  ),
  form("long list of values that are no text", 5_000, (size) => inPipeline(`${head}x: [${"[], {}, ".repeat(size)}]\n`)),
  form("keys that are lists", 2_000, (size) => inPipeline(`${head}x:\n${"  ? [a]\n  : 1\n".repeat(size)}`)),
  form("many environments", 200, (size) => ({
    "sluice.yaml": `${project.replace(/environments.*\n/, "")}environments:\n${times(size, (at) => `  e${at}: { on: this-machine }\n`)}`,
    "pipelines/p.yaml": head,
  })),
  form("many variables", 2_000, (size) => ({
    "sluice.yaml": `${project}variables:\n${times(size, (at) => `  v${at}: { type: name, default: x }\n`)}`,
    "pipelines/p.yaml": head,
  })),
  form("many placeholders", 2_000, (size) =>
    inPipeline(head.replace("event_hub: a", `event_hub: "${"${x}".repeat(size)}"`)),
  ),
  form("a long word near a known one", 100_000, (size) => inPipeline(`${head}sou${"r".repeat(size)}ces: {}\n`)),
  form("long names that are near each other", 20_000, (size) =>
    inPipeline(
      `${head.replace("name: string", `"${"n".repeat(255)}": string`)}silver:\n  a: { from: bronze.a, columns: { x: ${"n".repeat(size)} } }\n`,
    ),
  ),
  form("a lock that is long", 100_000, (size) => ({
    ...inPipeline(head),
    "sluice.lock": `{ "a": [${"1,".repeat(size)}1] }`,
  })),
  form("a lock that is deep", 100_000, (size) => ({ ...inPipeline(head), "sluice.lock": "[".repeat(size) })),
  form("a schema of many tables", 2_000, (size) => ({
    "sluice.yaml": project,
    "schemas/s.yaml": `connection: c\ntables:\n${times(size, (at) => `  dbo.t${at}: { columns: { id: bigint } }\n`)}`,
  })),
  ...clauseForms,
];
