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
    readings: { live, state, hidden: [], unsure: [] },
  });
  return { ...made, ids: made.steps.map(({ id }) => id) };
}

/** What the service says of `hourly` has one text in the place of another. */
const answered =
  (text: string, other: string) =>
  (live: Live): Live =>
    live.name === "hourly" ? { ...live, value: JSON.parse(JSON.stringify(live.value).replace(text, other)) } : live;

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

it("knows the start of windows again in whatever form the service answers it", () => {
  const ids = (start: string) =>
    plan([windows("hourly")], [windows("hourly")], answered("2024-01-01T00:00:00Z", start)).ids;
  const same = [
    "2024-01-01T00:00:00.000Z",
    "2024-01-01T00:00:00.0000000Z",
    "2024-01-01T00:00:00",
    "2024-01-01T01:00:00+01:00",
  ];
  expect(same.map(ids)).toEqual(same.map(() => []));
  const others = ["2024-01-01T00:00:00.001Z", "2024-01-01T01:00:00Z", "2024-01-01T00:00:00+01:00", "2024", "soon"];
  expect(others.map((one) => ids(one)[1])).toEqual(others.map(() => "delete:trigger/hourly"));
});

it("keeps in a trigger that is made anew what only the service knows, unless it is of another type", () => {
  const described = answered(
    '"type":"TumblingWindowTrigger"',
    '"description":"Ask Ann","type":"TumblingWindowTrigger"',
  );
  const madeOf = ({ steps }: ReturnType<typeof plan>) => steps.find(({ action }) => action === "create")?.value;
  const cut = plan([windows("hourly")], [windows("hourly", { hours: 2 })], described);
  expect(cut.kept).toEqual([{ thing: "trigger/hourly", path: "properties.description" }]);
  expect(madeOf(cut)).toMatchObject({ properties: { description: "Ask Ann", typeProperties: { interval: 2 } } });

  const event = {
    ...windows("hourly"),
    path: "env/prod/adf/trigger/hourly.json",
    body: arrived().body.replace("arrived", "hourly"),
  };
  const other = plan([windows("hourly")], [event], described);
  expect(other.kept).toEqual([]);
  expect(madeOf(other)).toEqual({ properties: expect.not.objectContaining({ description: "Ask Ann" }) });
});

it("deletes no record of windows unasked", () => {
  const [, removed] = plan([windows("hourly")], []).steps;
  expect(removed).toMatchObject({
    id: "delete:trigger/hourly",
    loses: expect.stringContaining("the record of its windows"),
  });
});

it("does not begin to make a trigger anew that others wait for, and says what to publish first", () => {
  const before = [windows("a"), windows("b", { after: "a" })];
  const anew = windows("a", { hours: 2 });
  const said = (after: readonly SentArtifact[]) =>
    plan(before, after).obstacles.map(({ thing, message }) => `${thing} ${message.replace(/^.*?made anew, /, "")}`);
  expect(said([anew, windows("b", { after: "a" })])).toEqual([
    "trigger/a and trigger/b waits for its windows: publish without that 'depends_on' first",
  ]);
  // The sources do not say so any more: there is no 'depends_on' that could be taken out of them.
  const first = [
    "trigger/a and trigger/b, as it was published, waits for its windows: publish what is new of that first, with trigger/a as it was",
  ];
  expect(said([anew, windows("b")])).toEqual(first);
  expect(said([anew])).toEqual(first);
});

it("names the trigger in the service that waits for one that is to be made anew, where the sources never said so", () => {
  const [a, anew] = [windows("a"), windows("a", { hours: 2 })];
  const depending = JSON.parse(windows("b", { after: "a" }).body).properties;
  const waiting = (live: Live): Live => (live.name === "b" ? { ...live, value: { properties: depending } } : live);
  const inTheService = [
    { thing: "trigger/a", message: expect.stringMatching(/trigger\/b waits .* take that away in the service first$/) },
  ];
  expect(plan([a, windows("b")], [anew, windows("b")], waiting).obstacles).toEqual(inTheService);
  const theirs = (live: Live): Live => (live.name === "b" ? { ...waiting(live), isMarked: false } : live);
  expect(plan([a, windows("b")], [anew], theirs).obstacles).toEqual(inTheService);
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
