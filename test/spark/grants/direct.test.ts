import { afterAll, beforeAll, expect, it } from "vitest";
import { ensureSpark } from "../../../local/engines/engines.js";
import { ensureDuckdb } from "../../../local/engines/packages.js";
import { readCase, type Tree } from "../../golden.js";
import { nothing, projectCloud, versionOf } from "../../publish/project-cloud.fixture.js";
import { type TdsServer, tdsServer } from "../../publish/tds.fixture.js";

/*
 * Rights that publishing itself brings to a database (`--sql direct`), over the protocol of SQL Server: what everybody may do there then is
 * tried on what the emitted script makes of a catalogue, and held against the YAML, worked out by hand.
 */

const first = readCase("project-rights-deployed").input;
/** Clerks may change another column, and no longer read the buyer. */
const second: Tree = Object.fromEntries(
  Object.entries(first).map(([path, text]) => [
    path,
    text.replace(
      "[select, update: { columns: [amount] }]",
      "[select: { columns: [id, amount] }, update: { columns: [buyer] }]",
    ),
  ]),
);

const caseOf = (rights: readonly string[]) => ({
  name: "till",
  schemas: { dbo: { receipts: ["id", "amount", "buyer"], tills: ["id"] } },
  roles: ["clerks"],
  whole: ["clerks", "dbo", "receipts"],
  isDedicated: false,
  expected: rights.map((right) => `clerks|${right}`),
});
const atFirst = caseOf([
  "SELECT|dbo.receipts|id",
  "SELECT|dbo.receipts|amount",
  "SELECT|dbo.receipts|buyer",
  "UPDATE|dbo.receipts|amount",
]);
const then = caseOf(["SELECT|dbo.receipts|id", "SELECT|dbo.receipts|amount", "UPDATE|dbo.receipts|buyer"]);

let server: TdsServer;
let cloud: Awaited<ReturnType<typeof projectCloud>>;

beforeAll(async () => {
  const { python, env } = await ensureDuckdb(await ensureSpark(() => {}), () => {});
  const script = "test/spark/grants/tds_rights.py";
  server = await tdsServer({}, { python, script, env: { ...process.env, ...env } });
  cloud = await projectCloud(first, [], { sql: server.address });
}, 120_000);

afterAll(async () => {
  await cloud.stop();
  await server.stop();
});

it("brings a database to what is declared, whatever people have granted there, and leaves what others hold", async () => {
  for (const seed of [1, 2]) {
    await cloud.become(nothing);
    await server.ask({ soil: atFirst, seed });
    const others = await server.ask({ others: atFirst });
    expect(await server.ask({ wrong: atFirst })).not.toEqual([]);
    for (const [files, expected] of [
      [first, atFirst],
      [second, then],
    ] as const) {
      expect((await cloud.become(versionOf(files))).kind).toBe("published");
      expect([seed, await server.ask({ wrong: expected })]).toEqual([seed, []]);
    }
    expect(await server.ask({ others: atFirst })).toEqual(others);
    const end = await server.ask({ state: "till" });
    expect((await cloud.become(versionOf(second))).steps).toEqual([]);
    expect(await server.ask({ state: "till" })).toEqual(end);
  }
});

it("is not begun where the script would end, and changes nothing", async () => {
  await cloud.become(nothing);
  await server.ask({ soil: { ...atFirst, schemas: { dbo: { tills: ["id"], receipts: ["id"] } } }, seed: 4 });
  const held = async () => {
    const state = await server.ask({ state: "till" });
    // The other database's script is nothing to this one.
    return Array.isArray(state) ? state.slice(0, 3) : [];
  };
  const before = await held();
  await expect(cloud.become(versionOf(first))).rejects.toThrow("dbo.receipts.amount is not there");
  expect(before).toHaveLength(3);
  expect(await held()).toEqual(before);
});

it("comes to the same rights wherever the connection is cut, and given again", async () => {
  const become = async (seed: number) => {
    await cloud.become(nothing);
    await server.ask({ soil: atFirst, seed });
    server.cutAt(undefined);
    await cloud.become(versionOf(first));
    server.cutAt(undefined);
  };
  await become(5);
  await cloud.become(versionOf(second));
  const [messages, end] = [server.messages(), await server.ask({ state: "till" })];
  const strays: string[] = [];
  for (let at = messages; at >= 1; at -= 4)
    for (const when of at === messages ? (["before", "after"] as const) : (["before"] as const)) {
      await become(5);
      server.cutAt(at, when);
      // Cut while the plan is made, nothing is begun.
      const cut = await cloud.become(versionOf(second)).catch(() => ({ kind: "not begun" }));
      server.cutAt(undefined);
      const { kind } = await cloud.become(versionOf(second));
      if (cut.kind === "published" || kind !== "published") strays.push(`${when} ${at}: ${cut.kind}, ${kind}`);
      expect([at, when, await server.ask({ wrong: then })]).toEqual([at, when, []]);
      expect(await server.ask({ state: "till" })).toEqual(end);
    }
  expect(strays).toEqual([]);
  expect(messages).toBeGreaterThanOrEqual(6);
});
