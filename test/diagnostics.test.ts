import { expect, it } from "vitest";
import { declared } from "../cli/declared.generated.js";
import { mentions } from "../schema/generate/diagnostics.js";
import { caseNames, expectedTree } from "./golden.js";

const shown = caseNames()
  .filter((name) => /^(error|warning)-/.test(name))
  .flatMap((name) => Object.values(expectedTree(name)));

it("every declared diagnostic is shown by an error- or warning- golden", () => {
  const unshown = declared.map(({ code }) => code).filter((code) => !shown.some((text) => mentions(text, code)));
  expect(unshown).toEqual([]);
});

it("every code is declared once", () => {
  const codes = declared.map(({ code }) => code);
  expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
});

it("every explanation is a sentence", () => {
  expect(
    declared
      .filter(({ explanation }) => !/^[A-Z`'"].*(\.|https:\/\/\S+)$/s.test(explanation.trim()))
      .map(({ code }) => code),
  ).toEqual([]);
});
