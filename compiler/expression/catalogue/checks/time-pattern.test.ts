import { expect, it } from "vitest";
import { longYearBy } from "./time-pattern.js";

/** Java's flags and numbers of characters as JavaScript has them. */
const found = (pattern: string, text: string): boolean =>
  new RegExp(longYearBy(pattern)?.replace("(?isu)", "").replaceAll("\\x{", "\\u{") ?? "(?!)", "isu").test(text);

it.each([
  ["yyyy-MM-dd", "+300000-01-01"],
  ["yyyyMMdd", "+3000000101"],
  ["ddMMyyyy-HHmmss", "0103+12345-101500"],
  ["dd MMM yyyy", "01 Mar -300000"],
  ["D.yyyy", "0060.+300000"],
  ["DD.yyyy", "060.+300000"],
  ["SSS yyyy", "12 +300000"],
  ["h a yyyy", "10 AM +300000"],
  ["Z yyyy", "+0100 +300000"],
  ["VV yyyy", "America/Port-au-Prince +300000"],
  ["VV yyyy", "EST5EDT +300000"],
  ["zzzz yyyy", "Pacific Standard Time +300000"],
  ["XXX'T'yyyy", "+01:00T+300000"],
  ["G yyyy", "BC +300000"],
])("%s: finds the year of %s", (pattern, text) => expect(found(pattern, text)).toBe(true));

it.each([
  ["yyyy-MM-dd", "2026-03-01"],
  ["yyyyMMdd", "20260301"],
  ["ddMMyyyy-HHmmss", "01032026-101500"],
  ["ddMMMyyyy-HHmmss", "01Mar2026-101500"],
  ["dd MMM yyyy -HHmmss", "01 Mar 2026 -101500"],
  ["SSSyyyy-HHmmss", "1232026-101500"],
  ["Z yyyy -HHmmss", "+0100 2026 -101500"],
  ["VV yyyy -HHmmss", "UTC 2026 -101500"],
  ["MMM dd Z yyyy", "Mar 01 +0100 2026"],
])("%s: finds none in %s", (pattern, text) => expect(found(pattern, text)).toBe(false));

it("is done with any text, however many fields stand before the year", () => {
  const texts = ["1".repeat(20_000), "a ".repeat(10_000), "+1".repeat(10_000), "1 ".repeat(10_000)];
  for (const pattern of ["HHmmssddMMyyyy", "d M h m s S yyyy", "VV zzzz Z XXX yyyy", "MMM a G yyyy", "dMhmsyyyy"])
    expect(texts.filter((text) => found(pattern, text))).toEqual([]);
});
