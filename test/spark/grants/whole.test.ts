import { afterAll, beforeAll, expect, it } from "vitest";
import { ensureSpark } from "../../../local/engines/engines.js";
import { ensurePostgres } from "../../../local/engines/postgres.js";
import { impatient } from "../../publish/cloud.fixture.js";
import { goingWrong, requestsOf } from "../../publish/mishaps.fixture.js";
import { nothing, projectCloud, type Version } from "../../publish/project-cloud.fixture.js";
import { onFactory } from "../../whole-factory.js";
import { onSynapse } from "../../whole-workspace.js";
import { attemptsOf, type Grants, type ShopTable } from "./access.fixture.js";
import { everythingOn, people, resources } from "./everything.fixture.js";
import { type KeptServer, keptServer } from "./kept-server.fixture.js";

/*
 * All projects to copy are one, and published by one plan: pipelines, notebooks and jobs, scripts of two warehouses that a pipeline runs, stacks of
 * roles at a hub and in an account of Azure Cosmos DB, and rights in a PostgreSQL that really runs. Killed at requests to Azure and at messages to
 * the database, and done again, the end is the same. An environment has one orchestrator, so there are two such plans: with a data factory and
 * Databricks, where tmdb has the factory too, and with a workspace of Synapse, where nobody but a person runs a warehouse's scripts.
 */

const password = "admin-of-shop";
const platforms = {
  factory: {
    ...everythingOn(onFactory),
    changes: ["dataflow/everything_imdb_silver_title_genres", "pipeline/tills", "pipeline/tmdb", "pipeline/users"],
    runs: ["run:pipeline/everything_ldw_scripts", "run:pipeline/everything_serverless_scripts"],
    every: 8,
  },
  workspace: {
    ...everythingOn(onSynapse),
    changes: ["dataflow/everything_imdb_silver_title_genres", "pipeline/tills", "pipeline/tmdb", "pipeline/users"].map(
      (one) => `synapse.${one}`,
    ),
    runs: [],
    every: 20,
  },
};
const { grants } = platforms.factory;
const teams = Object.keys(grants);
const tables: readonly ShopTable[] = ["public.orders", "public.products"].map((name) => ({
  name,
  id: "serial",
  key: ["id"],
}));
const declared: Grants = Object.fromEntries(
  Object.entries(grants).map(([team, objects]) => [
    team,
    Object.fromEntries(
      Object.entries(objects).map(([object, privileges]) => [object.replace("connections.shop.", ""), privileges]),
    ),
  ]),
);

let server: KeptServer;

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
}, 120_000);

afterAll(() => server.stop());

const attempts = attemptsOf(teams, tables, (team, { name }) => declared[team]?.[name] ?? []);
const attempted = (): Promise<unknown> =>
  server.do({ attempts: attempts.map(({ role, statement }) => [role, statement]) });
const allowed = attempts.map(({ isAllowed }) => (isAllowed ? null : "42501"));
/** With `SLUICE_MATRIX=1/1` at each request and message, which takes some minutes. */
const isWhole = process.env["SLUICE_MATRIX"] !== undefined;
const mishaps = ["killed before", "killed after", "answer lost"];

it.each(Object.entries(platforms))(
  "all projects are one plan, on one %s, and killed anywhere and done again it ends the same",
  async (name, { files, first, second, changes, runs: scripts, every: some }) => {
    const databases = { postgres: server.address, passwords: { "shop-admin-password": password } };
    const cloud = await projectCloud(files, people, databases, { resources });
    server.cutAt(undefined);
    const every = isWhole ? 1 : some;
    const strays: string[] = [];
    let runs = 0;

    /** Goes from one version to the second with what goes wrong, and again without. */
    const again = async (from: Version, at: string, end: string, goWrong: () => void): Promise<void> => {
      await cloud.become(from);
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

    /** Kills each of so many requests on the way from a version to the second; what the whole way took. */
    const trip = async (from: Version, each: number) => {
      await cloud.become(from);
      cloud.control.clearLog();
      const before = server.messages();
      const { kind, steps } = await cloud.become(second);
      expect(kind).toBe("published");
      expect((await cloud.become(second)).steps).toEqual([]);
      const [requests, end] = [requestsOf(cloud.control.log), cloud.everything()];
      const messages = server.messages() - before;
      for (const [index, at] of requests.entries())
        if (index % each === 0) {
          const mishap = mishaps[(index / each) % mishaps.length] ?? "";
          await again(from, `${mishap} at ${at}`, end, () => goingWrong(cloud.control, mishap, at));
        }
      return { steps, end, requests: requests.length, messages };
    };

    const made = await trip(nothing, 10 * every);
    const { steps, end, requests, messages } = await trip(first, every);
    for (const id of [
      ...changes.map((one) => `update:${one}`),
      ...scripts,
      "update:rights/shop",
      "update:rights/events",
    ])
      expect(steps).toContain(id);
    expect(made.end).toBe(end);
    for (let at = 1; at <= messages; at += every)
      await again(first, `message ${at}`, end, () => server.cutAt(at, at % 2 === 0 ? "before" : "after"));
    await cloud.stop();
    console.log(
      `${name}: ${made.steps.length} and ${steps.length} steps, ${made.requests} and ${requests} requests, ${messages} messages, ${runs} runs`,
    );
    expect(strays).toEqual([]);
    expect(runs).toBeGreaterThanOrEqual(10);
  },
  1_200_000,
);
