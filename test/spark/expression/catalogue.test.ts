import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { Report } from "../../../compiler/diagnostics/report.js";
import { analyze } from "../../../compiler/expression/analyze.js";
import { families } from "../../../compiler/expression/catalogue/catalogue.js";
import type { Expression } from "../../../compiler/expression/expression.js";
import { printIdentifier } from "../../../compiler/expression/print/identifier.js";
import { printSpark, sparkSettings } from "../../../compiler/expression/print-spark.js";
import { printType } from "../../../compiler/expression/type.js";
import { Origin } from "../../../compiler/source/origin.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { type Call, catalogueCalls } from "./calls.js";
import { scopeColumns, sparkJson, testColumns } from "./fixture.js";
import { operatorCalls } from "./operators.js";
import { bracketedPairs } from "./random-texts.js";
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

const tried = [...catalogueCalls(), ...operatorCalls()].flatMap(accepted);
const pairs = bracketedPairs(3000);
test("every function of the catalogue was tried, with samples that are accepted", () => {
  const rows = families.flatMap((family) => family.rows);
  const texts = new Set(tried.map(({ text }) => text));
  expect(rows.flatMap((row) => row.samples).filter((sample) => !texts.has(sample))).toEqual([]);
  expect(rows.map(({ name }) => name).filter((name) => !tried.some(({ row }) => row === name))).toEqual([]);
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
    answer = JSON.parse(readFileSync(reply, "utf8").replaceAll(/\[B@[0-9a-f]+/g, "[B")); // how Java prints bytes as a map's key
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
