import { expect, it } from "vitest";
import { suggestedZone, windowsZone } from "./time-zone.js";

it.each([
  ["Europe/Warsaw", "Central European Standard Time"],
  ["America/New_York", "Eastern Standard Time"],
  ["Asia/Kolkata", "India Standard Time"],
  ["Europe/Kyiv", "FLE Standard Time"],
  ["Etc/UTC", "UTC"],
  ["UTC", "UTC"],
])("Azure knows %s as %s", (iana, windows) => expect(windowsZone(iana)).toBe(windows));

it("Azure knows all but a few of the time zones that this machine lists, and for those nothing is suggested", () => {
  const unknown = Intl.supportedValuesOf("timeZone").filter((zone) => windowsZone(zone) === undefined);
  expect(unknown.length).toBeLessThan(10);
  expect(unknown.map(suggestedZone)).toEqual(unknown.map(() => undefined));
});

it.each(["Europe/Nowhere", "europe/warsaw", "+01:00", "", "Central European Standard Time", "uswi"])(
  "%j is no time zone",
  (name) => expect(windowsZone(name)).toBeUndefined(),
);

it("suggests what was meant", () => {
  expect(suggestedZone("europe/warsaw")).toBe("Europe/Warsaw");
  expect(suggestedZone("Europe/Warszawa")).toBe("Europe/Warsaw");
  expect(suggestedZone("Eastern Standard Time")).toBe("America/New_York");
  expect(suggestedZone("Central European Standard Time")).toBe("Europe/Warsaw");
  expect(suggestedZone("+01:00")).toBeUndefined();
});
