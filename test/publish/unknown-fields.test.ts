import fc from "fast-check";
import { expect, it } from "vitest";
import type { Json } from "../../compiler/emit/json.js";
import { comparable, isText } from "../../publish/comparable.js";
import { defaultAt } from "../../publish/defaults.js";
import { makePlan } from "../../publish/make-plan.js";
import { hashOf, isJsonList, isJsonRecord, isSame } from "../../publish/records.js";
import { arrived, artifacts, dataflow, nowhere, windows } from "../../publish/shop.fixture.js";
import { noState } from "../../publish/state.js";
import type { Live, Wanted } from "../../publish/thing.js";
import { wantedOf } from "../../publish/wanted.js";
import { compileCase, readCase } from "../golden.js";
import { telemetry } from "./synapse-cloud.fixture.js";
import { pipelineAndAll } from "./synapse-pipeline.fixture.js";

type Path = readonly (string | number)[];

const workspace = telemetry({ arm: "https://a", synapse: "https://s", blob: "https://b" });
const places = [
  { destination: nowhere, wanted: wantedOf([...artifacts, arrived(), dataflow, windows("hourly")], nowhere) },
  { destination: workspace, wanted: wantedOf(pipelineAndAll(), workspace) },
  { destination: workspace, wanted: wantedOf(compileCase(readCase("e2e-telemetry-synapse")).artifacts, workspace) },
];
const things = places.flatMap(({ wanted, ...place }) =>
  wanted.filter(({ kind }) => !isText(kind)).map((thing) => ({ ...place, wanted, thing })),
);

/** Where there is what. */
function pathsTo(isSuch: (value: Json) => boolean, value: Json, at: Path = []): readonly Path[] {
  const below = isJsonList(value) ? value.map((one, index) => [index, one] as const) : [];
  const fields = isJsonRecord(value) ? Object.entries(value) : [];
  const deeper = [...below, ...fields].flatMap(([key, one]) => pathsTo(isSuch, one, [...at, key]));
  return isSuch(value) ? [at, ...deeper] : deeper;
}

function at(value: Json | undefined, [key, ...rest]: Path): Json | undefined {
  if (key === undefined || value === undefined) return value;
  if (typeof key === "number") return isJsonList(value) ? at(value[key], rest) : undefined;
  return isJsonRecord(value) && Object.hasOwn(value, key) ? at(value[key], rest) : undefined;
}

/** The same with another value in a place, which may be new. */
function having(value: Json, [key, ...rest]: Path, made: Json): Json {
  if (key === undefined) return made;
  if (isJsonList(value)) return value.map((one, index) => (index === key ? having(one, rest, made) : one));
  if (!isJsonRecord(value)) throw new Error(`Nothing is below ${value}`);
  const there = Object.hasOwn(value, key) ? (value[key] ?? null) : null;
  const others = Object.entries(value).filter(([name]) => name !== key);
  return Object.fromEntries([...others, [key, having(there, rest, made)]]);
}

const isLeaf = (value: Json): boolean => typeof value === "string" || typeof value === "number";
const otherThan = (value: Json | undefined): Json => (typeof value === "number" ? value + 1 : `${value}x`);
/** By which a service tells things of a list apart, and what of which kind they are: with another one it is another thing. */
const isIdentity = (path: Path): boolean =>
  ["type", "name", "task_key", "job_cluster_key", "activity", "key"].includes(String(path.at(-1)));

const json = fc.jsonValue({ maxDepth: 2 }).map((value): Json => JSON.parse(JSON.stringify(value)));
const key = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "theirs", "type", "name", "0", "a.b"));
const cases = fc.record({
  unknown: fc.array(fc.record({ place: fc.nat(), key, value: json }), { minLength: 1, maxLength: 3 }),
  leaf: fc.option(fc.nat()),
});

/** What only the service knows of a thing: where nothing of the project's is, and nothing that it says by itself. */
function unknownIn({ thing }: (typeof things)[number], given: readonly { place: number; key: string; value: Json }[]) {
  // Beside `properties` stands what a service says of each thing, and nobody writes: its id, its version.
  const records = pathsTo((value) => isJsonRecord(value), thing.value).filter(
    ([top]) => thing.kind.name === "job" || top === "properties",
  );
  return given
    .map(({ place, key, value }) => ({ path: [...(records[place % records.length] ?? []), key], value }))
    .filter(({ path, value }, index, all) => {
      const isFirst = all.findIndex((one) => isSame([...one.path], [...path])) === index;
      const beside = at(thing.value, path.slice(0, -1));
      const inWords = path.map((one) => (typeof one === "number" ? `[${one}]` : one));
      const isDefault = isJsonRecord(beside) && defaultAt(thing.kind.name, inWords, value, beside) !== undefined;
      return isFirst && !isDefault && !isIdentity(path) && at(thing.value, path) === undefined;
    });
}

it("keeps and shows whatever only a service knows, wherever it stands, or says that it goes with what it is part of", () => {
  let [kept, gone] = [0, 0];
  const lawOf = (one: (typeof things)[number]) =>
    fc.property(cases, ({ unknown: given, leaf }) => {
      const { thing, destination, wanted } = one;
      const unknown = unknownIn(one, given);
      const leaves = pathsTo(isLeaf, thing.value).filter((path) => path.at(-1) !== "runtimeState");
      const changed = leaf === null ? undefined : leaves[leaf % leaves.length];
      const now: Wanted = changed
        ? { ...thing, value: having(thing.value, changed, otherThan(at(thing.value, changed))) }
        : thing;
      const liveAt = (other: Wanted, value: Json): Live => {
        return { ...other, value, version: hashOf(value), isMarked: true, address: undefined };
      };
      const value = unknown.reduce((before, { path, value }) => having(before, path, value), thing.value);
      const plan = makePlan({
        ...{ sluice: "1", destination, scripts: [] },
        wanted: wanted.map((other) => (other === thing ? now : other)),
        readings: {
          live: wanted.map((other) => liveAt(other, other === thing ? value : other.value)),
          state: {
            ...noState,
            published: Object.fromEntries(wanted.map(({ id, kind, value }) => [id, comparable(kind, value)])),
          },
          ...{ hidden: [], unsure: [] },
        },
      });
      const steps = plan.steps.filter((step) => step.thing === thing.id);
      const sent = steps.findLast((step) => step.value !== undefined)?.value;
      const changes = steps.flatMap((step) => step.changes);
      const shown = plan.kept.filter((one) => one.thing === thing.id).map(({ path }) => path);
      if (changed === undefined) expect(plan.steps).toEqual([]);
      else expect(sent).toBeDefined();
      for (const { path, value } of unknown) {
        const isShown = shown.some((one) => one.endsWith(String(path.at(-1))));
        const isKept = isShown && (sent === undefined || isSame(at(sent, path), value));
        const isSaid = changes.some(
          ({ old }) => old !== undefined && pathsTo((part) => isSame(part, value), old).length > 0,
        );
        if (isKept) kept += 1;
        else gone += 1;
        if (!isKept)
          expect({ path, isSaid, isIdentity: changed && isIdentity(changed) }).toEqual({
            path,
            isSaid: true,
            isIdentity: true,
          });
      }
    });
  for (const one of things) fc.assert(lawOf(one), { numRuns: 12 });
  expect(kept).toBeGreaterThan(gone);
});
