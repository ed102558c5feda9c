import { expect, it } from "vitest";
import { dayChanged, shownAs, ZoneClock } from "./zone-clock.js";

const hour = 3_600_000;
const warsaw = new ZoneClock("Europe/Warsaw");
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

it("finds the changes of clocks in the year to come", () => {
  expect(
    warsaw.changesAfter(day("2026-01-01")).map(({ at, from, to }) => [shownAs(at), from / hour, to / hour]),
  ).toEqual([
    ["2026-03-29 01:00", 1, 2],
    ["2026-10-25 01:00", 2, 1],
  ]);
});

it.each([
  ["Asia/Kolkata", []],
  ["UTC", []],
  ["Australia/Lord_Howe", ["2026-04-04 15:00", "2026-10-03 15:30"]],
  ["America/New_York", ["2026-03-08 07:00", "2026-11-01 06:00"]],
])("in %s clocks are changed at %j", (zone, expected) => {
  expect(new ZoneClock(zone).changesAfter(day("2026-01-01")).map(({ at }) => shownAs(at))).toEqual(expected);
});

// What Python's zoneinfo has, looked through by quarters of an hour.
it.each([
  ["Europe/Warsaw", "2026-10-25 01:00"],
  ["America/New_York", "2026-11-01 06:00"],
  ["Australia/Lord_Howe", "2027-04-03 15:00"],
  ["Africa/Casablanca", "2027-02-07 02:00"],
  ["Asia/Kolkata", undefined],
  ["America/Sao_Paulo", undefined],
  ["Europe/Moscow", undefined],
  ["UTC", undefined],
])("in %s clocks are next put back at %s", (zone, expected) => {
  const change = new ZoneClock(zone).putBackAfter(day("2026-06-01"), 10);
  expect(change && shownAs(change.at)).toBe(expected);
});

it("a time of day comes once, not at all, or twice", () => {
  const at = (date: string, time: number) => warsaw.instantsOf(day(date), time).map(shownAs);
  expect(at("2026-03-28", 2 * hour)).toEqual(["2026-03-28 01:00"]);
  expect(at("2026-03-29", 2 * hour)).toEqual([]);
  expect(at("2026-03-29", 3 * hour)).toEqual(["2026-03-29 01:00"]);
  expect(at("2026-10-25", 2 * hour)).toEqual(["2026-10-25 00:00", "2026-10-25 01:00"]);
  expect(at("2026-10-25", 3 * hour)).toEqual(["2026-10-25 02:00"]);
});

it("says on which day a change touches a time of day", () => {
  const [spring, autumn] = warsaw.changesAfter(day("2026-01-01"));
  if (spring === undefined || autumn === undefined) throw new Error("Clocks in Warsaw are changed twice a year");
  expect([1.99, 2, 2.99, 3].map((time) => dayChanged(spring, time * hour))).toEqual([
    undefined,
    day("2026-03-29"),
    day("2026-03-29"),
    undefined,
  ]);
  expect([1.99, 2, 2.99, 3].map((time) => dayChanged(autumn, time * hour))).toEqual([
    undefined,
    day("2026-10-25"),
    day("2026-10-25"),
    undefined,
  ]);
});

it("a change at midnight touches the day that it cuts", () => {
  const [change] = new ZoneClock("Africa/Cairo").changesAfter(day("2026-01-01"));
  expect(change && dayChanged(change, 0.5 * hour)).toBe(day("2026-04-24"));
  expect(change && dayChanged(change, 23.5 * hour)).toBe(undefined);
});

it("knows which day clocks show", () => {
  expect(shownAs(warsaw.dateAt(Date.parse("2026-06-30T22:30:00Z")))).toBe("2026-07-01 00:00");
  expect(shownAs(new ZoneClock("America/New_York").dateAt(Date.parse("2026-06-30T03:59:00Z")))).toBe(
    "2026-06-29 00:00",
  );
});
