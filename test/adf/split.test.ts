import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LandingIr } from "../../compiler/ir/flow.js";
import { kinds } from "../../publish/kinds.js";
import { makePlan } from "../../publish/make-plan.js";
import { nowhere } from "../../publish/shop.fixture.js";
import { noState } from "../../publish/state.js";
import { thingId, type Wanted } from "../../publish/thing.js";
import { wantedOf } from "../../publish/wanted.js";
import { at, type Json, within } from "./factory.js";
import { database, emit, factoryOf, field, flow, landing, project } from "./fixture.js";

/** Tables of a width in characters, in some databases. */
const tables = (widths: readonly number[], databases = 1): readonly LandingIr[] =>
  widths.map((width, index) => {
    const of = database(`db_${index % databases}`);
    const columns = Array.from({ length: Math.ceil(width / 100) }, (_, column) =>
      field(`${"x".repeat(90)}${column}`, "string"),
    );
    return landing({ of, table: `table_${index}`, columns: [field("id", "bigint"), ...columns] });
  });

const pipelinesOf = (landings: readonly LandingIr[]): ReadonlyMap<string, Json> =>
  new Map(
    [...factoryOf(emit(project([flow("users", landings)])))].flatMap(([id, json]) =>
      id.startsWith("pipeline/") ? [[id.slice("pipeline/".length), json]] : [],
    ),
  );

const listsOf = (pipeline: Json): readonly Json[] => Object.values(at(pipeline, "properties", "parameters") ?? {});

/** The tables that a pipeline lands. */
const landedBy = (pipeline: Json): readonly string[] =>
  listsOf(pipeline)
    .flatMap((list) => [...within(at(list, "defaultValue") ?? null)])
    .flatMap((item) => at(item, "source") ?? [])
    .filter((source) => typeof source === "string");

/** Its activities, those within others too: they alone have dependencies. */
const activitiesOf = (pipeline: Json): readonly Json[] =>
  [...within(pipeline)].filter((value) => at(value, "dependsOn") !== undefined);

const callsOf = (pipeline: Json): readonly string[] =>
  [...within(pipeline)].flatMap((value) =>
    at(value, "type") === "PipelineReference" ? [String(at(value, "referenceName"))] : [],
  );

it("leaves a pipeline whole that has room for its tables", () => {
  expect([...pipelinesOf(tables([100, 200, 300])).keys()]).toEqual(["users"]);
});

describe("however many tables there are", () => {
  const any = fc.tuple(
    fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 80 }),
    fc.integer({ min: 1, max: 40 }),
  );

  it("each is landed once, by pipelines that Data Factory takes and that the pipeline calls", () => {
    fc.assert(
      fc.property(any, ([widths, databases]) => {
        const landings = tables(widths, databases);
        const pipelines = pipelinesOf(landings);
        for (const [name, pipeline] of pipelines) {
          expect(JSON.stringify(at(pipeline, "properties")).length, name).toBeLessThanOrEqual(200 * 1024);
          expect(activitiesOf(pipeline).length, name).toBeLessThanOrEqual(120);
          expect(listsOf(pipeline).length, name).toBeLessThanOrEqual(50);
        }
        const landed = [...pipelines.values()].flatMap(landedBy);
        expect(landed.toSorted()).toEqual(landings.map(({ output }) => output.id).toSorted());
        const main = pipelines.get("users") ?? null;
        expect(callsOf(main).toSorted()).toEqual([...pipelines.keys()].filter((name) => name !== "users").toSorted());
        // What has landed is taken when all of them have succeeded.
        const calls = activitiesOf(main).filter((one) => at(one, "type") === "ExecutePipeline");
        const taking = activitiesOf(main).find((one) => at(one, "name") === "landed") ?? null;
        if (calls.length > 0)
          expect([...within(at(taking, "dependsOn") ?? null)].flatMap((one) => at(one, "activity") ?? [])).toEqual(
            calls.map((one) => at(one, "name")),
          );
      }),
      { numRuns: 25 },
    );
  });
});

it("moves few tables when one more comes, also where that makes one more part", () => {
  const placesOf = (count: number): ReadonlyMap<string, string> => {
    const pipelines = pipelinesOf(tables(Array.from({ length: count }, () => 8_000)));
    const calls = activitiesOf(pipelines.get("users") ?? null).filter((one) => at(one, "type") === "ExecutePipeline");
    const places = calls.flatMap((call) =>
      callsOf(call)
        .flatMap((name) => landedBy(pipelines.get(name) ?? null))
        .map((table) => [table, String(at(call, "name"))] as const),
    );
    expect(places).toHaveLength(count);
    return new Map(places);
  };
  let before = placesOf(40);
  for (let count = 41; count <= 60; count += 1) {
    const now = placesOf(count);
    const moved = [...before].filter(([table, place]) => now.get(table) !== place).length;
    const parts = (places: ReadonlyMap<string, string>) => new Set(places.values()).size;
    // To a new part goes a share of each other one, and some after them; else only what has no room where it would be.
    const most = parts(now) > parts(before) ? (3 * count) / parts(now) : 3;
    expect(moved, `table ${count}`).toBeLessThanOrEqual(most);
    before = now;
  }
});

describe("at every moment of publishing, a run that starts lands each table once, where", () => {
  const many = Array.from({ length: 40 }, () => 8_000);
  const moments = (before: readonly number[], after: readonly number[]): void => {
    const [old, wanted] = [wantedFor(before), wantedFor(after)];
    const live = old.map((one) => ({ ...one, version: "1", isMarked: true, address: undefined }));
    const state = { ...noState, published: Object.fromEntries(old.map(({ id, value }) => [id, value])) };
    const { steps } = makePlan({
      ...{ sluice: "1", destination: nowhere, wanted, scripts: [] },
      readings: { live, state, hidden: [], unsure: [] },
    });
    const factory = new Map(live.map(({ id, value }) => [id, value]));
    const landed = (): readonly string[] => {
      const main = factory.get(users) ?? null;
      const called = callsOf(main).map((name) => factory.get(thingId(kinds.pipeline, name)) ?? null);
      return [main, ...called].flatMap(landedBy).toSorted();
    };
    const all = [before, after].map(sourcesOf);
    expect(landed()).toEqual(all[0]);
    for (const { action, thing, value } of steps) {
      if (action === "delete") factory.delete(thing);
      else if (value !== undefined) factory.set(thing, value);
      expect(all).toContainEqual(landed());
    }
    expect(landed()).toEqual(all[1]);
    expect([...factory.keys()].toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
  };

  it("one more table comes", () => moments(many, [...many, 8_000]));
  it("tables become wider", () => moments(many, [...many.slice(6), ...many.slice(34).map(() => 20_000)]));
  it("they are too large for one pipeline now", () => moments(many.slice(35), many));
  it("they have room in one again", () => moments(many, many.slice(35)));
});

const users = thingId(kinds.pipeline, "users");

const wantedFor = (widths: readonly number[]): readonly Wanted[] =>
  wantedOf(emit(project([flow("users", tables(widths))])), nowhere).filter(({ kind }) => kind === kinds.pipeline);

const sourcesOf = (widths: readonly number[]): readonly string[] =>
  tables(widths)
    .map(({ output }) => output.id)
    .toSorted();

it("reads no more tables at once than one pipeline would", () => {
  const pipelines = pipelinesOf(tables(Array.from({ length: 30 }, () => 5_000)));
  const counts = [...pipelines.values()].flatMap((pipeline) =>
    activitiesOf(pipeline).flatMap((one) => at(one, "typeProperties", "batchCount") ?? []),
  );
  expect(counts.length).toBeGreaterThan(2);
  expect(counts.reduce<number>((sum, count) => sum + Number(count), 0)).toBeLessThanOrEqual(10);
});
