import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "./csv.js";

async function cellsOf(...pieces: readonly string[]): Promise<readonly (readonly string[])[]> {
  const records: (readonly string[])[] = [];
  for await (const { cells } of readCsv(pieces, "x.csv")) records.push(cells);
  return records;
}

describe("readCsv", () => {
  it("takes commas, line ends and doubled quotes in quoted cells", async () => {
    expect(await cellsOf('a,b\r\n"1,2","x\n""y"""\r\n,\n')).toEqual([
      ["a", "b"],
      ["1,2", 'x\n"y"'],
      ["", ""],
    ]);
  });

  it("skips a byte order mark and empty lines, and needs no line end at the end", async () => {
    expect(await cellsOf('\uFEFFa\n\n1\n""\n2')).toEqual([["a"], ["1"], [""], ["2"]]);
  });

  it("knows the line that a record begins on", async () => {
    const lines: number[] = [];
    for await (const { line } of readCsv(['a\n"1\n2"\n3\n'], "x.csv")) lines.push(line);
    expect(lines).toEqual([1, 2, 4]);
  });

  it("refuses quotes that do not pair", async () => {
    await expect(cellsOf('a\n"1\n2\n')).rejects.toThrow("x.csv:2: a quote is opened in this record and never closed.");
    await expect(cellsOf('a\n"1"2\n')).rejects.toThrow("x.csv:2: text stands behind a closing quote.");
  });

  it("reads back what was written, wherever the pieces are cut", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", " ", "ü") });
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(table, fc.nat(50), async (rows, at) => {
        const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(",")).join("\r\n");
        expect(await cellsOf(text.slice(0, at), text.slice(at))).toEqual(rows);
      }),
    );
  });
});
