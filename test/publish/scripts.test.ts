import { afterEach, expect, it } from "vitest";
import { user } from "../../local/azure/seed.js";
import { viewsOf } from "../../local/warehouse/parse.js";
import { permissionsOf } from "../../publish/permissions.js";
import { planText } from "../../publish/plan-text.js";
import { readCase, type Tree } from "../golden.js";
import { impatient } from "./cloud.fixture.js";
import { type HandedBatch, handedTo } from "./deployment.fixture.js";
import { projectCloud, versionOf } from "./project-cloud.fixture.js";
import { publisherOf, unrepeated } from "./publisher.fixture.js";

/* Scripts of a warehouse that a pipeline of the factory runs, which publishing starts and waits for. */

const first: Tree = readCase("project-scripts").input;
const name = "shop_ldw_scripts";
const run = `run:pipeline/${name}`;

/** Another version: one more view. */
const second: Tree = Object.fromEntries(
  Object.entries(first).map(([path, text]) => [
    path,
    text.replace(
      "  items: { from: silver.sales",
      "  things: { from: silver.sales, hide: [buyer] }\n  items: { from: silver.sales",
    ),
  ]),
);

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

/** The stand-in with the project's factory, which keeps what its runs are handed, and fails those that `isWrong` says. */
async function cloudOf(
  isWrong: (batch: HandedBatch) => string | undefined = () => undefined,
  actions?: readonly string[],
  files: Tree = first,
) {
  const handed: (readonly HandedBatch[])[] = [];
  const limited = {
    ...user,
    id: "00000000-0000-0000-0000-00000000000c",
    grants: [{ scope: "/", actions: actions ?? ["*"], dataActions: ["*"] }],
  };
  const cloud = await projectCloud(
    files,
    [limited],
    {},
    {
      onRun: (_, parameters) => {
        const batches = handedTo(parameters);
        handed.push(batches);
        return batches.map(isWrong).find((why) => why !== undefined);
      },
    },
  );
  stop = cloud.azure.stop;
  const publisher = (files: Tree, who = user.id, operation = impatient.operation) => {
    const own = publisherOf(versionOf(files), cloud.destination, cloud.credentialOf(who), unrepeated(operation));
    return { ...own, publish: (allowed: readonly string[] = [run]) => own.publish(allowed) };
  };
  return { cloud, handed, publisher, limited };
}

const scriptsIn = (batches: readonly HandedBatch[] = []) => [
  ...new Set(batches.map(({ script, where }) => `${where} ${script}`)),
];

it("runs what is new or has changed, in order and each in its database, and then has nothing to do", async () => {
  const { handed, publisher } = await cloudOf();
  const plan = await publisher(first).plan();
  expect(plan.obstacles).toEqual([]);
  expect(plan.byHand).toEqual([]);
  const step = plan.steps.find(({ id }) => id === run);
  expect(step?.after).toContain(`create:pipeline/${name}`);
  expect(step?.after).toContain(`create:linkedService/${name}`);
  // A job that runs all the time stands still no longer than it must.
  expect(
    plan.steps.filter(({ action }) => action === "start").map(({ id, after }) => [id, after.includes(run)]),
  ).toEqual([["start:job/shop-sales", false]]);
  expect(planText(plan)).toContain(`» run pipeline/${name}: these scripts are new`);
  expect((await publisher(first).publish([])).kind).toBe("not-allowed");
  expect((await publisher(first).publish()).kind).toBe("published");
  expect(handed.map(scriptsIn)).toEqual([
    [
      "master env/prod/sql/ldw/1-database.sql",
      "own env/prod/sql/ldw/2-lake.sql",
      "own common/sql/ldw/views.sql",
      "master common/grants/ldw/1-logins.sql",
      "own common/grants/ldw/2-rights.sql",
    ],
  ]);
  expect(handed[0]?.some(({ text }) => /^\s*GO\s*$/m.test(text))).toBe(false);
  // What stands in for the pool reads the same views of what was handed over as of the file.
  const views = handed[0]?.filter(({ script }) => script === "common/sql/ldw/views.sql").map(({ text }) => text);
  const whole = versionOf(first).artifacts.find(({ path }) => path === "common/sql/ldw/views.sql")?.body ?? "";
  expect(viewsOf(whole).map((one) => one.name)).toHaveLength(2);
  expect(viewsOf(`${views?.join("\nGO\n")}\nGO\n`)).toEqual(viewsOf(whole));
  expect((await publisher(first).plan()).steps).toEqual([]);
  expect((await publisher(second).publish()).kind).toBe("published");
  expect(handed.slice(1).map(scriptsIn)).toEqual([["own common/sql/ldw/views.sql"]]);
});

it("says what a script has failed with, and runs all of them again", async () => {
  let isBroken = true;
  const { handed, publisher } = await cloudOf(({ text }) =>
    isBroken && text.includes("CREATE OR ALTER VIEW") ? "common/sql/ldw/views.sql: Msg 15151" : undefined,
  );
  const failed = await publisher(first).publish();
  expect(failed).toMatchObject({ kind: "broken-off", step: { id: run } });
  expect(String(failed.kind === "broken-off" && failed.error)).toContain("Msg 15151");
  isBroken = false;
  expect((await publisher(first).plan()).steps.map(({ id }) => id)).toContain(run);
  expect((await publisher(first).publish()).kind).toBe("published");
  expect(handed.map((batches) => batches.length)).toEqual([handed[0]?.length, handed[0]?.length]);
  expect((await publisher(first).plan()).steps).toEqual([]);
});

it("undoes what a publishing ran that was broken off, when what was there before is published again", async () => {
  let isBroken = false;
  const { handed, publisher } = await cloudOf(() => (isBroken ? "Msg 15151" : undefined));
  expect((await publisher(first).publish()).kind).toBe("published");
  isBroken = true;
  expect((await publisher(second).publish()).kind).toBe("broken-off");
  isBroken = false;
  expect((await publisher(first).publish()).kind).toBe("published");
  expect(handed.slice(1).map(scriptsIn)).toEqual([["own common/sql/ldw/views.sql"], ["own common/sql/ldw/views.sql"]]);
  expect((await publisher(first).plan()).steps).toEqual([]);
});

it("runs all of them where people did so far, also when it was broken off", async () => {
  let isBroken = true;
  const { handed, publisher } = await cloudOf(() => (isBroken ? "Msg 15151" : undefined));
  const byPeople = Object.fromEntries(
    Object.entries(first).map(([path, text]) => [path, text.replace(/, deploy_as: \w+/, "")]),
  );
  expect((await publisher(byPeople).plan()).byHand).toHaveLength(5);
  expect((await publisher(byPeople).publish()).kind).toBe("published");
  expect(handed).toEqual([]);
  expect((await publisher(first).publish()).kind).toBe("broken-off");
  isBroken = false;
  expect((await publisher(first).publish()).kind).toBe("published");
  expect(handed.map((batches) => scriptsIn(batches).length)).toEqual([5, 5]);
  expect((await publisher(first).plan()).steps).toEqual([]);
});

it("has the scripts of Azure SQL Databases run too, and all of one again where the database is another", async () => {
  const files = readCase("project-rights-deployed").input;
  const { cloud, handed, publisher } = await cloudOf(undefined, undefined, files);
  const [marks, rights] = ["run:pipeline/shop_db_scripts", "run:pipeline/shop_till_scripts"];
  const { steps, byHand, obstacles } = await publisher(files).plan();
  expect({ byHand, obstacles }).toEqual({ byHand: [], obstacles: [] });
  const [start] = steps.filter(({ action }) => action === "start");
  expect(start?.after).toEqual(expect.arrayContaining([marks, rights]));
  expect(steps.filter(({ loses }) => loses !== undefined).map(({ id }) => id)).toEqual([rights]);
  expect((await publisher(files).publish([rights])).kind).toBe("published");
  const all = [["own common/sql/db/control.sql"], ["own common/grants/till/rights.sql"]];
  expect(handed.map(scriptsIn).sort()).toEqual(all.toReversed());
  expect((await publisher(files).plan()).steps).toEqual([]);
  const moved = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, text.replace("database: till", "database: till2")]),
  );
  const left = [{ thing: "pipeline/shop_till_scripts", where: "shop-prod.database.windows.net/till" }];
  expect((await publisher(moved).plan()).rightsLeft).toEqual(left);
  expect((await publisher(moved).publish([rights])).kind).toBe("published");
  expect(handed.slice(2).map(scriptsIn)).toEqual([["own common/grants/till/rights.sql"]]);
  expect(await publisher(moved).plan()).toMatchObject({ steps: [], rightsLeft: [] });
  // Nobody is granted anything in it any more by a script; or people run that.
  const changed = (by: (text: string) => string) =>
    Object.fromEntries(Object.entries(moved).map(([path, text]) => [path, by(text)]));
  const without = changed((text) =>
    text
      .replace(/ {2}till:\n(?: {4}.*\n)+/, "")
      .replace(/principals:\n.*\n/, "")
      .replace(/grants:[\s\S]*$/, ""),
  );
  expect((await publisher(without).plan()).rightsLeft).toEqual([
    { thing: "pipeline/shop_till_scripts", where: "shop-prod.database.windows.net/till2" },
  ]);
  const byPeople = changed((text) => text.replace("    deploy_as: till_deployer\n", ""));
  expect((await publisher(byPeople).plan()).rightsLeft).toEqual([]);
  await cloud.azure.stop();
  stop = async () => {};
});

it("killed at any request, and given again, it ends with all scripts run and nothing to do", async () => {
  const whole = await cloudOf();
  await whole.publisher(first).publish();
  const requests = whole.cloud.control.log.filter(
    ({ isWrite, path }) => isWrite || path.includes("pipelineruns"),
  ).length;
  await whole.cloud.azure.stop();
  let runs = 0;
  for (const when of ["before", "after"] as const)
    for (let at = 1; at <= requests; at += 1) {
      const { cloud, handed, publisher } = await cloudOf();
      let seen = 0;
      cloud.control.play(({ isWrite, path }) => {
        if (!isWrite && !path.includes("pipelineruns")) return undefined;
        seen += 1;
        // Whoever was killed asks nothing more.
        return seen < at ? undefined : { kind: "cut", when: seen === at ? when : "before" };
      });
      await publisher(first)
        .publish()
        .catch(() => undefined);
      cloud.control.play(undefined);
      cloud.afterAMinute();
      const { kind } = await publisher(first).publish();
      expect([when, at, kind]).toEqual([when, at, "published"]);
      expect(scriptsIn(handed.at(-1))).toHaveLength(5);
      expect((await publisher(first).plan()).steps).toEqual([]);
      await cloud.azure.stop();
      stop = async () => {};
      runs += 1;
    }
  expect(runs).toBe(2 * requests);
}, 120_000);

it("does not wait for ever", async () => {
  const { cloud, publisher } = await cloudOf();
  cloud.control.play(({ path }) => (path.includes("createRun") ? { kind: "endless" } : undefined));
  const failed = await publisher(first, user.id, 20).publish();
  expect(failed).toMatchObject({ kind: "broken-off", step: { id: run } });
  expect(String(failed.kind === "broken-off" && failed.error)).toContain("is InProgress still");
});

it("needs the actions that the role has, and no others", async () => {
  const { cloud, publisher } = await cloudOf();
  const actions = permissionsOf(cloud.destination, publisher(first).wanted, "publish").factory?.Actions ?? [];
  await cloud.azure.stop();
  const asked = [
    "Microsoft.DataFactory/factories/pipelines/createrun/action",
    "Microsoft.DataFactory/factories/pipelineruns/read",
  ];
  expect(actions).toEqual(expect.arrayContaining(asked));
  for (const missing of [undefined, ...asked]) {
    const {
      cloud: other,
      publisher: by,
      limited,
    } = await cloudOf(
      undefined,
      actions.filter((one) => one !== missing),
    );
    const done = await by(first, limited.id).publish();
    if (missing === undefined) expect(done).toMatchObject({ kind: "published" });
    else expect(String(done.kind === "broken-off" && done.error).toLowerCase()).toContain(missing.toLowerCase());
    await other.azure.stop();
  }
  stop = async () => {};
});
