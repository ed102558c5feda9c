import { expect, it } from "vitest";
import type { LandingIr } from "../../compiler/ir/flow.js";
import { at, type Json, within } from "./factory.js";
import { database, emit, factoryOf, field, flow, landing, project } from "./fixture.js";

/** Tables of a database in as many loops as there are kinds of reading and formats. */
const tables = (of: string, counts: readonly number[]): readonly LandingIr[] =>
  counts.flatMap((count, kind) =>
    Array.from({ length: count }, (_, index): LandingIr => {
      const columns = [field("id", "bigint", false), field("at", kind === 1 ? "bigint" : "timestamp")];
      const one = landing({ of: database(of), table: `${of}_${kind}_${index}`, columns });
      const source = kind === 2 ? { ...one.source, read: { kind: "full", mayBeEmpty: false } as const } : one.source;
      return { ...one, source, output: { ...one.output, format: kind === 3 ? "parquet" : "csv" } };
    }),
  );

/** How many tables each loop reads at the same time, by its database and how many tables it has. */
function loopsOf(landings: readonly LandingIr[], tablesAtOnce?: number): readonly string[] {
  const [plain] = [flow("users", landings)];
  const of = project([{ ...plain, steps: { ...plain.steps, tablesAtOnce } }]);
  return [...factoryOf(emit(of)).values()].flatMap((json) =>
    [...within(json)].flatMap((one) => {
      const batch = at(one, "typeProperties", "batchCount");
      if (batch === undefined) return [];
      const database = /'(\w+)'/.exec(String(at(one, "description")))?.[1];
      return [`${database} ${tablesOf(json, one)}: ${String(batch)}`];
    }),
  );
}

const tablesOf = (pipeline: Json, loop: Json): number => {
  const parameter = /parameters\.(\w+)/.exec(String(at(loop, "typeProperties", "items", "value")))?.[1] ?? "";
  const list = at(pipeline, "properties", "parameters", parameter, "defaultValue");
  return Array.isArray(list) ? list.length : 0;
};

it("gives the one loop of a database all of the number", () => {
  expect(loopsOf([...tables("a", [3]), ...tables("b", [20])])).toEqual(["a 3: 10", "b 20: 10"]);
  expect(loopsOf(tables("a", [3]), 50)).toEqual(["a 3: 50"]);
});

it("shares the number among the loops of one database, and gives none more than it can use", () => {
  expect(loopsOf(tables("a", [20, 20, 20, 20]))).toEqual(["a 20: 2", "a 20: 2", "a 20: 3", "a 20: 3"].toSorted());
  expect(loopsOf([...tables("a", [1, 30, 2]), ...tables("b", [0, 5])])).toEqual([
    "a 1: 1",
    "a 30: 7",
    "b 5: 10",
    "a 2: 2",
  ]);
});

it("has each loop read one table at the least", () => {
  expect(loopsOf(tables("a", [4, 4, 4]), 2)).toEqual(["a 4: 1", "a 4: 1", "a 4: 1"]);
  expect(loopsOf(tables("a", [4, 4, 4]), 1)).toEqual(["a 4: 1", "a 4: 1", "a 4: 1"]);
});
