import { expect, test } from "vitest";
import { functionsPage } from "../functions-page.js";
import { catalogue, families } from "./catalogue.js";
import { nondeterministic, otherNames, refusedFunctions, sparkOnly } from "./refused.js";

const rows = families.flatMap((family) => family.rows);

test("a name has one meaning", () => {
  const names = rows.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  expect(
    [...nondeterministic.keys(), ...refusedFunctions.keys(), ...sparkOnly].filter((name) => catalogue.has(name)),
  ).toEqual([]);
});

test("names of other languages lead to functions that are here", () => {
  const others = [...nondeterministic.keys(), ...refusedFunctions.keys(), ...sparkOnly, ...catalogue.keys()];
  expect(others.filter((name) => otherNames.has(name))).toEqual([]);
  expect([...otherNames.values()].filter((name) => !catalogue.has(name))).toEqual([]);
});

test("descriptions and reasons are sentences", () => {
  expect(rows.map(({ description }) => description).filter((text) => !/^[-A-Z`0-9e].*\.$/s.test(text))).toEqual([]);
  expect([...nondeterministic.values(), ...refusedFunctions.values()].filter((text) => !text.endsWith("."))).toEqual(
    [],
  );
});

test("the manual has every function", () => {
  const page = functionsPage();
  expect(rows.filter(({ name }) => !page.includes(`### ${name}\n`))).toEqual([]);
});

test("there are at least 180 functions, and the manual counts those that it has", () => {
  const [, counted] = /^There are (\d+) functions\.$/m.exec(functionsPage()) ?? [];
  expect(Number(counted)).toBeGreaterThanOrEqual(180);
  expect(functionsPage().match(/^### /gm)).toHaveLength(Number(counted));
});
