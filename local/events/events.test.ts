import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { GridEvent } from "./event.js";
import { startTopic, type Topic } from "./topic.js";
import { readEventTriggers, startedBy } from "./trigger.js";

const resource =
  "/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/shop-prod/providers/Microsoft.EventGrid/topics/shop-loads";
const taken: GridEvent[] = [];
let topic: Topic | undefined;
beforeAll(async () => {
  topic = await startTopic(resource, (events) => taken.push(...events));
});
beforeEach(() => {
  taken.length = 0;
});
afterAll(() => topic?.stop());

const event = { id: "1", eventType: "UsersLoaded", subject: "s", eventTime: "2026-01-01T00:00:00Z", data: { a: 1 } };

interface Post {
  readonly body?: string;
  readonly key?: string;
  readonly path?: string;
  readonly method?: string;
}

async function post({ body = JSON.stringify([event]), key = topic?.key ?? "", ...other }: Post) {
  const { path = "/api/events?api-version=2018-01-01", method = "POST" } = other;
  const endpoint = new URL(path, topic?.endpoint);
  const sent = method === "POST" ? { body } : {};
  const answer = await fetch(endpoint, { method, headers: { "aeg-sas-key": key }, ...sent });
  const text = await answer.text();
  return { status: answer.status, code: text === "" ? undefined : JSON.parse(text).error.code };
}

describe("a topic", () => {
  it("takes events, all of a post", async () => {
    const body = JSON.stringify([
      event,
      { ...event, id: "2", topic: resource, dataVersion: "2", metadataVersion: "1" },
    ]);
    expect(await post({ body })).toEqual({ status: 200, code: undefined });
    const given = { ...event, topic: resource, dataVersion: "", metadataVersion: "1" };
    expect(taken).toEqual([given, { ...given, id: "2", dataVersion: "2" }]);
  });

  it.each<readonly [string, Post, number, string]>([
    ["a wrong key", { key: "no" }, 401, "Unauthorized"],
    ["another endpoint", { path: "/api/event?api-version=2018-01-01" }, 404, "NotFound"],
    ["another method", { method: "GET" }, 404, "NotFound"],
    ["no version", { path: "/api/events" }, 400, "BadRequest"],
    ["no array", { body: JSON.stringify(event) }, 400, "BadRequest"],
    ["no JSON", { body: "[" }, 400, "BadRequest"],
    ["an event without a type", { body: JSON.stringify([{ ...event, eventType: undefined }]) }, 400, "BadRequest"],
    ["an event of no moment", { body: JSON.stringify([{ ...event, eventTime: "today" }]) }, 400, "BadRequest"],
    ["an event of another topic", { body: JSON.stringify([{ ...event, topic: "/other" }]) }, 400, "BadRequest"],
    ["one bad event among others", { body: JSON.stringify([event, { ...event, subject: 7 }]) }, 400, "BadRequest"],
    [
      "an event of CloudEvents",
      { body: JSON.stringify([{ specversion: "1.0", id: "1", source: "s", type: "t" }]) },
      400,
      "BadRequest",
    ],
    ["more than 1 MB", { body: JSON.stringify([{ ...event, data: "x".repeat(1024 * 1024) }]) }, 413, "PayloadTooLarge"],
  ])("refuses %s", async (_, sent, status, code) => {
    expect(await post(sent)).toEqual({ status, code });
    expect(taken).toEqual([]);
  });
});

describe("a trigger that was emitted", () => {
  const emitted = JSON.parse(
    readFileSync("test/golden/project-triggers-synapse/expected/env/prod/synapse/trigger/on_loaded.json", "utf8"),
  );
  const of = (more: object) => ({ ...event, dataVersion: "", metadataVersion: "1" as const, topic: resource, ...more });
  const withFilter = (filter: object) => ({
    ...emitted,
    properties: { ...emitted.properties, typeProperties: { ...emitted.properties.typeProperties, ...filter } },
  });

  it("starts its pipeline on events of its type and topic", () => {
    const triggers = readEventTriggers([emitted]);
    expect(startedBy(triggers, of({}))).toEqual(["users"]);
    expect(startedBy(triggers, of({ eventType: "USERSLOADED", topic: resource.toUpperCase() }))).toEqual(["users"]);
    expect(startedBy(triggers, of({ eventType: "UsersLoadedToo" }))).toEqual([]);
    expect(startedBy(triggers, of({ topic: `${resource}-2` }))).toEqual([]);
  });

  it("starts it for each trigger that fires", () => {
    const triggers = readEventTriggers([emitted, withFilter({ events: ["Other", "UsersLoaded"] })]);
    expect(startedBy(triggers, of({}))).toEqual(["users", "users"]);
    expect(startedBy(triggers, of({ eventType: "other" }))).toEqual(["users"]);
  });

  it.each([
    ["lists/", ".json", "lists/a.json", true],
    ["lists/", ".json", "lists/a.csv", false],
    ["lists/", ".json", "list/a.json", false],
    ["lists/", undefined, "lists/", true],
    [undefined, "b", "ab", true],
    ["lists", undefined, "Lists", false],
  ])("whose subject begins with %s and ends with %s takes '%s': %s", (begins, ends, subject, does) => {
    const filter = { ...(begins && { subjectBeginsWith: begins }), ...(ends && { subjectEndsWith: ends }) };
    expect(startedBy(readEventTriggers([withFilter(filter)]), of({ subject }))).toEqual(does ? ["users"] : []);
  });

  it("is refused where it does what is not done here", () => {
    const { properties } = emitted;
    const pipelines = [{ ...properties.pipelines[0], parameters: { folder: "@triggerBody().event.data.folder" } }];
    const bad = [{ ...emitted, properties: { ...properties, pipelines } }, withFilter({ events: [], advanced: 1 })];
    expect(() => readEventTriggers(bad)).toThrow(
      /'folder' is not done on this machine\.\n.*'events' must be a list of at least one.*\n.*'advanced' is not done on this machine\.\n/,
    );
    expect(() => readEventTriggers([{ ...emitted, properties: { ...properties, type: "BlobEventsTrigger" } }])).toThrow(
      /"BlobEventsTrigger" is not done on this machine/,
    );
  });
});
