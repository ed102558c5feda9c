import { afterAll, beforeAll, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { ensureSpark } from "../../../local/engines/engines.js";
import { ensurePostgres } from "../../../local/engines/postgres.js";
import type { Tree } from "../../golden.js";
import { readProject } from "../../projects.js";
import { impatient } from "../../publish/cloud.fixture.js";
import { goingWrong, requestsOf } from "../../publish/mishaps.fixture.js";
import { projectCloud, versionOf } from "../../publish/project-cloud.fixture.js";
import { attemptsOf, type Grants, type ShopTable } from "./access.fixture.js";
import { type KeptServer, keptServer } from "./kept-server.fixture.js";

/*
 * One project with all that is published at once: pipelines of Data Factory, notebooks, scripts of a warehouse that a pipeline runs, and
 * rights in a PostgreSQL that really runs. Killed at any request to Azure and any message to the database, and done again, the end is the same.
 */

const password = "admin-of-shop";
const [youflix, shop] = [readProject("youflix"), readProject("shop-access")];
const [project, shopProject] = [youflix, shop].map((files) => parse(files["sluice.yaml"] ?? ""));
const access: { readonly grants: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> } = parse(
  shop["access.yaml"] ?? "",
);

/** YouFlix that also keeps the rights of the shop's teams; `changed`: its own files that are otherwise. */
const filesOf = (grants: typeof access.grants, changed: Tree = {}): Tree => ({
  ...youflix,
  ...changed,
  "sluice.yaml": stringify({
    ...project,
    connections: {
      ...project.connections,
      shop: { ...shopProject.connections.shop, server: "shop.postgres.database.azure.com" },
    },
    principals: { ...project.principals, ...shopProject.principals },
  }),
  "pipelines/access.yaml": JSON.stringify({ pipeline: "access", grants }),
});

/** Before, a team has no rights, the warehouse has a view less, and the pipeline is described otherwise. */
const { sales: _, ...ofTwoTeams } = access.grants;
const [first, second] = [
  versionOf(
    filesOf(ofTwoTeams, {
      "pipelines/users.yaml": (youflix["pipelines/users.yaml"] ?? "").replace(
        /^description: .*$/m,
        "description: Users",
      ),
      "pipelines/warehouse.yaml": (youflix["pipelines/warehouse.yaml"] ?? "").replace(/^.*\busers: [{[].*\n/gm, ""),
    }),
  ),
  versionOf(filesOf(access.grants)),
];

const teams = Object.keys(access.grants);
const tables: readonly ShopTable[] = ["public.orders", "public.products"].map((name) => ({
  name,
  id: "serial",
  key: ["id"],
}));
const declared: Grants = Object.fromEntries(
  Object.entries(access.grants).map(([team, objects]) => [
    team,
    Object.fromEntries(
      Object.entries(objects).map(([object, privileges]) => [object.replace("connections.shop.", ""), privileges]),
    ),
  ]),
);

let server: KeptServer;
let cloud: Awaited<ReturnType<typeof projectCloud>>;

beforeAll(async () => {
  server = await keptServer(await ensurePostgres(await ensureSpark(() => {}), () => {}));
  const made = await server.do({
    script: [
      `CREATE ROLE grants_admin LOGIN CREATEROLE PASSWORD '${password}'`,
      "CREATE ROLE shop_owner",
      "GRANT shop_owner TO grants_admin WITH INHERIT FALSE, SET TRUE",
      "REVOKE ALL ON DATABASE shop FROM PUBLIC",
      "REVOKE ALL ON SCHEMA public FROM PUBLIC",
      "GRANT USAGE, CREATE ON SCHEMA public TO shop_owner",
      "GRANT CONNECT ON DATABASE shop TO grants_admin WITH GRANT OPTION",
      "GRANT USAGE ON SCHEMA public TO grants_admin WITH GRANT OPTION",
      ...tables.flatMap(({ name }) => [
        `CREATE TABLE ${name} (id serial PRIMARY KEY, name text, amount integer)`,
        `ALTER TABLE ${name} OWNER TO shop_owner`,
      ]),
    ].join(";\n"),
  });
  expect(made).toBeNull();
  cloud = await projectCloud(filesOf(access.grants), [], {
    postgres: server.address,
    passwords: { "shop-admin-password": password },
  });
}, 120_000);

afterAll(async () => {
  await cloud.stop();
  await server.stop();
});

const attempts = attemptsOf(teams, tables, (team, { name }) => declared[team]?.[name] ?? []);
const attempted = (): Promise<unknown> =>
  server.do({ attempts: attempts.map(({ role, statement }) => [role, statement]) });
const allowed = attempts.map(({ isAllowed }) => (isAllowed ? null : "42501"));

it("is one plan, and killed anywhere and done again ends the same", async () => {
  await cloud.become(first);
  cloud.control.clearLog();
  server.cutAt(undefined);
  const { kind, steps } = await cloud.become(second);
  expect(kind).toBe("published");
  for (const id of ["update:pipeline/users", "run:pipeline/youflix_ldw_scripts", "update:rights/shop"])
    expect(steps).toContain(id);
  expect((await cloud.become(second)).steps).toEqual([]);
  const [requests, messages, end] = [requestsOf(cloud.control.log), server.messages(), cloud.everything()];
  expect(end).toContain("CREATE OR ALTER VIEW [warehouse].[users]");
  expect(await attempted()).toEqual(allowed);
  const strays: string[] = [];
  let runs = 0;
  const again = async (at: string, goWrong: () => void): Promise<void> => {
    await cloud.become(first);
    goWrong();
    await cloud.become(second, { ...impatient, operation: 100 }).catch(() => undefined);
    cloud.control.play(undefined);
    server.cutAt(undefined);
    cloud.afterAMinute();
    const { kind: ended } = await cloud.become(second);
    runs += 1;
    if (ended !== "published" || cloud.everything() !== end) strays.push(`${at}: ${ended}`);
    expect([at, await attempted()]).toEqual([at, allowed]);
  };
  const mishaps = ["killed before", "killed after", "answer lost"];
  for (const [index, at] of requests.entries())
    if (index % 3 === 0) {
      const mishap = mishaps[(index / 3) % mishaps.length] ?? "";
      await again(`${mishap} at ${at}`, () => goingWrong(cloud.control, mishap, at));
    }
  for (let at = 1; at <= messages; at += 3)
    await again(`message ${at}`, () => server.cutAt(at, at % 2 === 0 ? "before" : "after"));
  expect(strays).toEqual([]);
  expect(runs).toBeGreaterThan(25);
}, 300_000);
