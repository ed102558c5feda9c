import fc from "fast-check";
import { expect, it } from "vitest";
import { evaluate } from "../../local/adf/expression/evaluate.js";
import { filled, type Hole, quoted, verbatim } from "../../targets/adf/expression.js";

const text = fc
  .array(fc.oneof(fc.constantFrom("@", "{", "}", "'", "@{", "@@", "@{1}", "a", " "), fc.string({ maxLength: 3 })), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join(""));

it("text of the YAML evaluates to itself", () => {
  fc.assert(fc.property(text, (one) => evaluate(verbatim(one), {}) === one));
});

it("texts stay as they are beside holes", () => {
  const parts = fc.array(fc.record({ text, isHole: fc.boolean() }), { maxLength: 5 });
  const check = fc.property(parts, (all) => {
    const value = filled(all.map((part): string | Hole => (part.isHole ? { hole: quoted(part.text) } : part.text)));
    const given = evaluate(typeof value === "string" ? value : value.value, {});
    return given === all.map((part) => part.text).join("");
  });
  fc.assert(check, { numRuns: 1000 });
});

it.each([
  [["@a", { hole: quoted("b") }], "@{'@'}a@{'b'}"],
  [["a@@", { hole: quoted("b") }, "@{"], "a@{'@@'}@{'b'}@{'@'}{"],
  [["user@", "{host}"], "user@@{host}"],
])("%j becomes %s", (parts, expected) => {
  const value = filled(parts);
  expect(typeof value === "string" ? value : value.value).toBe(expected);
});
