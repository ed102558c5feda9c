import { expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { compile } from "../compiler/compile.js";
import type { Host } from "../compiler/host.js";
import { targets } from "../targets/index.js";
import { memoryHost, readCase, type Tree } from "./golden.js";
import { allProjects, projectNames, readProject } from "./projects.js";

/** What is in the order that it is written in: a table's columns, the fields within them, and what is checked of its rows. */
const ordered = new Set(["columns", "aggregates", "expect"]);
const kept = "the order that is written";

it.each(allProjects())(
  "%s compiles to the same bytes in whatever order its files are listed and their keys written",
  (name) => {
    const files = readProject(name);
    const first = made(memoryHost(files));
    // Rights are a script and a file for each environment of Azure; the lock is beside them.
    expect(first.length).toBeGreaterThan(projectNames().includes(name) ? 5 : 2);
    for (const turn of [1, 2, 3, 4]) {
      const tree = Object.fromEntries(
        Object.entries(files).map(([path, text]) => [path, /\.lock$/.test(path) ? text : shuffled(text, turn)]),
      );
      expect(tree).not.toEqual(files);
      expect(made(backwards(tree))).toEqual(first);
    }
  },
);

it.each(["sql-masks", "project-dedicated-sql-pool"])(
  "so does the golden case %s, which says more of a warehouse than they do",
  (name) => {
    const { input } = readCase(name);
    const first = made(memoryHost(input));
    for (const turn of [1, 2, 3, 4]) {
      const tree = Object.fromEntries(Object.entries(input).map(([path, text]) => [path, shuffled(text, turn)]));
      expect(made(memoryHost(tree))).toEqual(first);
    }
  },
);

it("keeps the order that columns and checks are written in: another one is another table", () => {
  const files = readProject("telemetry");
  for (const key of ordered) {
    const other = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, /\.lock$/.test(path) ? text : shuffled(text, 1, key)]),
    );
    expect(made(memoryHost(other))).not.toEqual(made(memoryHost(files)));
  }
});

function made(host: Host): readonly string[] {
  const { artifacts, diagnostics, lock } = compile(host, targets);
  expect(diagnostics).toEqual([]);
  return [...artifacts.map(({ path, body }) => `${path}\n${body}`), lock?.text ?? ""];
}

/** Lists its files from last to first. */
function backwards(files: Tree): Host {
  const host = memoryHost(files);
  return { ...host, list: (folder) => host.list(folder).toReversed() };
}

/** The same, as JSON, which is YAML, with the keys of mappings in another order. */
const shuffled = (text: string, turn: number, also?: string): string =>
  parseAllDocuments(text)
    .map((document) => `${JSON.stringify(reordered(document.toJS(), turn, also), null, 2)}\n`)
    .join("---\n");

function reordered(value: unknown, turn: number, also: string | undefined, of = ""): unknown {
  if (Array.isArray(value)) return value.map((one) => reordered(one, turn, also, of));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]): [string, unknown] => [
    key,
    reordered(one, turn, also, of === kept || (ordered.has(key) && key !== also) ? kept : key),
  ]);
  if (of === kept) return Object.fromEntries(entries);
  if (turn === 1) return Object.fromEntries(entries.toReversed());
  return Object.fromEntries(entries.toSorted(([a], [b]) => rank(a, turn) - rank(b, turn)));
}

const rank = (text: string, turn: number): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) * (turn + 1)) % 9973, turn);
