import { expect, it } from "vitest";
import { makePlan } from "./make-plan.js";
import { arrived, artifacts, nowhere, windows } from "./shop.fixture.js";
import { noState } from "./state.js";
import type { Live, Wanted } from "./thing.js";
import { type SentArtifact, wantedOf } from "./wanted.js";

const wantedFrom = (more: readonly SentArtifact[]) => wantedOf([...artifacts, ...more], nowhere);

const liveOf = (wanted: readonly Wanted[]): readonly Live[] =>
  wanted.map(({ id, kind, name, value, state }) => ({
    id,
    kind,
    name,
    value,
    version: `v ${id}`,
    state,
    isMarked: true,
    address: undefined,
  }));

/** What is done where there is what the first make, and there is to be what the others make. */
function plan(before: readonly SentArtifact[], after: readonly SentArtifact[], change = (live: Live): Live => live) {
  const was = wantedFrom(before);
  const state = { ...noState, published: Object.fromEntries(was.map(({ id, value }) => [id, value])) };
  const live = liveOf(was).map(change);
  const made = makePlan({
    sluice: "1",
    destination: nowhere,
    wanted: wantedFrom(after),
    scripts: [],
    readings: { live, state },
  });
  return { ...made, ids: made.steps.map(({ id }) => id) };
}

it("makes triggers of windows in the order in which they wait for each other", () => {
  const { ids } = plan([], [windows("a", { after: "b" }), windows("b", { after: "c" }), windows("c")]);
  const created = ids.filter((id) => id.startsWith("create:"));
  expect(created).toEqual(["create:trigger/c", "create:trigger/b", "create:trigger/a"]);
});

it("makes a trigger anew whose windows are cut otherwise, and says that their record is lost", () => {
  const { steps, ids } = plan([windows("hourly")], [windows("hourly", { hours: 2 })]);
  expect(ids).toEqual([
    "stop:trigger/hourly",
    "delete:trigger/hourly",
    "create:trigger/hourly",
    "start:trigger/hourly",
  ]);
  expect(steps.map(({ after }) => after)).toEqual([[], [ids[0]], [ids[1]], [ids[2]]]);
  expect(steps.flatMap(({ id, loses }) => (loses === undefined ? [] : [id]))).toEqual(["delete:trigger/hourly"]);
  expect(steps[1]?.changes).toMatchObject([{ path: "properties.typeProperties.interval", old: 1, new: 2 }]);
});

it("changes a trigger in place where its windows stay, and another one's type by making it anew", () => {
  expect(plan([windows("hourly")], [windows("hourly", { delay: "00:10:00" })]).ids).toEqual([
    "stop:trigger/hourly",
    "update:trigger/hourly",
    "start:trigger/hourly",
  ]);
  const event = {
    ...arrived(),
    path: "env/prod/adf/trigger/hourly.json",
    body: arrived().body.replace("arrived", "hourly"),
  };
  const { steps } = plan([event], [windows("hourly")]);
  expect(steps.map(({ action, loses }) => [action, loses])).toEqual(
    ["stop", "delete", "create", "start"].map((one) => [one, undefined]),
  );
});

it("deletes no record of windows unasked", () => {
  const [, removed] = plan([windows("hourly")], []).steps;
  expect(removed).toMatchObject({
    id: "delete:trigger/hourly",
    loses: expect.stringContaining("the record of its windows"),
  });
});

it("does not begin to make a trigger anew that others wait for", () => {
  const [before, after] = [windows("a"), windows("b", { after: "a" })];
  const { obstacles } = plan([before, after], [windows("a", { hours: 2 }), after]);
  expect(obstacles.map(({ thing, message }) => [thing, message.includes("trigger/b")])).toEqual([["trigger/a", true]]);
});

it("starts a trigger that is not subscribed to its events, and stops it before it changes it", () => {
  const deaf = (live: Live): Live => (live.name === "arrived" ? { ...live, state: "Unsubscribed" } : live);
  const { steps } = plan([arrived()], [arrived()], deaf);
  expect(steps).toMatchObject([{ id: "start:trigger/arrived", reason: expect.stringContaining("not subscribed") }]);
  expect(plan([arrived()], [arrived(".json")], deaf).ids).toEqual([
    "stop:trigger/arrived",
    "update:trigger/arrived",
    "start:trigger/arrived",
  ]);
});
