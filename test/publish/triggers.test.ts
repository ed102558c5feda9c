import { afterEach, expect, it } from "vitest";
import { arrived, artifacts, having, trigger, windows } from "../../publish/shop.fixture.js";
import { Cloud } from "./cloud.fixture.js";

let cloud: Cloud;
afterEach(async () => {
  await cloud.azure.stop();
});

const posts = (): readonly string[] =>
  cloud.control
    .writes()
    .filter(({ method, path }) => method === "POST" && path.includes("/triggers/"))
    .map(({ path }) => path.replace(/^.*\/triggers\/|\?.*$/g, ""));

it("subscribes a trigger to its events before it is started, and unsubscribes it before it is stopped", async () => {
  cloud = await Cloud.start();
  const sources = cloud.sources([...artifacts, arrived()]);
  expect(await sources.publish()).toMatchObject({ kind: "published" });
  expect((await sources.plan()).steps).toEqual([]);
  const done = posts().filter((path) => path.startsWith("arrived/"));
  // While it is provisioned it is refused, and asked again.
  expect([...new Set(done)]).toEqual(["arrived/subscribeToEvents", "arrived/start"]);

  cloud.control.clearLog();
  expect(await cloud.sources([...artifacts, arrived(".json")]).publish()).toMatchObject({ kind: "published" });
  expect([...new Set(posts())]).toEqual([
    "arrived/unsubscribeFromEvents",
    "arrived/stop",
    "arrived/subscribeToEvents",
    "arrived/start",
  ]);
  expect((await cloud.sources([...artifacts, arrived(".json")]).plan()).steps).toEqual([]);
  expect(await cloud.sources(artifacts).publish()).toMatchObject({ kind: "published" });
  expect(await cloud.everything()).not.toContain("arrived");
});

it("finds a trigger that was left without its events, and subscribes it again", async () => {
  cloud = await Cloud.start();
  const sources = cloud.sources([...artifacts, arrived()]);
  await sources.publish();
  cloud.control.play(({ path }) =>
    /arrived\/(stop|subscribeToEvents)\?/.test(path) ? { kind: "unable", status: 403 } : undefined,
  );
  const broken = await cloud.sources([...artifacts, arrived(".json")]).publish();
  expect(broken).toMatchObject({ kind: "broken-off", step: { id: "stop:trigger/arrived" } });
  cloud.control.play(undefined);
  expect((await sources.plan()).steps.map(({ id }) => id)).toEqual(["start:trigger/arrived"]);
  expect(await sources.publish()).toMatchObject({ kind: "published" });
  expect((await sources.plan()).steps).toEqual([]);
});

it("names a trigger that was stopped to be deleted, and is still there", async () => {
  cloud = await Cloud.start();
  await cloud.sources([...artifacts, arrived()]).publish();
  const without = cloud.sources(artifacts);
  cloud.control.play(({ method }) => (method === "DELETE" ? { kind: "unable", status: 403 } : undefined));
  expect(await without.publish()).toMatchObject({
    kind: "broken-off",
    step: { id: "delete:trigger/arrived" },
    leftStopped: [],
    leftUndeleted: ["trigger/arrived"],
  });
  cloud.control.play(undefined);
  expect(await cloud.everything()).toMatch(/triggers\/arrived .*"runtimeState":"Stopped"/);
  expect(await without.publish()).toMatchObject({ kind: "published" });
  expect(await cloud.everything()).not.toContain("arrived");
});

it("knows the next time too that it stopped a trigger: to be deleted it is named, to be changed it is started again", async () => {
  cloud = await Cloud.start();
  await cloud.sources([...artifacts, arrived()]).publish();
  let isDead = false;
  const killedAfter = (stop: RegExp) =>
    cloud.control.play(({ path }) => {
      if (isDead) return { kind: "cut", when: "before" };
      isDead = stop.test(path);
      return isDead ? { kind: "cut", when: "after" } : undefined;
    });
  const refusing = (what: (method: string, path: string) => boolean) => {
    isDead = false;
    cloud.afterAMinute();
    cloud.control.play(({ method, path }) => (what(method, path) ? { kind: "unable", status: 403 } : undefined));
  };
  killedAfter(/arrived\/stop/);
  await cloud.sources(artifacts).publish();
  for (const _ of ["again", "and again"]) {
    refusing((method) => method === "DELETE");
    expect(await cloud.sources(artifacts).publish()).toMatchObject({
      ...{ kind: "broken-off", step: { id: "delete:trigger/arrived" } },
      ...{ leftStopped: [], leftUndeleted: ["trigger/arrived"] },
    });
  }
  refusing(() => false);
  expect(await cloud.sources(artifacts).publish()).toMatchObject({ kind: "published" });

  const changed = cloud.sources(having(trigger(3)));
  killedAfter(/nightly\/stop/);
  await changed.publish();
  cloud.control.play(undefined);
  expect(await cloud.everything()).toMatch(/triggers\/nightly .*"runtimeState":"Stopped"/);
  refusing((method, path) => method === "PUT" && path.includes("/triggers/"));
  expect(await changed.publish()).toMatchObject({ kind: "broken-off", leftStopped: [] });
  cloud.control.play(undefined);
  expect(await cloud.everything()).toMatch(/triggers\/nightly .*"runtimeState":"Started"/);
  refusing(() => false);
  expect(await changed.publish()).toMatchObject({ kind: "published" });
});

it("leaves stopped, and names, a trigger that was to go when something else could not be deleted", async () => {
  cloud = await Cloud.start();
  await cloud.sources(artifacts).publish();
  cloud.control.play(({ path }) => (path.includes("jobs/delete") ? { kind: "unable", status: 403 } : undefined));
  const done = await cloud.destruction().destroy(["delete:job/shop-orders"]);
  expect(done).toMatchObject({ kind: "broken-off", step: { id: "delete:job/shop-orders" }, leftStopped: [] });
  const all = await cloud.everything();
  const isThere = /triggers\/nightly .*"runtimeState":"Stopped"/.test(all);
  expect(done).toMatchObject({ leftUndeleted: ["job/shop-orders", ...(isThere ? ["trigger/nightly"] : [])] });
  expect(all).not.toMatch(/triggers\/nightly .*"runtimeState":"Started"/);
});

it("starts a trigger again that was stopped to be made anew, and could not be deleted", async () => {
  cloud = await Cloud.start();
  await cloud.sources([...artifacts, windows("hourly")]).publish();
  cloud.control.play(({ method }) => (method === "DELETE" ? { kind: "unable", status: 403 } : undefined));
  const sources = cloud.sources([...artifacts, windows("hourly", { hours: 2 })]);
  expect(await sources.publish(undefined, ["delete:trigger/hourly"])).toMatchObject({
    kind: "broken-off",
    leftStopped: [],
    leftUndeleted: [],
  });
  cloud.control.play(undefined);
  expect(await cloud.everything()).toMatch(/triggers\/hourly .*"interval":1.*"runtimeState":"Started"/);
});

it("cuts windows otherwise only where that is allowed, in the place of the old trigger", async () => {
  cloud = await Cloud.start();
  await cloud.sources([...artifacts, windows("hourly")]).publish();
  const sources = cloud.sources([...artifacts, windows("hourly", { hours: 2 })]);
  expect(await sources.publish()).toMatchObject({ kind: "not-allowed", steps: [{ id: "delete:trigger/hourly" }] });
  expect(await sources.publish(undefined, ["delete:trigger/hourly"])).toMatchObject({ kind: "published" });
  expect((await sources.plan()).steps).toEqual([]);
  expect(await cloud.everything()).toMatch(/triggers\/hourly .*"interval":2.*"runtimeState":"Started"/);
});

it("refuses in the stand-in what the publisher never does: another cut in place", async () => {
  cloud = await Cloud.start();
  await cloud.sources([...artifacts, windows("hourly")]).publish();
  const { properties } = JSON.parse(windows("hourly", { hours: 2 }).body);
  const stop = `${cloud.azure.arm}${cloud.factoryPath}/triggers/hourly/stop?api-version=2018-06-01`;
  await cloud.ask("POST", stop, "https://management.azure.com");
  await expect
    .poll(() => cloud.put(`${cloud.factoryPath}/triggers/hourly`, { properties }).catch(({ message }) => message))
    .toContain("The property 'interval' of trigger 'hourly' cannot be updated");
});
