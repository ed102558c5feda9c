import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { Report } from "../../../compiler/diagnostics/report.js";
import { analyze } from "../../../compiler/expression/analyze.js";
import { families } from "../../../compiler/expression/catalogue/catalogue.js";
import { canEvaluate, evaluate, evaluateAggregate } from "../../../compiler/expression/evaluate/evaluate.js";
import { printValue, type Row, type Value } from "../../../compiler/expression/evaluate/value.js";
import type { Expression } from "../../../compiler/expression/expression.js";
import { printIdentifier } from "../../../compiler/expression/print/identifier.js";
import { printSpark, sparkSettings } from "../../../compiler/expression/print-spark.js";
import { printType } from "../../../compiler/expression/type.js";
import { Origin } from "../../../compiler/source/origin.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { type Call, catalogueCalls } from "./calls.js";
import { callsForCells, cellsOf, nameOf, refusedCells, requiredCells } from "./cells.js";
import { scopeColumns, sparkJson, testColumns } from "./fixture.js";
import { notEvaluated } from "./not-evaluated.js";
import { operatorCalls } from "./operators.js";
import { bracketedPairs } from "./random-texts.js";
import { readValue } from "./read-value.js";
import { surerThanSpark } from "./surer.js";

interface Tried extends Call {
  readonly expression: Expression;
  readonly sql: string;
}

interface Computed {
  readonly type: unknown;
  readonly nullable: boolean;
  readonly values: readonly string[];
}

type Result = Computed | { readonly error: string };

interface Answer {
  readonly results: { readonly false: readonly Result[]; readonly true: readonly Result[] };
  readonly differing: readonly number[];
  readonly keywords: readonly string[];
}

const columnCalls = testColumns.map(({ name }): Call => ({ text: name, aggregate: false, row: "columns" }));
const listedCalls = [...columnCalls, ...catalogueCalls(), ...operatorCalls()].flatMap(accepted);
const tried = [...listedCalls, ...callsForCells(listedCalls, (call) => accepted(call).length > 0).flatMap(accepted)];
/** What `evaluate.py` makes keys of. */
const keys = new Map([["customers", "customers, at least 32 bytes of a key"]]);
const pairs = bracketedPairs(3000);
test("every function was tried with each class of types at each of its places, null and not null, or refuses it for a reason", () => {
  const done = new Set(tried.flatMap(cellsOf));
  const left = [...new Set(requiredCells().map(nameOf))].filter((name) => !done.has(name));
  expect(left.filter((name) => !refusedCells.some(({ cells }) => cells.test(name)))).toEqual([]);
  expect(refusedCells.filter(({ cells }) => !left.some((name) => cells.test(name)))).toEqual([]);
});

test("every function of the catalogue was tried, with samples that are accepted", () => {
  const rows = families.flatMap((family) => family.rows);
  const texts = new Set(tried.map(({ text }) => text));
  expect(rows.flatMap((row) => row.samples).filter((sample) => !texts.has(sample))).toEqual([]);
  expect(rows.map(({ name }) => name).filter((name) => !tried.some(({ row }) => row === name))).toEqual([]);
});

test("the functions that are not evaluated outside of Spark are those that are listed", () => {
  const left = tried.filter(({ expression }) => !canEvaluate(expression, { keys })).map(({ row }) => row);
  expect([...new Set(left)].toSorted()).toEqual(notEvaluated.toSorted());
});

describe.each(["3.5", "4.0"] as const)("Spark %s", (spark) => {
  let answer: Answer = { results: { false: [], true: [] }, differing: [], keywords: [] };

  beforeAll(async () => {
    const { python, env } = await ensureSpark(() => {}, spark);
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
    const keyedHash = resolve("targets/spark/runtime/keyed_hash.py");
    writeFileSync(
      request,
      JSON.stringify({ settings: sparkSettings, schema, rows, expressions, parse: pairs, keyed_hash: keyedHash }),
    );
    const program = fileURLToPath(new URL("evaluate.py", import.meta.url));
    execFileSync(python, [program, request, reply], {
      cwd: folder,
      env: { ...process.env, ...env, PYSPARK_PYTHON: python, SPARK_LOCAL_IP: "127.0.0.1", TZ: "UTC" },
      stdio: ["ignore", "ignore", process.env["SHOW_SPARK"] === "1" ? "inherit" : "ignore"],
    });
    answer = JSON.parse(readFileSync(reply, "utf8"));
    rmSync(folder, { recursive: true });
  });

  test("Spark computes every expression, with ANSI off and on, to the same values", () => {
    const failing = tried.flatMap((call, i) => {
      const [off, on] = [answer.results.false[i], answer.results.true[i]];
      if (off === undefined || on === undefined) return [`${call.text}: no answer`];
      if ("error" in off) return [`${call.text} => ${call.sql}: off: ${off.error}`];
      if ("error" in on) return [`${call.text} => ${call.sql}: on: ${on.error}`];
      const row = off.values.findIndex((value, at) => value !== on.values[at]);
      return row === -1
        ? []
        : [`${call.text} => ${call.sql}: row ${row}: off ${off.values[row]}, on ${on.values[row]}`];
    });
    expect(failing).toEqual([]);
  });

  test("our evaluator computes the same values", () => {
    const table = tableOf(answered());
    const partOf = ({ columns }: Row): Value | undefined => columns.get("part");
    const parts = [...new Set(table.map(partOf))].map((part) => table.filter((row) => partOf(row) === part));
    const differing = answered().flatMap(({ call, off }) => {
      const { expression } = call;
      if (!canEvaluate(expression, { keys })) return [];
      const values = call.aggregate
        ? parts.map((rows) => evaluateAggregate(expression, rows, { keys }))
        : table.map((row) => evaluate(expression, row, { keys }));
      const ours = values.map((value) => printValue(value, expression.type));
      const row = off.values.findIndex((value, at) => value !== ours[at]);
      return row === -1 && ours.length === off.values.length
        ? []
        : [`${call.text}: row ${row}: ours ${ours[row]}, Spark's ${off.values[row]}`];
    });
    expect(differing).toEqual([]);
  });

  test("the types are those that Spark's analyzer finds", () => {
    const differing = answered().flatMap(({ call, off, on }) => {
      const bare = surerThanSpark(call.expression, spark) !== undefined;
      const [ours, ...theirs] = [sparkJson(call.expression.type), off.type, on.type].map((type) =>
        comparableType(type, bare),
      );
      return theirs.flatMap((found) =>
        found === ours ? [] : [`${call.text} => ${call.sql}: ours ${ours}, Spark's ${found}`],
      );
    });
    expect([...new Set(differing)]).toEqual([]);
  });

  test("what is said not to be null never is", () => {
    const wrong = answered().filter(
      ({ call, off, on }) => !call.expression.nullable && [...off.values, ...on.values].includes("null"),
    );
    expect(wrong.map(({ call }) => `${call.text} => ${call.sql}`)).toEqual([]);
  });

  test("what can be null is what Spark's analyzer finds, except where more is known here", () => {
    const differing = answered().flatMap(({ call, off, on }) => {
      const { nullable } = call.expression;
      const surer = !nullable && surerThanSpark(call.expression, spark) !== undefined;
      const same = off.nullable === nullable && on.nullable === nullable;
      return same || surer
        ? []
        : [`${call.text} => ${call.sql}: ours ${nullable}, Spark's ${off.nullable}, ${on.nullable}`];
    });
    expect(differing).toEqual([]);
  });

  test("words that Spark does not read as names are in backticks", () => {
    expect(answer.keywords).not.toEqual([]);
    expect(answer.keywords.filter((word) => printIdentifier(word) === word)).toEqual([]);
  });

  test("texts of the grammar are read by Spark as they are read here", () => {
    expect(answer.differing.map((i) => pairs[i])).toEqual([]);
  });

  /** The expressions that Spark computed under both settings; that it computed all is a test of its own. */
  function answered(): readonly { readonly call: Tried; readonly off: Computed; readonly on: Computed }[] {
    return tried.flatMap((call, i) => {
      const [off, on] = [answer.results.false[i], answer.results.true[i]];
      return off === undefined || on === undefined || "error" in off || "error" in on ? [] : [{ call, off, on }];
    });
  }
});

/** The rows of the test table, as Spark has them. */
function tableOf(answers: readonly { readonly call: Tried; readonly off: Computed }[]): readonly Row[] {
  const columns = answers
    .filter(({ call }) => call.row === "columns")
    .map(({ call, off }) => ({
      name: call.text,
      values: off.values.map((text) => readValue(text, call.expression.type)),
    }));
  return (testColumns[0]?.values ?? []).map((_, row) => ({
    columns: new Map(columns.map(({ name, values }): [string, Value] => [name, values[row] ?? null])),
  }));
}

/** All intervals are one type here. `bare`: without what can be null inside. */
function comparableType(type: unknown, bare: boolean): string {
  const text = JSON.stringify(type).replaceAll(/"interval [a-z ]+"/g, '"interval"');
  return bare ? text.replaceAll(/"(containsNull|valueContainsNull|nullable)":(true|false)/g, '"$1":"?"') : text;
}

function accepted(call: Call): readonly Tried[] {
  const { text } = call;
  const origin = Origin.root({
    file: { path: "test.yaml", text },
    root: { kind: "scalar", range: { start: 0, end: text.length }, value: text },
  });
  const scope = {
    columns: scopeColumns,
    clause: "columns",
    aggregates: call.aggregate ? "required" : "forbidden",
  } as const;
  const expression = analyze(text, origin, scope, new Report());
  return expression === undefined ? [] : [{ ...call, expression, sql: printSpark(expression) }];
}
