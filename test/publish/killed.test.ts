import { expect, it } from "vitest";
import { artifacts, having, notebook, pipeline, trigger } from "../../publish/shop.fixture.js";
import type { SentArtifact } from "../../publish/wanted.js";
import { Cloud, impatient } from "./cloud.fixture.js";
import { goingWrong, requestsOf } from "./mishaps.fixture.js";

const before: readonly SentArtifact[] = [...artifacts, pipeline("0.01:00:00", "returns"), notebook("rows = 4", "old")];
/** From `before` to here: things made, changed and deleted, and a trigger that is stopped and started. */
const after = having(
  pipeline("0.02:00:00"),
  pipeline("0.02:00:00", "refunds"),
  notebook("rows = 3"),
  notebook("rows = 5", "new"),
  trigger(3),
);

/** There and back: each way with every request of it going wrong once. */
const trips: readonly (readonly [there: string, back: string])[] = [
  ["killed before", "killed after"],
  ["answer lost", "500"],
  ["429", "operation that never ends"],
];

it.each(trips)(
  "%s, and %s on the way back: published again, the end is the same",
  async (there, back) => {
    const cloud = await Cloud.start();
    const [from, to] = [cloud.sources(before), cloud.sources(after)];
    const hurried = { ...impatient, operation: 500 };
    const undisturbed = async ({ publish }: typeof from) => {
      cloud.control.clearLog();
      await publish();
      return { requests: requestsOf(cloud.control.log), end: await cloud.everything() };
    };
    await from.publish();
    const [thereClean, backClean] = [await undisturbed(to), await undisturbed(from)];
    expect(Math.min(thereClean.requests.length, backClean.requests.length)).toBeGreaterThan(20);

    const strays: string[] = [];
    const disturbed = async (sources: readonly SentArtifact[], name: string, at: number, clean: string) => {
      goingWrong(cloud.control, name, at);
      await cloud
        .sources(sources, hurried)
        .publish()
        .catch(() => undefined);
      cloud.control.play(undefined);
      cloud.afterAMinute();
      const { kind } = await cloud.sources(sources).publish();
      if (kind !== "published" || (await cloud.everything()) !== clean) strays.push(`${name} at ${at}: ${kind}`);
    };
    for (const index of Array(Math.max(thereClean.requests.length, backClean.requests.length)).keys()) {
      const [toAfter, toBefore] = [thereClean.requests[index], backClean.requests[index]];
      if (toAfter !== undefined) await disturbed(after, there, toAfter, thereClean.end);
      else await to.publish();
      if (toBefore !== undefined) await disturbed(before, back, toBefore, backClean.end);
      else await from.publish();
    }
    await cloud.azure.stop();
    expect(strays).toEqual([]);
  },
  240_000,
);

it("what a killed publisher made is ours, also for sources that have changed since", async () => {
  const cloud = await Cloud.start();
  await cloud.sources(artifacts).publish();
  const more = cloud.sources([...artifacts, notebook("rows = 5", "new"), notebook("rows = 6", "newer")]);
  let isDead = false;
  cloud.control.play(({ path }) => {
    if (isDead) return { kind: "cut", when: "before" };
    isDead = path.endsWith("workspace/import");
    return isDead ? { kind: "cut", when: "after" } : undefined;
  });
  await more.publish().catch(() => undefined);
  cloud.control.play(undefined);
  cloud.afterAMinute();
  const made = (await cloud.everything()).match(/^\/Shared\/shop\/newe?r? /gm) ?? [];
  expect(made.length).toBeGreaterThan(0);
  const changed = cloud.sources([...artifacts, notebook("rows = 7", "new")]);
  expect(await changed.publish()).toMatchObject({ kind: "published" });
  expect(await changed.plan()).toMatchObject({ steps: [], foreign: [] });
  await cloud.azure.stop();
});
