import { basename } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endsOfWaves, type PeriodicFeed, pathsOf, periodOf } from "./periods.js";

const daily: PeriodicFeed = {
  source: "shop/sources.orders",
  path: "{state}/files/drop/orders/{yyyy}/{MM}/{dd}/*.csv",
  file: "samples/{yyyy}-{MM}-{dd}/*.csv",
  periods: { unit: "day", start: "2026-01-01 00:00:00", lag_seconds: 3600 },
};
const hourly: PeriodicFeed = {
  source: "shop/sources.clicks",
  path: "{state}/files/drop/clicks_{yyyy}{MM}{dd}{HH}_of_{yyyy}.json",
  file: "samples/clicks_*.json",
  periods: { unit: "hour", start: "2026-01-01 05:00:00", lag_seconds: 0 },
};
const later = Date.parse("2027-01-01T00:00:00Z");

describe("the period of a sample", () => {
  it("stands in its path, or in its name", () => {
    const day = periodOf(daily, "/project/samples/2026-02-28/a.csv");
    expect(day).toEqual({ begin: Date.parse("2026-02-28T00:00:00Z"), end: Date.parse("2026-03-01T00:00:00Z") });
    expect(pathsOf(daily, day)).toBe("{state}/files/drop/orders/2026/02/28/*.csv");
    const hour = periodOf(hourly, "/project/samples/clicks_2026013123_of_2026.json");
    expect(hour).toEqual({ begin: Date.parse("2026-01-31T23:00:00Z"), end: Date.parse("2026-02-01T00:00:00Z") });
  });

  it.each(["clicks_2026023001_of_2026.json", "clicks_2026010124_of_2026.json", "clicks_2026010105_of_2025.json"])(
    "%s is of none",
    (name) => {
      expect(() => periodOf(hourly, `/project/samples/${name}`)).toThrow("reads files by the hour in their names");
    },
  );

  it("is found again in the path that it makes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_767_243_600, max: 4_000_000_000 }), (seconds) => {
        const begin = Math.floor(seconds / 3600) * 3_600_000;
        const name = basename(pathsOf(hourly, { begin, end: begin + 3_600_000 }));
        expect(periodOf(hourly, `/project/samples/${name}`).begin).toBe(begin);
      }),
    );
  });
});

describe("up to when waves read", () => {
  const order = (day: string) => ({ feed: daily, path: `/p/samples/${day}/a.csv` });
  const click = (hour: string) => ({ feed: hourly, path: `/p/samples/clicks_${hour}_of_2026.json` });

  it("is the end of the latest period so far", () => {
    const waves = [[order("2026-01-01"), click("2026010105")], [click("2026010200")], [], [order("2026-01-04")]];
    const ends = ["2026-01-02 00:00:00", "2026-01-02 01:00:00", "2026-01-02 01:00:00", "2026-01-05 00:00:00"];
    expect(endsOfWaves(waves, later)).toEqual(ends);
    expect(endsOfWaves([[{ feed: {}, path: "a.csv" }]], later)).toBeUndefined();
  });

  it("a period that was passed, is not over, or comes before the first is refused", () => {
    expect(() => endsOfWaves([[order("2026-01-02")], [click("2026010223")]], later)).toThrow(
      "/p/samples/clicks_2026010223_of_2026.json: it comes in wave 2, and /p/samples/2026-01-02/a.csv in wave 1",
    );
    const now = Date.parse("2026-01-03T00:59:59Z");
    expect(() => endsOfWaves([[order("2026-01-02")]], now)).toThrow(
      "/p/samples/2026-01-02/a.csv: its day is read from 2026-01-03 01:00:00 UTC on, and it is 2026-01-03 00:59:59.",
    );
    expect(endsOfWaves([[order("2026-01-02")]], now + 1000)).toEqual(["2026-01-03 00:00:00"]);
    expect(() => endsOfWaves([[click("2026010104")]], later)).toThrow(
      "shop/sources.clicks reads from 2026-01-01 05:00:00 UTC on",
    );
  });
});
