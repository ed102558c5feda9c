import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { viewsOf } from "./parse.js";
import { queryWarehouse } from "./warehouse.js";

const warehouse = {
  name: "ldw",
  views: viewsOf(readFileSync("test/golden/sql-masks/expected/common/sql/ldw/views.sql", "utf8")),
  sources: { lake: "no-such-folder" },
  roles: { clerks: "store_clerks", auditors: "auditors", support: "support" },
  procedures: [],
  stepped: [],
  swappedFile: "no-such-file",
};
const asked = (as: readonly string[] | undefined) =>
  queryWarehouse(() => Promise.reject(new Error("no engine")), [warehouse], "select id from reports.own", as);

test("who asks is a principal that sees more than others, several of them, or nobody", async () => {
  const noTable = "There is no table silver/sales in the lake of this machine yet: 'sluice run' makes it.";
  for (const as of [undefined, ["clerks"], ["clerks", "support"], ["nobody"]])
    await expect(asked(as)).rejects.toThrow(noTable);
  await expect(asked(["clerks", "store_clerks"])).rejects.toThrow(
    "No view shows 'store_clerks' more than others: those that see more are clerks, auditors, support; 'nobody' is none of them.",
  );
});
