import { expect, it } from "vitest";
import { mentionsOf, usesItem } from "./mentions.js";
import { parseExpression } from "./parse.js";

it.each([
  ["@activity('old mark').output.firstRow.mark", ["function activity", "activity old mark"]],
  [
    "@{variables('n')} of @{pipeline().parameters.tables}",
    ["function variables", "variable n", "function pipeline", "parameter tables"],
  ],
  ["@pipeline()?['globalParameters'].lake", ["function pipeline", "globalParameter lake"]],
  ["@pipeline().RunId", ["function pipeline"]],
  [
    "@concat(dataset().folder, linkedService().host)",
    ["function concat", "function dataset", "dataset folder", "function linkedService", "linkedService host"],
  ],
  ["@activity(item().name).output", ["function activity", "function item"]],
  ["@if(true, 1, nope())", ["function if", "unknown function nope"]],
  ["nothing", []],
])("%s", (text, expected) => {
  const mentions = mentionsOf(parseExpression(text));
  expect(mentions.map(({ kind, name, isKnown }) => `${isKnown ? "" : "unknown "}${kind} ${name}`)).toEqual(expected);
  for (const { name, range } of mentions) expect(text.slice(range.start, range.end)).toContain(name);
});

it("tells whether the item of a loop is asked for", () => {
  expect(usesItem(parseExpression("a @{concat('b', ITEM().x)}"))).toBe(true);
  expect(usesItem(parseExpression("@variables('item')"))).toBe(false);
});
