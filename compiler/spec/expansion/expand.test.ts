import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { Report } from "../../diagnostics/report.js";
import { parseType } from "../../expression/parse/parse-type.js";
import { Origin } from "../../source/origin.js";
import { isOfDatabaseOnly, languageTypes, typeRead } from "./database-types.js";
import { eachPattern } from "./for-each.js";
import { tablePattern } from "./sources.js";
import { patternMeant, standsFor } from "./wildcards.js";

it("patterns are the same here as in the schema", () => {
  const { definitions } = JSON.parse(readFileSync("schema/pipeline.schema.json", "utf8"));
  expect(tablePattern.source).toBe(definitions.DatabaseTablePattern.pattern);
  expect(eachPattern.source).toBe(definitions.EachPattern.pattern);
});

it.each([
  ["sales.*", ["sales.orders", "sales.Order_Lines"]],
  ["*.orders", ["sales.orders", "dbo.orders"]],
  ["sales.order*s", ["sales.orders"]],
  ["*.*", ["sales.orders", "dbo.orders", "sales.Order_Lines", "salesX.x"]],
  ["sales.orders", ["sales.orders"]],
  ["sales.ORDERS", []],
])("%s stands for %j", (pattern, meant) => {
  const names = ["sales.orders", "dbo.orders", "sales.Order_Lines", "salesX.x"];
  expect(names.filter(standsFor(pattern)).sort()).toEqual([...meant].sort());
});

it("what was meant by a pattern is a name, or the beginning of some", () => {
  const names = ["sales.orders", "sales.order_lines"];
  expect(patternMeant("sales.oders", names)).toBe("sales.orders");
  expect(patternMeant("slaes.*", names)).toBe("sales.*");
  expect(patternMeant("sales.ordr_*", names)).toBe("sales.order_*");
  expect(patternMeant("hr.*", names)).toBeUndefined();
});

/** Every type of the first column of the tables of types in docs/databases.md is what the second says. */
it.each(["sql-server", "postgres"] as const)("types of %s are read as the manual says", (kind) => {
  const [transact = "", postgres = ""] = readFileSync("docs/databases.md", "utf8").split("## A PostgreSQL database");
  const [manual = ""] =
    /\| in the database \| declare \|\n(\|.*\n)*/.exec(kind === "postgres" ? postgres : transact) ?? [];
  const rows = [...manual.matchAll(/^\| (`.*?) \| (.*) \|$/gm)].map(([, types = "", declared = ""]) => ({
    types: [...types.matchAll(/`([a-z0-9_ ]+(?:\(p,s\))?)`/g)].map(([, type = ""]) => type.replace("(p,s)", "(12,2)")),
    declared: /^`([^`]+)`/.exec(declared)?.[1]?.replace("(p,s)", "(12,2)"),
  }));
  expect(rows.length).toBe(11);
  const told = rows.flatMap(({ types, declared }) => types.map((type) => [type, declared] as const));
  expect(told.length).toBeGreaterThan(20);
  for (const [type, declared] of told)
    expect([type, typeRead(type, kind)]).toEqual([
      type,
      declared === undefined ? { kind: "unreadable" } : { kind: "read", type: declared },
    ]);
});

it.each([
  ["character varying(50)", "string"],
  ["timestamp(3) with time zone", "timestamp"],
  ["timestamp without time zone", "timestamp"],
  ["Double Precision", "double"],
  ["numeric(28,6)", "decimal(28,6)"],
  ["int8", "bigint"],
])("%s of PostgreSQL is read as %s", (written, type) => {
  expect(typeRead(written, "postgres")).toEqual({ kind: "read", type });
});

it.each(["numeric", "numeric(29,1)", "time(6) without time zone", "ARRAY", "USER-DEFINED"])(
  "%s of PostgreSQL cannot be read",
  (written) => {
    expect(typeRead(written, "postgres")).toEqual({ kind: "unreadable" });
  },
);

it.each([
  ["nvarchar(max)", "string"],
  ["NVARCHAR (50)", "string"],
  ["datetime2(7)", "timestamp"],
  ["decimal", "decimal(18,0)"],
  ["numeric(10)", "decimal(10,0)"],
  ["decimal( 28 , 10 )", "decimal(28,10)"],
  ["float(53)", "double"],
])("%s is read as %s", (written, type) => {
  expect(typeRead(written, "azure-sql")).toEqual({ kind: "read", type });
});

it.each(["decimal(29,1)", "decimal(4,5)", "varbinary(max)", "rowversion"])("%s cannot be read", (written) => {
  expect(typeRead(written, "sql-server")).toEqual({ kind: "unreadable" });
});

it.each(["string", "constructor", "int(", "var char", ""])("%j is no type of a database", (written) => {
  expect(typeRead(written, "sql-server").kind).toBe("unknown");
});

it("the words of the language's types are those that its parser knows", () => {
  const parses = (type: string): boolean => {
    const file = { path: "types.yaml", text: type };
    const root = { kind: "scalar", range: { start: 0, end: type.length }, value: type } as const;
    const report = new Report();
    parseType(type, Origin.root({ file, root }), report);
    return !report.hasErrors;
  };
  const whole: Readonly<Record<string, string>> = {
    ...{ decimal: "decimal(9,2)", array: "array<int>", map: "map<string,int>", struct: "struct<a:int>" },
  };
  expect(languageTypes.filter((word) => !parses(whole[word] ?? word))).toEqual([]);
  // Whatever is told to be the database's alone is none of the language.
  const words = ["nvarchar(50)", "money", "uniqueidentifier", "float", "integer", "decimal(12,2)", "timestamp", "text"];
  const own = words.filter((word) => isOfDatabaseOnly(word, "sql-server"));
  expect(own).toEqual(["nvarchar(50)", "money", "uniqueidentifier", "float", "text"]);
  expect(own.filter(parses)).toEqual([]);
  expect(isOfDatabaseOnly("integer", "postgres")).toBe(true);
});
