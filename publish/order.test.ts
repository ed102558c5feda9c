import { expect, it } from "vitest";
import { type KindName, kinds } from "./kinds.js";
import { inOrder } from "./order.js";
import { type Action, type Step, stepId } from "./step.js";
import { thingId } from "./thing.js";

const step = (action: Action, kind: KindName, name: string): Step => {
  const thing = thingId(kinds[kind], name);
  const empty = { address: undefined, before: undefined, value: undefined, changes: [], reason: "", loses: undefined };
  return { id: stepId(action, thing), action, thing, kind: kinds[kind], name, ...empty, after: [] };
};
const changed = (kind: KindName, name: string) =>
  (["stop", "update", "start"] as const).map((action) => step(action, kind, name));

it("nothing stands still while scripts run: triggers are stopped after them, and jobs do not wait for them", () => {
  const run = step("run", "pipeline", "shop_ldw_scripts");
  const steps = inOrder([run, ...changed("trigger", "nightly"), ...changed("job", "shop-orders")], [], []);
  const after = new Map<string, readonly string[]>(steps.map(({ id, after }) => [id, after]));
  for (const action of ["stop", "start"]) {
    expect(after.get(`${action}:trigger/nightly`)).toContain(run.id);
    expect(after.get(`${action}:job/shop-orders`)).not.toContain(run.id);
  }
});

it("a job is started when all others are stopped that may have run a query of its, and waits for none that only get other notebooks", () => {
  const gone = [step("stop", "job", "shop-late"), step("delete", "job", "shop-late")];
  const again = (["stop", "start"] as const).map((action) => ({
    ...step(action, "job", "shop-other"),
    after: action === "start" ? ["stop:job/shop-other"] : [],
  }));
  const steps = inOrder(
    [
      step("create", "job", "shop-night"),
      step("start", "job", "shop-night"),
      ...changed("job", "shop-orders"),
      ...gone,
      ...again,
    ],
    [],
    [],
  );
  const after = new Map<string, readonly string[]>(steps.map(({ id, after }) => [id, after]));
  const stopsBefore = (name: string) =>
    after
      .get(`start:job/shop-${name}`)
      ?.filter((id) => id.startsWith("stop:"))
      .sort();
  expect(stopsBefore("night")).toEqual(["stop:job/shop-late", "stop:job/shop-orders"]);
  expect(stopsBefore("orders")).toEqual(["stop:job/shop-late", "stop:job/shop-orders"]);
  expect(stopsBefore("other")).toEqual(["stop:job/shop-late", "stop:job/shop-orders", "stop:job/shop-other"]);
});
