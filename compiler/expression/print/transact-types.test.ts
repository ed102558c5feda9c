import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { transactTypes } from "./transact-types.js";

it("the manual has a row for each type, with what is lost and the vendor's page that says so", () => {
  const rows = readFileSync("docs/warehouse.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| "));
  const missing = Object.entries(transactTypes).filter(
    ([kind, { parquet, type, lossy }]) =>
      !rows.some(
        (row) =>
          row.startsWith(`| ${kind} |`) &&
          row.includes(parquet.replace(" (TIMESTAMP in UTC)", "").replace(",", "")) &&
          row.includes(`\`${type.transact}\``) &&
          (lossy === undefined || (row.includes(lossy.what) && row.includes(lossy.link))),
      ),
  );
  expect(missing.map(([kind]) => kind)).toEqual([]);
});
