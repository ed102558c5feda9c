import { expect, it } from "vitest";
import { compile } from "../../../compiler/compile.js";
import { targets } from "../../../targets/index.js";
import { memoryHost } from "../../golden.js";
import { materials } from "../materials.js";
import { Random } from "../random.js";
import { tokenKinds } from "./lexer.js";
import { payloads } from "./payloads.js";
import { manners, type Point, pointsOf } from "./points.js";
import { shapeOf } from "./shapes.js";
import { type Attack, tried } from "./try.js";
import { propertyWords, textProperties } from "./words.js";

const isLong = process.env["SLUICE_LONG"] === "1";
const seed = Number(process.env["SLUICE_SEED"] ?? 6);

const words = propertyWords();
const points = materials()
  .filter(({ files }) => !compile(memoryHost(files), targets).diagnostics.some(({ severity }) => severity === "error"))
  .flatMap((material) => pointsOf(material, words));
const byKind = new Map<string, Point[]>();
for (const point of points) byKind.set(point.kind, [...(byKind.get(point.kind) ?? []), point]);

/** Properties that are one sign from a list, or a switch with a text beside it, and that no project of ours has. */
const nowhere = ["quote"];

it("every property that takes a text is tried", () => {
  const last = new Set(
    points.flatMap(({ kind }) =>
      kind
        .split(/[ .]/)
        .filter((word) => words.has(word))
        .slice(-1),
    ),
  );
  expect([...textProperties()].filter((word) => !last.has(word)).sort()).toEqual(nowhere);
});

it(
  `no text becomes a statement of its own, in no artifact (seed ${seed})`,
  () => {
    const random = new Random(seed);
    const attacks = isLong ? all(random) : Array.from({ length: 400 }, () => any(random));
    const counts = { refused: 0, same: 0, incomparable: 0, harmful: 0 };
    const harm: string[] = [];
    for (let from = 0; from < attacks.length; from += 200) {
      const some = attacks.slice(from, from + 200);
      for (const [at, outcome] of tried(some).entries()) {
        counts[outcome.kind] += 1;
        if (outcome.kind === "harmful") harm.push(`${described(some[at])}: ${outcome.why}`);
      }
    }
    expect(harm).toEqual([]);
    // That texts get somewhere, and that there is something to hold them against.
    expect(counts.same).toBeGreaterThan(attacks.length / 50);
    expect(counts.incomparable).toBeLessThan(attacks.length / 20);
  },
  isLong ? 0 : 300_000,
);

const any = (random: Random): Attack => ({
  point: random.pick(byKind.get(random.pick([...byKind.keys()])) ?? []),
  payload: random.pick(payloads),
  manner: random.pick(manners),
});

/** Each text at a place of each kind. */
const all = (random: Random): readonly Attack[] =>
  [...byKind.values()].flatMap((some: readonly Point[]) =>
    payloads.map((payload) => ({ point: random.pick(some), payload, manner: random.pick(manners) })),
  );

const described = (attack: Attack | undefined): string =>
  attack === undefined
    ? ""
    : `${attack.point.material.name}, ${attack.point.kind}, ${attack.manner}: ${JSON.stringify(attack.payload)}`;

it("sees a text that got out", () => {
  expect(tokenKinds("select 'a'; drop table x --'", "transact")).not.toEqual(tokenKinds("select 'axx'", "transact"));
  expect(tokenKinds("f('a\\'b')", "spark")).toEqual(tokenKinds("f('axb')", "spark"));
  expect(tokenKinds("f('a\\'b')", "transact")).not.toEqual(tokenKinds("f('axb')", "transact"));
  expect(tokenKinds("do $$ select 1 $$; x $$", "postgres")).not.toEqual(tokenKinds("do $$ select 1 $$", "postgres"));
  const shape = (text: string): string => shapeOf("common/adf/pipeline/p.json", JSON.stringify({ a: text })).shape;
  expect(shape("@{canary()}")).not.toEqual(shape("xxcanaryxxx"));
  expect(shape("@@{canary()}")).toEqual(shape("xxxcanaryxxx"));
});
