import { expect, it } from "vitest";
import { compileCase, readCase } from "../../test/golden.js";

/*
 * No engine here has two collations that may not be compared, as a database of T-SQL has whose catalogue has another one than its data.
 * https://learn.microsoft.com/sql/relational-databases/databases/contained-database-collations
 */

const scripts = ["grants-warehouse", "project-grants-transact", "grants-dedicated"].flatMap((name) =>
  compileCase(readCase(name)).artifacts.filter(({ path }) => /rights\.sql$/.test(path)),
);

it("compares names of the catalogue with written ones alone, and gives on what it finds in the database's collation", () => {
  expect(scripts.map(({ path }) => path)).toEqual([
    "common/grants/ldw/2-rights.sql",
    "common/grants/shop/rights.sql",
    "common/grants/tills/rights.sql",
    "common/grants/dw/rights.sql",
    "common/grants/ldw/2-rights.sql",
  ]);
  for (const { body } of scripts) {
    expect(body.match(/\bname (?:=|<>|IN|NOT IN) (?!N'|\(N').*/g)).toBeNull();
    expect(body.match(/_name = \w+\.name\b.*/g)).toBeNull();
    // What names of roles and members are united with are such of the database's collation.
    expect(body.match(/^.*\b(?:of_role|member)\.name(?!\)| COLLATE DATABASE_DEFAULT).*$/gm)).toBeNull();
    expect(body.match(/SELECT principal_id, name FROM sys\..*/g)).toBeNull();
  }
});
