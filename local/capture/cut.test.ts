import { describe, expect, it } from "vitest";
import { beginsFile, emptyWindows, fileTime, windowOf } from "./cut.js";
import { propertyOf, usTime } from "./event-data.js";
import { filePath } from "./files.js";

const rule = { windowMilliseconds: 300_000, bytes: 1_000 };
const noon = Date.UTC(2026, 0, 5, 12);

describe("a capture file", () => {
  it("ends with its window or when it is full, whichever comes first", () => {
    const open = { window: windowOf(noon + 1, rule), bytes: 900 };
    expect(beginsFile(open, noon + 299_999, 100, rule)).toBe(false);
    expect(beginsFile(open, noon + 299_999, 101, rule)).toBe(true);
    expect(beginsFile(open, noon + 300_000, 1, rule)).toBe(true);
  });

  it("says when its first event came, and never the same twice", () => {
    expect(fileTime(noon + 1_999, undefined)).toBe(noon + 1_000);
    expect(fileTime(noon + 1_999, noon + 1_000)).toBe(noon + 2_000);
    expect(filePath(noon + 5_000)).toBe("2026/01/05/12/00/05.avro");
  });

  it("is wanted, if empty, where others have data and a partition has none", () => {
    expect(emptyWindows([[noon + 1_000, noon + 600_000], [noon + 600_000], []], rule)).toEqual([
      [],
      [noon],
      [noon, noon + 600_000],
    ]);
  });
});

describe("a captured event", () => {
  it("has its time the American way", () => {
    expect([0, 9, 12, 23].map((hour) => usTime(Date.UTC(2026, 11, 5, hour, 3, 7)))).toEqual([
      "12/5/2026 12:03:07 AM",
      "12/5/2026 9:03:07 AM",
      "12/5/2026 12:03:07 PM",
      "12/5/2026 11:03:07 PM",
    ]);
  });

  it("has properties of the narrowest type that loses nothing", () => {
    const bytes = Buffer.from([0xff, 1]);
    expect(["7", "-1.5", "007", "1e3", "text"].map((text) => propertyOf(Buffer.from(text)))).toEqual([
      { long: 7 },
      { double: -1.5 },
      { string: "007" },
      { string: "1e3" },
      { string: "text" },
    ]);
    expect(propertyOf(bytes)).toEqual({ bytes });
  });
});
