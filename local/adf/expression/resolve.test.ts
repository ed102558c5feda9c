import { expect, it } from "vitest";
import { resolve } from "./resolve.js";

const context = { item: { name: "users", lag: 600n, columns: ["a", "b"] } };

it("evaluates whole expressions with their type, and texts that hold one", () => {
  const json = {
    query: { value: "SELECT @{join(item().columns, ', ')} FROM [@{item().name}]", type: "Expression" },
    timeout: { type: "Expression", value: "@item().lag" },
    mapping: "@item().columns",
    path: "landing/@{item().name}",
    mail: "@@not/an expression",
    retry: 2n,
    nested: [{ a: "@{item().lag}" }, null, true],
  };
  expect(resolve(json, context)).toEqual({
    query: "SELECT a, b FROM [users]",
    timeout: 600n,
    mapping: ["a", "b"],
    path: "landing/users",
    mail: "@not/an expression",
    retry: 2n,
    nested: [{ a: "600" }, null, true],
  });
});

it("does not evaluate what an expression gives", () => {
  expect(resolve("@item().text", { item: { text: "@add(1, 2)" } })).toBe("@add(1, 2)");
});

it("takes an object with more than the two properties as it is", () => {
  const json = { type: "Expression", value: "@item().lag", name: "x" };
  expect(resolve(json, context)).toEqual({ type: "Expression", value: 600n, name: "x" });
});
