import { afterEach, beforeEach, expect, it } from "vitest";
import type { Arguments } from "../../cli/arguments.js";
import { carryOut } from "../../cli/carry-out.js";
import { plain } from "../../compiler/diagnostics/frame.js";
import type { Fault } from "../../local/azure/control.js";
import { makePlan } from "../../publish/make-plan.js";
import { artifacts, having, pipeline, trigger, windows } from "../../publish/shop.fixture.js";
import type { SentArtifact } from "../../publish/wanted.js";
import { Cloud, impatient } from "./cloud.fixture.js";

let cloud: Cloud;
/** Moves only when a request comes. */
let clock = 0;
beforeEach(async () => {
  cloud = await Cloud.start();
});
afterEach(async () => {
  await cloud.azure.stop();
});

const given: Arguments = {
  flag: (name) => name === "yes",
  text: () => undefined,
  list: (name) => (name === "allow" ? ["delete:trigger/hourly"] : []),
  positional: undefined,
};

/** What `sluice publish --yes` says while it goes on. */
async function published(sources: readonly SentArtifact[]): Promise<readonly string[]> {
  const { destination } = cloud;
  const { services, wanted } = cloud.sources(sources);
  const patience = { ...impatient, requests: 1 };
  const plan = async () => {
    const readings = await services.read();
    return { plan: makePlan({ sluice: "1", destination, wanted, scripts: [], readings }), readings };
  };
  let said = "";
  const world = {
    ...{ cwd: ".", palette: plain, now: () => clock, out: () => undefined },
    err: (text: string) => {
      said += text;
    },
  };
  await carryOut({ purpose: "publish", destination, wanted, scripts: [], services, patience, plan }, given, world);
  return said.split("\n").filter((line) => / (stop|start|update|create):trigger/.test(line));
}

/** A write of a trigger, or its stop or start, takes so many seconds. */
function slow(
  seconds: { readonly [part: string]: number },
  fault: (part: string) => Fault | undefined = () => undefined,
) {
  cloud.control.play(({ method, path }) => {
    const part = /\/triggers\/\w+\/(stop|start)\?/.exec(path)?.[1] ?? (path.includes("/triggers/") ? method : "");
    clock += (seconds[part] ?? 0) * 1000;
    return fault(part);
  });
}

it("says of a trigger that was changed how long it stood still for that; of others nothing", async () => {
  const hourly = windows("hourly");
  expect(await published([...artifacts, hourly])).toEqual([
    "  ✓ create:trigger/hourly",
    "  ✓ start:trigger/hourly",
    "  ✓ create:trigger/nightly",
    "  ✓ start:trigger/nightly",
  ]);
  slow({ stop: 1, PUT: 7, start: 4.25 });
  expect(await published([...having(trigger(3), pipeline("0.02:00:00")), hourly])).toEqual([
    "  ✓ stop:trigger/nightly",
    "  ✓ update:trigger/nightly",
    "  ✓ start:trigger/nightly (stopped for 12.3 s)",
  ]);
  slow({ stop: 2, DELETE: 30, PUT: 60, start: 1 });
  expect(
    (await published([...having(trigger(3), pipeline("0.02:00:00")), windows("hourly", { hours: 2 })])).at(-1),
  ).toBe("  ✓ start:trigger/hourly (stopped for 93.0 s)");
});

it("says it too where the change fails, and nothing of a stop of a publishing before", async () => {
  await published(artifacts);
  slow({ stop: 3, start: 2 }, (part) => (part === "PUT" ? { kind: "unable", status: 400 } : undefined));
  expect(await published(having(trigger(3)))).toEqual([
    "  ✓ stop:trigger/nightly",
    "  ✗ update:trigger/nightly",
    "  ✓ start:trigger/nightly (stopped for 5.0 s)",
  ]);

  let isDead = false;
  slow({ stop: 3 }, (part) => {
    isDead ||= part === "PUT";
    return isDead ? { kind: "cut", when: "before" } : undefined;
  });
  await published(having(trigger(3)));
  cloud.control.play(undefined);
  cloud.afterAMinute();
  expect(await published(having(trigger(3)))).toEqual(["  ✓ update:trigger/nightly", "  ✓ start:trigger/nightly"]);
});
