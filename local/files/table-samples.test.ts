import { expect, it } from "vitest";
import { checkSample, formatOf } from "./table-samples.js";

it("knows by a file's name what its rows are written in, and refuses others", () => {
  expect([formatOf("/a/1.json"), formatOf("/a.json/1.csv")]).toEqual(["json", "csv"]);
  for (const path of ["/a/1.json", "/a/1.csv"]) expect(() => checkSample(path)).not.toThrow();
  for (const path of ["/a/1.parquet", "/a/.1.json", "/a/_1.csv", "/a/.json", "/a/json"])
    expect(() => checkSample(path)).toThrow(`${path}: rows for a Delta table come in files called '….json'`);
});
