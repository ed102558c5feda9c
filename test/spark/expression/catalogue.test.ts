import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { Report } from "../../../compiler/diagnostics/report.js";
import { analyze } from "../../../compiler/expression/analyze.js";
import { families } from "../../../compiler/expression/catalogue/catalogue.js";
import type { Expression } from "../../../compiler/expression/expression.js";
import { printSpark, sparkSettings } from "../../../compiler/expression/print-spark.js";
import { printType } from "../../../compiler/expression/type.js";
import { Origin } from "../../../compiler/source/origin.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { type Call, catalogueCalls } from "./calls.js";
import { scopeColumns, sparkJson, testColumns } from "./fixture.js";
import { operatorCalls } from "./operators.js";
import { bracketedPairs } from "./random-texts.js";

interface Tried extends Call {
  readonly expression: Expression;
  readonly sql: string;
}

type Result =
  | { readonly type: unknown; readonly nullable: boolean; readonly values: readonly string[] }
  | { readonly error: string };

interface Answer {
  readonly results: { readonly false: readonly Result[]; readonly true: readonly Result[] };
  readonly differing: readonly number[];
}

const tried = [...catalogueCalls(), ...operatorCalls()].flatMap(accepted);
const pairs = bracketedPairs(3000);
let answer: Answer = { results: { false: [], true: [] }, differing: [] };

beforeAll(async () => {
  const { python, env } = await ensureSpark(() => {});
  const folder = mkdtempSync(join(tmpdir(), "sluice-expressions-"));
  const [request, reply] = [join(folder, "request.json"), join(folder, "answer.json")];
  const schema = {
    type: "struct",
    fields: testColumns.map(({ name, type, nullable }) => ({ name, type: sparkJson(type), nullable, metadata: {} })),
  };
  const rows = (testColumns[0]?.values ?? []).map((_, row) =>
    testColumns.map(({ values, type }) => `cast(${values[row]} as ${printType(type)})`),
  );
  const expressions = tried.map(({ sql, aggregate }) => ({ sql, aggregate }));
  writeFileSync(request, JSON.stringify({ settings: sparkSettings, schema, rows, expressions, parse: pairs }));
  const program = fileURLToPath(new URL("evaluate.py", import.meta.url));
  execFileSync(python, [program, request, reply], {
    env: { ...process.env, ...env, PYSPARK_PYTHON: python, SPARK_LOCAL_IP: "127.0.0.1", TZ: "UTC" },
    stdio: ["ignore", "ignore", process.env["SHOW_SPARK"] === "1" ? "inherit" : "ignore"],
  });
  answer = JSON.parse(readFileSync(reply, "utf8"));
  rmSync(folder, { recursive: true });
});

test("every function of the catalogue was tried, with samples that are accepted", () => {
  const rows = families.flatMap((family) => family.rows);
  const texts = new Set(tried.map(({ text }) => text));
  expect(rows.flatMap((row) => row.samples).filter((sample) => !texts.has(sample))).toEqual([]);
  expect(rows.map(({ name }) => name).filter((name) => !tried.some(({ row }) => row === name))).toEqual([]);
});

test("Spark computes every expression, with ANSI off and on, to the same values", () => {
  const failing = tried.flatMap((call, i) => {
    const [off, on] = [answer.results.false[i], answer.results.true[i]];
    if (off === undefined || on === undefined) return [`${call.text}: no answer`];
    if ("error" in off) return [`${call.text} => ${call.sql}: off: ${off.error}`];
    if ("error" in on) return [`${call.text} => ${call.sql}: on: ${on.error}`];
    const row = off.values.findIndex((value, at) => value !== on.values[at]);
    return row === -1 ? [] : [`${call.text} => ${call.sql}: row ${row}: off ${off.values[row]}, on ${on.values[row]}`];
  });
  expect(failing).toEqual([]);
});

test("the types are those that Spark's analyzer finds", () => {
  const differing = tried.flatMap((call, i) => {
    const expected = JSON.stringify(sparkJson(call.expression.type));
    return [answer.results.false[i], answer.results.true[i]].flatMap((result) => {
      if (result === undefined || "error" in result) return [];
      const found = JSON.stringify(result.type).replaceAll(/"interval [a-z ]+"/g, '"interval"');
      return found === expected ? [] : [`${call.text} => ${call.sql}: ours ${expected}, Spark's ${found}`];
    });
  });
  expect([...new Set(differing)]).toEqual([]);
});

test("what cannot be null here cannot be null in Spark, and the other way round", () => {
  const differing = tried.flatMap((call, i) =>
    [answer.results.false[i], answer.results.true[i]].flatMap((result) => {
      if (result === undefined || "error" in result) return [];
      const { nullable } = call.expression;
      if (!nullable && result.values.includes("null"))
        return [`${call.text} => ${call.sql}: is null, and was said not to be`];
      return nullable === result.nullable
        ? []
        : [`${call.text} => ${call.sql}: ours ${nullable}, Spark's ${result.nullable}`];
    }),
  );
  expect([...new Set(differing)]).toEqual([]);
});

test("texts of the grammar are read by Spark as they are read here", () => {
  expect(answer.differing.map((i) => pairs[i])).toEqual([]);
});

function accepted(call: Call): readonly Tried[] {
  const { text } = call;
  const origin = Origin.root({
    file: { path: "test.yaml", text },
    root: { kind: "scalar", range: { start: 0, end: text.length }, value: text },
  });
  const scope = {
    columns: scopeColumns,
    clause: "test",
    aggregates: call.aggregate ? "required" : "forbidden",
  } as const;
  const expression = analyze(text, origin, scope, new Report());
  return expression === undefined ? [] : [{ ...call, expression, sql: printSpark(expression) }];
}
