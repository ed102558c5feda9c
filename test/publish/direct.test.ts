import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { user } from "../../local/azure/seed.js";
import type { Destination } from "../../publish/destination.js";
import { permissionsOf } from "../../publish/permissions.js";
import { planJson, readPlanFile } from "../../publish/plan-file.js";
import { planMarkdown } from "../../publish/plan-markdown.js";
import { planText } from "../../publish/plan-text.js";
import { messageOf } from "../../publish/publish.js";
import { wantedOf } from "../../publish/wanted.js";
import { readCase, type Tree } from "../golden.js";
import { impatient } from "./cloud.fixture.js";
import { nothing, projectCloud, versionOf } from "./project-cloud.fixture.js";
import { publisherOf } from "./publisher.fixture.js";
import { type TdsServer, tdsServer } from "./tds.fixture.js";

/* Scripts in T-SQL that publishing itself runs (`--sql direct`), on a server that speaks the protocol and keeps what it is given. */

const edited = (files: Tree, from: string | RegExp, to: string): Tree => {
  const changed = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace(from, to)]));
  if (JSON.stringify(changed) === JSON.stringify(files)) throw new Error(`${from} is not there`);
  return changed;
};

/** Marks in an Azure SQL Database, a warehouse with rights, and a dedicated pool: nobody's pipeline runs their scripts. */
const pools = edited(
  edited(
    readCase("project-dedicated-sql-pool").input,
    /^environments:$/m,
    "principals: { analysts: { entra: { group: grp-analysts } } }\nenvironments:",
  ),
  /^warehouse:\n {2}connection: ldw$/m,
  "grants: { analysts: { warehouse.gifts: [select] } }\nwarehouse:\n  connection: ldw",
);
/** Another version: a view has one column less. */
const changedPools = edited(
  pools,
  "columns: { id: id, item: item, price: price, day: day }",
  "columns: { id: id, item: item, price: price }",
);
/** Rights and marks in two databases, whose scripts a pipeline of the factory runs otherwise. */
const till = readCase("project-rights-deployed").input;

let server: TdsServer;
beforeAll(async () => {
  server = await tdsServer({ deployer: "of-till" });
});
afterAll(() => server.stop());

let stop: () => Promise<void> = async () => {};
afterEach(async () => {
  await stop();
  await server.ask({ forget: true });
  await server.ask({ log: true });
  await server.ask({ rows: {} });
  server.cutAt(undefined);
});

/** What the databases tell that their scripts of rights would change. */
const granting = { rows: { till: [["4", "grant", "clerks", "SELECT", "OBJECT::[dbo].[receipts]"]] } };
const asDeclared = { rows: {} };

async function cloudOf(files: Tree, isDirect = true) {
  const runs: string[] = [];
  const databases = { ...(isDirect ? { sql: server.address } : {}), passwords: { "till-password": "of-till" } };
  const cloud = await projectCloud(files, [], databases, { onRun: ({ name }) => void runs.push(String(name)) });
  stop = cloud.azure.stop;
  const publisher = (files: Tree, destination: Destination = cloud.destination) => {
    const own = publisherOf(versionOf(files), destination, cloud.credentialOf(user.id), impatient);
    return {
      ...own,
      publish: async () =>
        own.publish((await own.plan()).steps.flatMap(({ id, loses }) => (loses === undefined ? [] : [id]))),
    };
  };
  return { cloud, runs, publisher };
}

const scriptsGiven = async (): Promise<readonly string[]> => {
  const log = await server.ask({ log: true });
  const all = Array.isArray(log) ? log.map(([database, text]) => `${database}: ${String(text).split("\n")[0]}`) : [];
  return [...new Set(all)];
};

it("shows what it would run, and where; runs it there in the order of the scripts, before anything fires; and then has nothing to do", async () => {
  const { publisher } = await cloudOf(pools);
  const plan = await publisher(pools).plan();
  expect(plan.obstacles).toEqual([]);
  expect(plan.byHand).toEqual([]);
  const runs = plan.steps.filter(({ action }) => action === "run");
  expect(runs.map(({ id }) => id)).toEqual(["run:database/dw", "run:database/ldw", "run:database/tills"]);
  const text = planText(plan);
  expect(text).toContain(
    "» run database/ldw: these scripts were never run there from here: env/prod/sql/ldw/1-database.sql, env/prod/sql/ldw/2-lake.sql, common/sql/ldw/views.sql, common/grants/ldw/1-logins.sql, common/grants/ldw/2-rights.sql; the database shop_ldw of connections.ldw (shop-prod-ondemand.sql.azuresynapse.net:1433), as whoever publishes",
  );
  expect(text).toContain(
    "! run:database/ldw loses whatever rights the project's roles hold there that are not declared",
  );
  expect(text).toContain(
    "Scripts for the database tills of connections.tills (shop.database.windows.net:1433), as whoever publishes, are run from here where they have changed since they were last run from here; what is there now is not read, nor compared.",
  );
  expect(planMarkdown(plan)).toContain("is not read, nor compared");
  expect(readPlanFile(planJson(plan))).toEqual({ environment: "prod", digest: plan.digest, isDirect: true });
  expect(await server.ask({ log: true })).toEqual([]);
  for (const { id, after } of plan.steps.filter(({ action, kind }) => action === "start" && kind.name === "trigger"))
    expect([id, after]).toEqual([id, expect.arrayContaining(runs.map((one) => one.id))]);

  expect((await publisher(pools).publish()).kind).toBe("published");
  const log = await server.ask({ log: true });
  const own = (Array.isArray(log) ? log : []).filter(([database]) => database !== "dw" && database !== "tills");
  const { artifacts } = versionOf(pools);
  const bodyOf = (path: string) => artifacts.find((one) => one.path === path)?.body ?? path;
  // What a tool would make of the files: https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-utility
  const expected = [
    ["master", "env/prod/sql/ldw/1-database.sql"],
    ["shop_ldw", "env/prod/sql/ldw/2-lake.sql"],
    ["shop_ldw", "common/sql/ldw/views.sql"],
    ["master", "common/grants/ldw/1-logins.sql"],
    ["shop_ldw", "common/grants/ldw/2-rights.sql"],
  ].flatMap(([database, path = ""]) =>
    bodyOf(path)
      .split("\nGO\n")
      .map((text) => text.trim())
      .filter((text) => text.split("\n").some((line) => line !== "" && !line.startsWith("--")))
      .map((text) => [database, text]),
  );
  expect(own).toEqual(expected);
  expect((await publisher(pools).plan()).steps).toEqual([]);
});

it("runs what has changed, with what stands on it, and nothing else", async () => {
  const { publisher } = await cloudOf(pools);
  await publisher(pools).publish();
  await scriptsGiven();
  const plan = await publisher(changedPools).plan();
  const runs = plan.steps.filter(({ action }) => action === "run");
  expect(runs.map(({ id, reason }) => [id, reason.replace(/;.*/, "")])).toEqual([
    ["run:database/dw", "these scripts are new, have changed, or stand on one that has: env/prod/sql/dw/tables.sql"],
    ["run:database/ldw", expect.stringContaining("common/sql/ldw/views.sql")],
  ]);
  expect((await publisher(changedPools).publish()).kind).toBe("published");
  const databases = new Set((await scriptsGiven()).map((one) => one.replace(/:.*/, "")));
  expect([...databases].sort()).not.toContain("tills");
});

it("ends at what the server says, with its number and the line of the file, and goes on from there", async () => {
  const { publisher } = await cloudOf(till);
  await server.ask(granting);
  await server.ask({ fail: { "GRANT UPDATE": [15151, 117, "", "Cannot find the object 'receipts'."] } });
  const failed = await publisher(till).publish();
  expect(failed.kind).toBe("broken-off");
  if (failed.kind !== "broken-off") return;
  expect(failed.step?.id).toBe("run:database/till");
  expect(messageOf(failed.error)).toBe(
    "the database till of connections.till (shop-prod.database.windows.net:1433), as whoever publishes: common/grants/till/rights.sql, batch 1: Msg 15151, Level 16, State 1, Line 117 (line 117 of the file): Cannot find the object 'receipts'.",
  );
  await server.ask({ fail: { "GRANT UPDATE": [2601, 3, "dbo.load", "no"] } });
  const again = await publisher(till).publish();
  expect(again.kind === "broken-off" ? messageOf(again.error) : "").toContain(
    "batch 1: Msg 2601, Level 16, State 1, Line 3 of dbo.load: no",
  );
  await server.ask({ fail: {} });
  expect((await publisher(till).publish()).kind).toBe("published");
  await server.ask(asDeclared);
  expect((await publisher(till).plan()).steps).toEqual([]);
});

it("tells the line of the file also in a batch that does not begin there", async () => {
  const { publisher } = await cloudOf(pools);
  const body = versionOf(pools).artifacts.find(({ path }) => path === "env/prod/sql/dw/tables.sql")?.body ?? "";
  const lines = body.split("\n");
  const at = lines.findIndex((line) => line.startsWith("CREATE PROCEDURE"));
  await server.ask({ fail: { [lines[at] ?? ""]: [102, 2, "", "Incorrect syntax."] } });
  const failed = await publisher(pools).publish();
  await server.ask({ fail: {} });
  expect(failed.kind === "broken-off" ? messageOf(failed.error) : "").toContain(`Line 2 (line ${at + 2} of the file)`);
});

it("says which rights the script of a database would change, runs it where that is something, and asks before some are lost", async () => {
  const { publisher } = await cloudOf(till);
  await server.ask(granting);
  const fresh = await publisher(till).plan();
  const step = fresh.steps.find(({ id }) => id === "run:database/till");
  expect(step?.loses).toBeUndefined();
  expect(planText(fresh)).toContain(
    'clerks | SELECT | OBJECT::[dbo].[receipts]: nothing → "granted" (never published from here)',
  );
  expect(planText(fresh)).toContain("as whoever publishes, it was read what its script of rights would change");
  await publisher(till).publish();
  await server.ask(asDeclared);
  const settled = await publisher(till).plan();
  expect([settled.steps, settled.unchanged.includes("database/till")]).toEqual([[], true]);
  // Somebody grants another right.
  await server.ask({ rows: { till: [["3", "revoke", "clerks", "DELETE", "OBJECT::[dbo].[tills]"]] } });
  const drift = await publisher(till).plan();
  expect(drift.digest).not.toBe(settled.digest);
  expect(drift.steps.map(({ id, loses }) => [id, loses])).toEqual([
    ["run:database/till", "rights that principals hold: clerks DELETE OBJECT::[dbo].[tills]"],
  ]);
  expect(planText(drift)).toContain('"granted" → nothing (somebody changed it in the service)');
  // What the script would end for.
  await server.ask({ rows: { till: [["1", "stop", null, "is not there", "dbo.receipts"]] } });
  expect((await publisher(till).plan()).obstacles).toEqual([
    { thing: "database/till", message: "cannot be changed: dbo.receipts is not there" },
  ]);
});

it("takes the place of the pipeline that runs scripts otherwise, and gives it back", async () => {
  const { publisher, runs, cloud } = await cloudOf(till);
  const { sql: _, ...indirect } = cloud.destination;
  await publisher(till, indirect).publish();
  expect(runs).toHaveLength(2);
  // Where a pipeline has run them is not known for certain; of rights it is read that they are as declared.
  const direct = await publisher(till).plan();
  expect(direct.steps.map(({ id }) => id)).toEqual(["run:database/db"]);
  expect(direct.unchanged).toContain("database/till");
  await publisher(till).publish();
  expect(runs).toHaveLength(2);
  expect((await publisher(till).plan()).steps).toEqual([]);
  expect((await publisher(till, indirect).plan()).steps).toEqual([]);
});

it("opens a database as its connection's user where it has one", async () => {
  const own = edited(
    edited(till, "    deploy_as: till_deployer\n", "    identity: { user: deployer, secret: till-password }\n"),
    "principals:\n  clerks: { entra: { group: grp-clerks } }",
    "principals:\n  clerks: { role: clerks }",
  );
  const { publisher, cloud } = await cloudOf(own);
  await server.ask(granting);
  expect(planText(await publisher(own).plan())).toContain("(shop-prod.database.windows.net:1433), as deployer");
  expect((await publisher(own).publish()).kind).toBe("published");
  const { secrets, databases } = permissionsOf(cloud.destination, [], "publish");
  expect(secrets?.scopes).toEqual([expect.stringMatching(/secrets\/till-password$/)]);
  expect(databases).toEqual([
    expect.stringMatching(/^deployer in till at shop-prod\.database\.windows\.net \(connections\.till\): /),
    expect.stringMatching(/^whoever publishes in shop at shop-prod\.database\.windows\.net \(connections\.db\): /),
  ]);
  // A plan opens those that it asks something.
  const { artifacts } = versionOf(own);
  const planned = permissionsOf(cloud.destination, wantedOf(artifacts, cloud.destination), "plan");
  expect(planned.databases).toEqual([databases?.[0]]);
  expect((await scriptsGiven()).filter((one) => one.startsWith("till:"))).toHaveLength(1);
});

it("says of rights in a database that is spoken of no more that they stay", async () => {
  const { publisher, cloud } = await cloudOf(till);
  await server.ask(granting);
  await publisher(till).publish();
  await server.ask({ rows: { till_2: granting.rows.till } });
  const moved = edited(till, "database: till", "database: till_2");
  const { destination } = cloud;
  const sql = (destination.sql ?? []).map((one) => ({ ...one, database: one.database.replace("till", "till_2") }));
  const at = { ...destination, sql };
  const plan = await publisher(moved, at).plan();
  expect(plan.steps.map(({ id }) => id)).toContain("run:database/till");
  const left = [{ thing: "database/till", where: "shop-prod.database.windows.net/till" }];
  expect(plan.rightsLeft).toEqual(left);
  const { sql: _, ...indirect } = destination;
  expect((await publisher(till, indirect).destruction()).rightsLeft).toEqual(expect.arrayContaining(left));
});

it("comes to the same end wherever the connection is cut, and given again", async () => {
  const { publisher, cloud } = await cloudOf(till);
  await server.ask(granting);
  server.cutAt(undefined);
  await cloud.become(versionOf(till));
  const [messages, end] = [server.messages(), await server.ask({ end: true })];
  // Two scripts and what is read before, and for each a greeting, a handshake, a login, what the client sets for itself, and a batch.
  expect(messages).toBeGreaterThanOrEqual(12);
  const strays: string[] = [];
  for (let at = 1; at <= messages; at += 5)
    for (const when of at % 2 === 0 ? (["before", "after"] as const) : (["before"] as const)) {
      await cloud.become(nothing);
      await server.ask({ forget: true });
      server.cutAt(at, when);
      // Cut while the plan is made, nothing is begun.
      const first = await publisher(till)
        .publish()
        .catch(() => undefined);
      server.cutAt(undefined);
      const { kind } = await publisher(till).publish();
      if (first?.kind === "published") strays.push(`${when} ${at}: nothing was cut`);
      if (kind !== "published" || JSON.stringify(await server.ask({ end: true })) !== JSON.stringify(end))
        strays.push(`${when} ${at}: ${kind}`);
    }
  expect(strays).toEqual([]);
}, 120_000);
