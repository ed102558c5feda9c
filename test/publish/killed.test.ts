import { expect, it } from "vitest";
import type { Exchange, Fault } from "../../local/azure/control.js";
import { artifacts, having, notebook, pipeline, trigger } from "../../publish/shop.fixture.js";
import type { SentArtifact } from "../../publish/wanted.js";
import { Cloud, impatient } from "./cloud.fixture.js";

/** What goes wrong with the request of a number; everything after it too, if the publisher is dead then. */
const mishaps: Readonly<Record<string, { readonly fault: Fault; readonly isDead: boolean }>> = {
  "killed before": { fault: { kind: "cut", when: "before" }, isDead: true },
  "killed after": { fault: { kind: "cut", when: "after" }, isDead: true },
  "answer lost": { fault: { kind: "cut", when: "after" }, isDead: false },
  "429": { fault: { kind: "unable", status: 429, retryAfter: 0 }, isDead: false },
  "500": { fault: { kind: "unable", status: 500 }, isDead: false },
  "operation that never ends": { fault: { kind: "endless" }, isDead: false },
};

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
      goingWrong(cloud, name, at);
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

/** The numbers of the requests that something is made to go wrong with: the lease, one of the many that only read, and all from the first write on. */
function requestsOf(log: readonly Exchange[]): readonly number[] {
  const isWrite = ({ isWrite, path }: Exchange): boolean => isWrite && !path.includes("comp=lease");
  const first = log.findIndex(isWrite) + 1;
  return log.map((_, at) => at + 1).filter((at) => at === 1 || at === 5 || at >= first);
}

function goingWrong({ control }: Cloud, name: string, at: number): void {
  const mishap = mishaps[name];
  let seen = 0;
  control.play(() => {
    seen += 1;
    if (seen === at) return mishap?.fault;
    return seen > at && mishap?.isDead ? { kind: "cut", when: "before" } : undefined;
  });
}

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
