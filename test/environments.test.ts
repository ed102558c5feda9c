import fc from "fast-check";
import { expect, it } from "vitest";
import { type Document, isMap, isScalar, parseDocument, visit, type YAMLMap } from "yaml";
import { compile } from "../compiler/compile.js";
import { targets } from "../targets/index.js";
import { caseNames, memoryHost, readCase, type Tree } from "./golden.js";
import { allProjects, readProject } from "./projects.js";

/** What is part of a value in every environment. */
const common =
  /^(subscriptions|resourceGroups|providers|Microsoft|Databricks|workspaces|https|http|adb|azuredatabricks|net|com|org|Standard|D\d+\w*|v\d)$/;

/** Where only digits may stand. */
const digitsOf = (tag: string): string => [...tag].map((letter) => (letter.codePointAt(0) ?? 0) % 10).join("");

/** A value of the same form that no other environment has: all of its words are others. */
function fresh(value: string, tag: string): string {
  if (/^\d+(\s|$)/.test(value)) return value; // a duration, or a number
  const digits = digitsOf(tag);
  return value
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, `${digits}-0000-0000-0000-${digits}0000`)
    .split(/(\W|_)/)
    .map((word) =>
      /^[A-Za-z]\w{2,}$/.test(word) && !common.test(word) ? `${tag}${word.slice(0, 3)}`.toLowerCase() : word,
    )
    .join("")
    .replace(/adb-\d+/, `adb-${digits}`);
}

/** Makes variables of the places that the project names itself; their types, by name. */
function decidedIn(document: Document): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const decide = (path: readonly string[], kind: "host" | "name"): void => {
    const value = document.getIn(path);
    if (typeof value !== "string" || value.includes("$")) return;
    const variable = path.join("_");
    found.set(variable, kind);
    document.setIn(path, `\${${variable}}`);
    document.setIn(["variables", variable], { type: kind });
  };
  decide(["lake", "account"], "name");
  decide(["secrets", "vault"], "name");
  const connections = document.get("connections");
  for (const { key } of isMap(connections) ? connections.items : []) {
    const name = String(key);
    decide(["connections", name, "server"], "host");
    for (const property of ["account", "namespace", "workspace"]) decide(["connections", name, property], "name");
  }
  return found;
}

/** A project with two environments in Azure that have the form of one of its own, and nothing else in common. */
function between(files: Tree, tags: readonly [string, string]): Tree | undefined {
  const document = parseDocument(files["sluice.yaml"] ?? "");
  const environments = document.get("environments");
  if (!isMap(environments)) return undefined;
  const own = environments.items.find(({ value }) => isMap(value) && !value.has("on"));
  if (!isMap(own?.value)) return undefined;
  const decided = decidedIn(document);
  const made = tags.map((tag) => {
    const copy = document.createNode(own.value).clone() as YAMLMap;
    visit(copy, {
      Scalar: (key, node) => {
        if (key === "value" && typeof node.value === "string") node.value = fresh(node.value, tag);
      },
    });
    for (const [variable, kind] of decided)
      copy.setIn(["variables", variable], fresh(kind === "host" ? "db.example.org" : "place", tag));
    return copy;
  });
  for (const { key } of [...environments.items]) if (isScalar(key) && key.value !== "local") environments.delete(key);
  for (const [at, copy] of made.entries()) environments.set(`env${at}`, copy);
  return { ...files, "sluice.yaml": document.toString() };
}

const projects = [...allProjects().map(readProject), ...caseNames().map((name) => readCase(name).input)].filter(
  (files) => {
    const two = between(files, ["gggggggg", "hhhhhhhh"]);
    return (
      two !== undefined && compile(memoryHost(two), targets).artifacts.some(({ path }) => path.startsWith("env/env0/"))
    );
  },
);

it("nothing that one environment decides stands in what another one gets, or in what all get", () => {
  expect(projects.length).toBeGreaterThan(15);
  const tag = fc.stringMatching(/^[g-z]{8}$/);
  fc.assert(
    fc.property(fc.constantFrom(...projects), tag, tag, (files, one, other) => {
      fc.pre(digitsOf(one) !== digitsOf(other));
      const { artifacts } = compile(memoryHost(between(files, [one, other]) ?? {}), targets);
      expect(artifacts.length).toBeGreaterThan(0);
      for (const [at, tag] of [one, other].entries()) {
        const own = [tag, digitsOf(tag)];
        const holding = artifacts.filter(({ body, path }) =>
          own.some((word) => `${path}\n${body}`.toLowerCase().includes(word)),
        );
        expect(holding.map(({ path }) => path).filter((path) => !path.startsWith(`env/env${at}/`))).toEqual([]);
        expect(holding.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 60 },
  );
});
