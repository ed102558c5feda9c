import { randomInt } from "node:crypto";
import { expect, it } from "vitest";
import { type Document, isMap, isScalar, isSeq, parseDocument } from "yaml";
import { increment } from "../cli/increment/increment.js";
import { entryOf, sha256 } from "../cli/output/manifest.js";
import { type CompileResult, compile } from "../compiler/compile.js";
import type { Artifact } from "../compiler/emit/artifact.js";
import { targets } from "../targets/index.js";
import { caseNames, memoryHost, readCase, type Tree } from "./golden.js";
import { pick, type Random, randomOf, severalPipelines, unitedPipelines } from "./increment-projects.js";
import { allProjects, readProject } from "./projects.js";

// What is compiled of a part of a project is what compiling all of it comes to, whatever is edited: the law that `sluice compile` relies on.
// The other side of it is the compiler as it is, over the whole project and without any memory.

const seed = Number(process.env["SLUICE_SEED"] ?? (process.env["SLUICE_LONG"] === "1" ? randomInt(2 ** 31) : 20261128));
const edits = process.env["SLUICE_LONG"] === "1" ? 60 : 3;

/** How often some edit was compiled by its part alone: a law that nothing comes under says nothing. */
let applied = 0;

it.each(caseNames().filter((name) => readCase(name).severity === undefined))("golden %s", (name) => {
  holds(readCase(name).input, name, edits);
});

it.each(allProjects())("project %s", (name) => holds(readProject(name), name, edits * 3));

it("a project of pipelines that read each other", () => {
  for (let turn = 0; turn < edits * 2; turn += 1)
    holds(severalPipelines(randomOf(`several ${turn}`, seed)), `several ${turn}`, 12);
});

it("pipelines that are equal, and unions across them", () => {
  for (let turn = 0; turn < edits * 2; turn += 1)
    holds(unitedPipelines(randomOf(`united ${turn}`, seed)), `united ${turn}`, 12);
});

it("is not empty", () => expect(applied, `seed ${seed}`).toBeGreaterThan(100));

function holds(written: Tree, name: string, times: number): void {
  // As after `sluice compile`: with the lock that the project comes to.
  const first = compile(memoryHost(written), targets);
  expect(
    first.diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code}: ${message}`),
  ).toEqual([]);
  const random = randomOf(name, seed);
  for (const lock of [{ "sluice.lock": first.lock?.text ?? "" }, {}]) {
    const before: Tree = { ...without(written, "sluice.lock"), ...lock };
    const whole = compile(memoryHost(before), targets);
    if (whole.diagnostics.length > 0) return; // nothing is remembered of such a project
    for (let turn = 0; turn < times; turn += 1) {
      const after = edited(before, random);
      const part = partOf(before, whole, after);
      if (part === undefined) continue;
      applied += 1;
      const now = compile(memoryHost(after), targets);
      const told = `seed ${seed}, ${name}, edit ${turn}`;
      expect(
        now.diagnostics.map(({ code, message }) => `${code}: ${message}`),
        told,
      ).toEqual([]);
      expect(shown(together(whole.artifacts, part)), told).toEqual(shown(now.artifacts));
      expect({ ...now.lock }, told).toEqual({ ...whole.lock });
    }
  }
}

function partOf(before: Tree, whole: CompileResult, after: Tree): readonly Artifact[] | undefined {
  const files = Object.entries(before).filter(([path]) => isPipeline(path));
  const known = new Map(whole.artifacts.map((artifact) => [artifact.path, entry(artifact)]));
  const replaced = increment({ host: memoryHost(after), before: new Map(files) }, targets, {});
  const areAsBefore = replaced?.every(({ was }) => known.get(was.path) === entry(was));
  return areAsBefore ? replaced?.map(({ is }) => is) : undefined;
}

const isPipeline = (path: string): boolean =>
  /\.ya?ml$/.test(path) && path !== "sluice.yaml" && !path.startsWith("schemas/");

const entry = (artifact: Artifact): string => JSON.stringify(entryOf(artifact, sha256(artifact.body)));

const shown = (artifacts: readonly Artifact[]): readonly string[] =>
  artifacts.map((artifact) => `${entry(artifact)}\n${artifact.body}`);

function together(before: readonly Artifact[], changed: readonly Artifact[]): readonly Artifact[] {
  const now = new Map(changed.map((artifact) => [artifact.path, artifact]));
  return before.map((artifact) => now.get(artifact.path) ?? artifact);
}

const without = (tree: Tree, path: string): Tree =>
  Object.fromEntries(Object.entries(tree).filter(([one]) => one !== path));

/** One to three edits, in any files of pipelines; every other time one that mostly leaves the project sound. */
function edited(tree: Tree, random: Random): Tree {
  const files = { ...tree };
  const isGentle = random(2) === 0;
  for (let count = isGentle ? 0 : random(3); count >= 0; count -= 1) {
    const path = pick(random, Object.keys(files).filter(isPipeline));
    if (path === undefined) continue;
    const documents = (files[path] ?? "").split(/^---\n/m);
    const at = random(documents.length);
    const text = documents[at] ?? "";
    documents[at] = isGentle ? reworded(text, random) : editedDocument(text, documents, random);
    files[path] = documents.join("---\n");
  }
  return files;
}

/** Something is described in other words, or computed another way. */
function reworded(text: string, random: Random): string {
  const document = parseDocument(text);
  if (!isMap(document.contents)) return text;
  const ways = ["description", "columns", "with_columns", "where", "expect", "aggregates"];
  const own = placesIn(document.contents, []).filter(
    (path) => ways.includes(String(path.length === 1 ? path[0] : path[2])) && typeof document.getIn(path) === "string",
  );
  const note = own.filter((one) => one.at(-1) === "note");
  const path = pick(random, note.length > 0 && random(3) === 0 ? note : own);
  if (path === undefined || ["else", "sensitive"].includes(String(path.at(-1)))) return text;
  const value = String(document.getIn(path));
  if (path.at(-1) === "note" && path[0] === "silver") {
    // What only others read.
    const other = pick(random, ["length(id)", "amount", undefined]);
    if (other === undefined) document.deleteIn(path);
    else document.setIn(path, other);
    return document.toString({ lineWidth: 0 });
  }
  document.setIn(
    path,
    path.at(-1) === "description" ? `${value} Again.` : pick(random, [`(${value})`, `coalesce(${value}, ${value})`]),
  );
  return document.toString({ lineWidth: 0 });
}

function editedDocument(text: string, others: readonly string[], random: Random): string {
  if (random(12) === 0) return `# a comment\n${text}`;
  if (random(40) === 0) return `${text}---\n${pick(random, others)}`;
  if (random(40) === 0) return "";
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return text;
  const hub = ["sources", "events", "event_hub"];
  if (document.hasIn(hub) && random(3) === 0) {
    // What another reads too, and says otherwise.
    document.setIn(hub, pick(random, ["shop", "store"]));
    document.setIn(["sources", "events", "partitions"], 8);
    return document.toString({ lineWidth: 0 });
  }
  for (let count = random(3); count >= 0; count -= 1) change(document, random);
  return document.toString({ lineWidth: 0 });
}

const clauses = ["description", "columns", "where", "expect", "aggregates", "with_columns", "except"];

/** Half of the edits are of the clauses that a part may be compiled for, the others of anything. */
function change(document: Document, random: Random): void {
  const all = placesIn(document.contents, []);
  const own = all.filter((path) => path.some((key) => clauses.includes(String(key))));
  const path = pick(random, random(2) === 0 && own.length > 0 ? own : all);
  if (path === undefined) return;
  const value = document.getIn(path);
  const others = all.filter((one) => typeof document.getIn(one) === typeof value);
  const other = document.getIn(pick(random, others) ?? path);
  const above = path.slice(0, -1);
  switch (random(6)) {
    case 0:
      document.deleteIn(path);
      return;
    case 1:
      if (isMap(document.getIn(above))) document.setIn([...above, `added_${random(3)}`], value);
      return;
    case 2:
      if (typeof other !== "object") document.setIn(path, other);
      return;
    case 3:
      if (typeof value === "string") document.setIn(path, `${value} `.repeat(2).trim());
      return;
    case 4:
      if (typeof value === "number") document.setIn(path, value + 1);
      else if (typeof value === "string" && above.at(-1) !== "expect")
        document.setIn(path, `coalesce(${value}, ${value})`);
      return;
    default:
      if (path[0] !== undefined && ["silver", "gold"].includes(String(path[0])) && path[1] !== undefined)
        document.setIn(
          [path[0], path[1], pick(random, ["description", "where"]) ?? ""],
          pick(random, ["true", "1 = 1", "other"]),
        );
  }
}

type Path = readonly (string | number)[];

function placesIn(node: unknown, path: Path): readonly Path[] {
  if (isMap(node))
    return node.items.flatMap(({ key, value }) => {
      const at = [...path, isScalar(key) ? String(key.value) : String(key)];
      return [at, ...placesIn(value, at)];
    });
  if (isSeq(node)) return node.items.flatMap((item, at) => [[...path, at], ...placesIn(item, [...path, at])]);
  return [];
}
