import { spawnSync } from "node:child_process";
import { compile } from "../../../compiler/compile.js";
import type { Artifact } from "../../../compiler/emit/artifact.js";
import { targets } from "../../../targets/index.js";
import { memoryHost, type Tree } from "../../golden.js";
import { tokenKinds } from "./lexer.js";
import { harmless } from "./payloads.js";
import { type Manner, type Point, put } from "./points.js";
import { shapeOf } from "./shapes.js";

/** A text that is put at a point. */
export interface Attack {
  readonly point: Point;
  readonly payload: string;
  readonly manner: Manner;
}

/** `refused`: nothing is made of it. `harmful`: something is made of another structure than of a harmless text. */
export type Outcome =
  | { readonly kind: "refused" | "same" | "incomparable" }
  | { readonly kind: "harmful"; readonly why: string };

/** Tries them all, and has Python look at all Python at once. */
export function tried(attacks: readonly Attack[]): readonly Outcome[] {
  const texts: string[] = [];
  const judged = attacks.map((attack) => outlined(attack, texts));
  const python = shapesOfPython(texts);
  return judged.map(
    (one): Outcome => ("pairs" in one ? (firstDifference(one.pairs, python) ?? { kind: "same" }) : one),
  );
}

/** Two Python texts by their places in the list of all. */
type Pair = readonly [path: string, attacked: number, harmless: number];

function outlined({ point, payload, manner }: Attack, texts: string[]): Outcome | { readonly pairs: readonly Pair[] } {
  const attacked = made(put(point, payload, manner));
  if (typeof attacked === "string") return { kind: "harmful", why: attacked };
  if (attacked === undefined) return { kind: "refused" };
  const other = made(put(point, harmless(payload), manner));
  if (other === undefined || typeof other === "string" || other.length !== attacked.length)
    return { kind: "incomparable" };
  const pairs: Pair[] = [];
  for (const [at, { path, body }] of attacked.entries()) {
    const beside = other[at];
    if (beside === undefined || beside.body === body) continue;
    const [one, two] = [read(path, body), read(beside.path, beside.body)];
    if (typeof two === "string") return { kind: "incomparable" };
    if (typeof one === "string") return { kind: "harmful", why: `${path}: ${one}` };
    if (one.shape !== two.shape || one.python.length !== two.python.length)
      return { kind: "harmful", why: `${path}: ${differenceOf(one.shape, two.shape)}` };
    for (const [cell, text] of one.python.entries()) {
      const text2 = two.python[cell] ?? "";
      if (text !== text2) pairs.push([path, texts.push(text) - 1, texts.push(text2) - 1]);
    }
  }
  return { pairs };
}

function read(path: string, body: string): ReturnType<typeof shapeOf> | string {
  try {
    return shapeOf(path, body);
  } catch (error) {
    return `cannot be read: ${String(error)}`;
  }
}

function differenceOf(one: string, two: string): string {
  let at = 0;
  while (at < one.length && one[at] === two[at]) at += 1;
  return `${one.slice(Math.max(0, at - 60), at + 80)} instead of ${two.slice(Math.max(0, at - 60), at + 80)}`;
}

/** Undefined where it is refused; a text where it is neither made nor refused. */
function made(files: Tree): readonly Artifact[] | string | undefined {
  try {
    const { artifacts, diagnostics } = compile(memoryHost(files), targets);
    return diagnostics.some(({ severity }) => severity === "error") ? undefined : artifacts;
  } catch (error) {
    return `thrown: ${String(error)}`;
  }
}

type PythonShape = readonly [structure: string, sql: readonly string[]];

function firstDifference(pairs: readonly Pair[], python: readonly PythonShape[]): Outcome | undefined {
  for (const [path, attacked, beside] of pairs) {
    const [structure = "", sql = []] = python[attacked] ?? [];
    const [wanted = "", wantedSql = []] = python[beside] ?? [];
    if (structure !== wanted) return { kind: "harmful", why: `${path}: ${differenceOf(structure, wanted)}` };
    const kinds = (all: readonly string[]): string => JSON.stringify(all.map((text) => tokenKinds(text, "spark")));
    if (kinds(sql) !== kinds(wantedSql))
      return { kind: "harmful", why: `${path}: ${differenceOf(kinds(sql), kinds(wantedSql))}` };
  }
  return undefined;
}

function shapesOfPython(texts: readonly string[]): readonly PythonShape[] {
  const { stdout, status, stderr } = spawnSync("python3", ["test/fuzz/injection/shapes.py"], {
    input: JSON.stringify(texts),
    encoding: "utf8",
    maxBuffer: 2 ** 31,
  });
  if (status !== 0) throw new Error(`Python does not tell what it reads: ${stderr}`);
  return JSON.parse(stdout);
}
