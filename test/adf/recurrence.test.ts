import { readFileSync } from "node:fs";
import { CronExpressionParser } from "cron-parser";
import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import { firesAfter } from "../../compiler/model/schedule.js";
import { ZoneClock } from "../../compiler/model/zone-clock.js";
import { targets } from "../../targets/index.js";
import { memoryHost } from "../golden.js";
import { firesOf, offsetsOf, type Recurrence } from "./recurrence.js";

const hour = 3_600_000;
const [begin, end] = [Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)];
const zones = ["Europe/Warsaw", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"] as const;
const offsets = new Map(zones.map((zone) => [zone, offsetsOf(zone, begin, end)] as const));
const [project = "", pipeline = ""] = readFileSync("test/golden/adf-triggers/input.yaml", "utf8").split("---\n");

/** The emitted recurrence of each trigger, and what is told of when it fires. */
function compiled(triggers: readonly string[]) {
  const written = triggers.map((trigger, index) => `  t${index}: { ${trigger} }\n`).join("");
  const yaml = pipeline.replace(/triggers:\n(?: {2}.*\n)+/, `triggers:\n${written}`);
  const { artifacts, diagnostics, understood } = compile(
    memoryHost({ "sluice.yaml": project, "pipelines/a.yaml": yaml }),
    targets,
  );
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return triggers.map((_, index) => {
    const body = artifacts.find(({ path }) => path === `common/adf/trigger/t${index}.json`)?.body ?? "{}";
    const recurrence: Recurrence = JSON.parse(body).properties.typeProperties.recurrence;
    const linked = understood?.linked.pipelines.flatMap(({ flow }) => flow.triggers)[index];
    if (linked?.kind !== "timed") throw new Error("Every trigger is linked, and has times");
    const told = firesAfter(linked.schedule, new ZoneClock(linked.trigger.timeZone.name), begin - 1);
    return { recurrence, told };
  });
}

/** Up to the end of the year. */
function until(told: Iterable<number>): readonly number[] {
  const found: number[] = [];
  for (const instant of told) {
    if (instant >= end) break;
    found.push(instant);
  }
  return found;
}

function cronFires(cron: string, zone: string): readonly number[] {
  const next = CronExpressionParser.parse(cron, { currentDate: new Date(begin - 1), tz: zone });
  return until({
    *[Symbol.iterator]() {
      for (;;) yield next.next().getTime();
    },
  });
}

/** Without those around a change of clocks at times that come twice or not at all, of which everybody has other rules. */
function beyondChanges(fires: readonly number[], zone: (typeof zones)[number]): readonly number[] {
  const changes = new ZoneClock(zone).changesAfter(begin).map(({ at }) => at);
  return sinceStart(fires).filter((instant) => changes.every((at) => instant < at - hour || instant >= at + hour));
}

/** Without those of the year before, by clocks elsewhere: calendars are counted from the first day of this one. */
const sinceStart = (fires: readonly number[]) => fires.filter((instant) => instant >= begin + 24 * hour);

/** Those that cron-parser knows: of half hours it gives up. */
const cronZones = zones.filter((zone) => zone !== "Australia/Lord_Howe");
const several = (from: number, to: number, most: number) =>
  fc.uniqueArray(fc.integer({ min: from, max: to }), { minLength: 1, maxLength: most }).map((list) => list.join(","));
/** Sunday is 0 and 7; cron-parser refuses a day that stands twice. */
const weekdays = fc
  .uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 3, selector: (day) => day % 7 })
  .map((list) => list.join(","));
const minutes = fc.oneof(several(0, 59, 3), fc.constantFrom("*/30", "*/20", "0-10/5", "59"));
const hours = fc.oneof(several(0, 23, 3), fc.constantFrom("*/6", "1-4", "8-18/5", "0,23"));
const days = fc.oneof(
  fc.constant("* * *"),
  fc.oneof(weekdays, fc.constantFrom("MON-FRI", "sun", "5-7", "1-5/2")).map((list) => `* * ${list}`),
  fc.oneof(several(1, 31, 3), fc.constantFrom("31", "1-10/3", "29-31")).map((list) => `${list} * *`),
);
const cron = fc.tuple(minutes, hours, days).map((fields) => fields.join(" "));

it("fires exactly when cron does, over a year with both changes of clocks", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cron, fc.constantFrom(...cronZones)), { minLength: 6, maxLength: 6 }), (given) => {
      const made = compiled(given.map(([text, zone]) => `cron: "${text}", time_zone: ${zone}`));
      for (const [index, [text, zone]] of given.entries()) {
        const { recurrence, told } = made[index] ?? { recurrence: undefined, told: [] };
        if (recurrence === undefined) throw new Error("There is one for each");
        const fires = firesOf(recurrence, begin, end, offsets.get(zone) ?? []);
        expect(beyondChanges(fires, zone)).toEqual(beyondChanges(cronFires(text, zone), zone));
        expect(sinceStart(until(told))).toEqual(sinceStart(fires));
      }
    }),
    { numRuns: 4 },
  );
});

it.each([
  ["every: 15 minutes", "*/15 * * * *", "UTC"],
  ["every: 6 hours, start: 2025-12-31T01:00:00", "0 1-23/6 * * *", "UTC"],
  ["every: 1 day, start: 2025-01-01T05:20:00, time_zone: Europe/Warsaw", "20 5 * * *", "Europe/Warsaw"],
  ['daily: ["04:30", "16:30"], time_zone: America/New_York', "30 4,16 * * *", "America/New_York"],
] as const)("%s is %s", (trigger, text, zone) => {
  const [{ recurrence } = { recurrence: undefined }] = compiled([trigger]);
  if (recurrence === undefined) throw new Error("There is one");
  const fires = firesOf(recurrence, begin, end, offsets.get(zone) ?? []);
  expect(beyondChanges(fires, zone)).toEqual(beyondChanges(cronFires(text, zone), zone));
});

it("is told as it is, whatever is counted", () => {
  const every = fc.oneof(
    fc.integer({ min: 7, max: 1000 }).map((count) => `${count} minutes`),
    fc.integer({ min: 1, max: 1000 }).map((count) => `${count} hours`),
    fc.integer({ min: 1, max: 1000 }).map((count) => `${count} days`),
  );
  const start = fc.date({ min: new Date(begin), max: new Date(Date.UTC(2026, 10, 1)), noInvalidDate: true });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(every, start, fc.constantFrom(...zones)), { minLength: 6, maxLength: 6 }),
      (given) => {
        const texts = given.map(([length, at, zone]) => {
          const noon = at.toISOString().slice(0, 11);
          return `every: ${length}, start: ${noon}12:34:00, time_zone: ${zone}`;
        });
        for (const [index, { recurrence, told }] of compiled(texts).entries()) {
          const zone = given[index]?.[2] ?? "UTC";
          expect(until(told)).toEqual(firesOf(recurrence, begin, end, offsets.get(zone) ?? []));
        }
      },
    ),
    { numRuns: 4 },
  );
});
