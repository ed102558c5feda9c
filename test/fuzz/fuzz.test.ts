import { describe, expect, it } from "vitest";
import { corpus, keep } from "./corpus.js";
import { forms } from "./forms.js";
import { fuzzed } from "./fuzz.js";
import { broken } from "./holds.js";

const isLong = process.env["SLUICE_LONG"] === "1";
const seed = Number(process.env["SLUICE_SEED"] ?? 6);
const count = Number(process.env["SLUICE_INPUTS"] ?? (isLong ? 100_000 : 2_000)) + forms.length;
/** More than this is kept nowhere: a form's own name tells it all. */
const largest = 20_000;

it(
  `whatever the files of a project are, they are compiled or refused with a place (seed ${seed}, ${count} inputs)`,
  async () => {
    const findings = await fuzzed(seed, count, 2);
    const told = findings.map(({ index, what, files }) => {
      const form = forms[index];
      if (form !== undefined) return `${form.name}: ${what}`;
      const isSmall = JSON.stringify(files).length <= largest;
      return `input ${index} of seed ${seed}: ${what}${isSmall ? ` (${keep({ was: what, files })})` : ""}`;
    });
    expect(told).toEqual([]);
  },
  isLong ? 0 : 600_000,
);

describe("what once was taken badly", () => {
  it.each(corpus())("$name", ({ files }) => {
    expect(broken(files)).toEqual([]);
  });
});
