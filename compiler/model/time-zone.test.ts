import { expect, it } from "vitest";
import { suggestedZone, windowsZone } from "./time-zone.js";
import { day, ZoneClock } from "./zone-clock.js";

it.each([
  ["Europe/Warsaw", "Central European Standard Time"],
  ["America/New_York", "Eastern Standard Time"],
  ["Asia/Kolkata", "India Standard Time"],
  ["Europe/Kyiv", "FLE Standard Time"],
  ["Etc/UTC", "UTC"],
  ["UTC", "UTC"],
  ["America/Chihuahua", "Central Standard Time (Mexico)"],
  ["America/Mazatlan", "Mountain Standard Time (Mexico)"],
  ["Asia/Almaty", "West Asia Standard Time"],
  ["Asia/Bishkek", "Central Asia Standard Time"],
])("Azure knows %s as %s", (iana, windows) => expect(windowsZone(iana)).toBe(windows));

it("Azure knows all but a few of the time zones that this machine lists, and for those nothing is suggested", () => {
  const unknown = Intl.supportedValuesOf("timeZone").filter((zone) => windowsZone(zone) === undefined);
  expect(unknown.length).toBeLessThan(10);
  expect(unknown.map(suggestedZone)).toEqual(unknown.map(() => undefined));
});

it("zones that Azure knows by one name have the same clocks from 2025 on", () => {
  const clocks = new Map<string, Map<string, string>>();
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    const name = windowsZone(zone);
    if (name === undefined) continue;
    const clock = new ZoneClock(zone);
    const begin = Date.UTC(2025, 0, 1);
    const shown = {
      begin: clock.instantsOf(begin, 0),
      changes: [0, 1].map((n) => clock.changesAfter(begin + n * 365 * day)),
    };
    clocks.set(name, (clocks.get(name) ?? new Map<string, string>()).set(JSON.stringify(shown), zone));
  }
  expect([...clocks.values()].filter(({ size }) => size > 1).map((zones) => [...zones.values()])).toEqual([]);
}, 60_000);

it.each(["Europe/Nowhere", "europe/warsaw", "+01:00", "", "Central European Standard Time", "uswi"])(
  "%j is no time zone",
  (name) => expect(windowsZone(name)).toBeUndefined(),
);

it("suggests what was meant", () => {
  expect(suggestedZone("europe/warsaw")).toBe("Europe/Warsaw");
  expect(suggestedZone("Europe/Warszawa")).toBe("Europe/Warsaw");
  expect(suggestedZone("Eastern Standard Time")).toBe("America/New_York");
  expect(suggestedZone("Central European Standard Time")).toBe("Europe/Warsaw");
  expect(suggestedZone("Mountain Standard Time (Mexico)")).toBe("America/Mazatlan");
  expect(suggestedZone("+01:00")).toBeUndefined();
});
