import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Session } from "../../../local/drain.js";
import { only } from "../clauses/project.js";
import { ChangingProject } from "../storage/project.js";

const project = new ChangingProject();

afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

const first = `
version: 1
project: samples
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections: { shop: { kind: storage, account: shop, container: tables } }
environments: { local: { on: this-machine } }
---
pipeline: shop
sources:
  orders: { kind: lake, connection: shop, path: orders, format: delta, changes: append_only, columns: { id: int }, producer: { file: orders/*.csv } }
  again: { kind: lake, connection: shop, path: orders, format: delta, changes: append_only, columns: { id: int }, producer: { file: orders/*.csv } }
bronze:
  orders: { from: sources.orders }
  again: { from: sources.again }
`.trimStart();

const grown = first
  .replaceAll("{ id: int }", "{ id: int, note: string }")
  .replaceAll(/sources\.(orders|again) }/g, "sources.$1, on_schema_change: add }");

function write(name: string, text: string): string {
  const path = join(project.folder, "orders", name);
  mkdirSync(join(project.folder, "orders"), { recursive: true });
  writeFileSync(path, text);
  return path;
}

it("samples are added once to a table of two sources, a wrong one when it is mended, and later ones with a new column", async () => {
  write("1.csv", "id\n1\n");
  await project.run(first, async (session) => {
    expect(await rows(session)).toEqual([[{ id: 1, note: null }], [{ id: 1, note: null }]]);

    const second = write("2.csv", "id\n2\ntwo\n");
    await expect(project.again(first, session)).rejects.toThrow(`${second}: its rows cannot be added to `);
    write("2.csv", "id\n2\n");
    expect(await project.again(first, session)).toBeUndefined();

    // A new column is there before a sample brings it.
    expect(await project.again(grown, session)).toBeUndefined();
    const both = [
      { id: 1, note: null },
      { id: 2, note: null },
    ];
    expect(await rows(session)).toEqual([both, both]);

    const third = write("3.csv", "id,note\n3,new\n");
    expect(await project.again(grown, session)).toBeUndefined();
    const all = [
      { id: 1, note: null },
      { id: 2, note: null },
      { id: 3, note: "new" },
    ];
    expect(await rows(session)).toEqual([all, all]);
    write("3.csv", "id,note\n3,old\n");
    await expect(project.again(grown, session)).rejects.toThrow(
      `'3.csv' was sent to 'stores/shop/orders' as file 3, and ${third} has another content`,
    );

    // A state that begins with the new column takes samples that are older than it.
    const other = join(session.places.state, "stores", "other");
    const older = {
      path: second,
      format: "csv",
      version: 0,
      table: other,
      columns: ["id int", "note string"],
    } as const;
    expect(await session.runner.append(older)).toEqual({ kind: "added" });
    expect(await session.runner.rows(other)).toEqual([{ id: 2, note: null }]);
    const mistyped = write("4.csv", "nr\n4\n");
    expect((await session.runner.append({ ...older, path: mistyped, version: 1 })).kind).toBe("unfit");
  });
});

/** What the two bronze tables hold. */
const rows = ({ runner, places }: Session) =>
  Promise.all(
    ["orders", "again"].map(async (name) =>
      only(await runner.rows(join(places.state, "lake", "bronze", name)), "id", "note"),
    ),
  );
