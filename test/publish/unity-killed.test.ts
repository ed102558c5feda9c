import { afterAll, beforeAll, expect, it } from "vitest";
import { type Right, rightKey } from "../grants/unity-catalog.fixture.js";
import { type Declared, everything, identities, sample, things } from "../grants/unity-declared.fixture.js";
import { goingWrong } from "./mishaps.fixture.js";
import { unityCloud, versionFor } from "./unity-cloud.fixture.js";

/* What a catalog has when publishing to it goes wrong on the way, and when others change it meanwhile. */

let cloud: Awaited<ReturnType<typeof unityCloud>>;

beforeAll(async () => {
  cloud = await unityCloud();
});

afterAll(() => cloud.stop());

const sorted = (rights: readonly Right[]): string => rights.map(rightKey).sort().join("\n");

it.each(["killed before", "killed after", "answer lost", "429", "500"])(
  "%s at any change and when it is asked who publishes, and published again, ends the same",
  async (mishap) => {
    const declared: Declared = {
      objects: { "sales.orders": "table", "sales.days": "view" },
      grants: { team: { "sales.orders": "read" }, loader: { "sales.days": "read" } },
    };
    const held = everything.filter(
      ({ who, privilege, kind }) => who === identities.team && kind !== "VIEW" && /ALL|MANAGE/.test(privilege),
    );
    cloud.fill({ things, held });
    const { plan, publish } = cloud.publisher(versionFor(declared));
    // Once before, so that the first publishing is like the others.
    await publish();
    cloud.fill({ things, held });
    cloud.control.clearLog();
    await publish();
    const end = sorted(cloud.catalog().held);
    const numbers = cloud.control.log.flatMap(({ method, path }, at) =>
      method === "PATCH" || path.includes("scim/v2/Me") ? [at + 1] : [],
    );
    expect(numbers.length).toBeGreaterThan(8);
    for (const at of numbers) {
      cloud.fill({ things, held });
      goingWrong(cloud.control, mishap, at);
      await publish().catch(() => undefined);
      cloud.control.play(undefined);
      cloud.afterAMinute();
      const { kind } = await publish();
      expect([at, kind, sorted(cloud.catalog().held) === end]).toEqual([at, "published", true]);
      expect((await plan()).steps).toEqual([]);
    }
  },
  120_000,
);

it("leaves to the next plan what somebody does while it publishes", async () => {
  cloud.fill({ things, held: [] });
  const { plan, publish } = cloud.publisher(versionFor(sample));
  let changes = 0;
  cloud.control.play(({ method }) => {
    changes += method === "PATCH" ? 1 : 0;
    const key = "table/shop.sales.orders";
    const orders = cloud.unity.securables.get(key);
    if (changes !== 2 || orders === undefined) return undefined;
    const held = { ...orders.held, [identities.team.toLowerCase()]: ["MANAGE"], [identities.anna]: ["MODIFY"] };
    cloud.unity.securables.set(key, { ...orders, held });
    changes += 1;
    return undefined;
  });
  expect((await publish()).kind).toBe("published");
  cloud.control.play(undefined);
  expect((await plan()).steps.flatMap((step) => step.changes)).toEqual([
    { path: "anna | MODIFY | TABLE shop.sales.orders", old: "granted", because: "drift" },
    { path: "team | MANAGE | TABLE shop.sales.orders", old: "granted", because: "drift" },
  ]);
}, 60_000);
