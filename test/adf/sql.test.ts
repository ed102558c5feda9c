import { expect, it } from "vitest";
import { item } from "../../targets/adf/expression.js";
import { asText, asValue, hole, name, sql, text } from "../../targets/adf/sql.js";

it("escapes names and values of T-SQL, and what stands in a string of the service", () => {
  expect(asText(sql`SELECT ${text("it's @{x}")} FROM ${name("a]b")}`)).toBe("SELECT N'it''s @{x}' FROM [a]]b]");
  expect(asValue(sql`SELECT ${text("@{x}")}`)).toBe("SELECT N'@@{x}'");
  expect(asValue(sql`SELECT '@${text("{x}")}'`)).toBe("SELECT '@N'{x}''");
  expect(asValue(sql`SELECT ${hole(item("x"))}`)).toEqual({ value: "SELECT @{item().x}", type: "Expression" });
});

it("puts nothing into a file that only a run can fill", () => {
  expect(() => asText(sql`SELECT ${hole(item("x"))}`)).toThrow("Nothing fills item().x");
});
