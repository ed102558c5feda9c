import { afterEach, expect, it } from "vitest";
import { messageOf } from "../../publish/publish.js";
import { arrived, artifacts } from "../../publish/shop.fixture.js";
import { Cloud } from "./cloud.fixture.js";

let cloud: Cloud;
afterEach(async () => {
  await cloud.azure.stop();
});

/* A factory and a storage account are shared with others, so only the service can count what is in them. */

it.each([
  ["no more triggers of a storage account", /arrived\/subscribeToEvents\?/, "start:trigger/arrived"],
  ["no more entities in a factory", /\/pipelines\/orders\?/, "create:pipeline/orders"],
])("names the step at which the service takes %s, and goes on from there when it does", async (_, refused, step) => {
  cloud = await Cloud.start();
  const sources = cloud.sources([...artifacts, arrived()]);
  cloud.control.play(({ method, path }) =>
    method !== "GET" && refused.test(path) ? { kind: "unable", status: 400 } : undefined,
  );
  const broken = await sources.publish();
  expect(broken).toMatchObject({ kind: "broken-off", step: { id: step } });
  // In the service's words.
  expect("error" in broken ? messageOf(broken.error) : "").toMatch(/An internal error occurred|400/);
  // It does not fire while it lacks what it needs.
  const fires = (await cloud.everything()).split("\n").filter((line) => /^triggers\/arrived .*"Started"/.test(line));
  expect(fires).toEqual([]);
  cloud.control.play(undefined);
  expect(await sources.publish()).toMatchObject({ kind: "published" });
  expect((await sources.plan()).steps).toEqual([]);
});
