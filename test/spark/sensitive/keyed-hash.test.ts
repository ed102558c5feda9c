import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { ensureSpark } from "../../../local/engines/engines.js";
import { csv, type Ran, ran } from "../clauses/project.js";
import { hashKeys as keys } from "../kept.js";

/** The golden's pipeline, fed from a file, with a table that joins and groups by hashes. */
const [project = "", written = ""] = readFileSync("test/golden/spark-keyed-hash/input.yaml", "utf8").split("---\n");
const rows = written.replace("topic: visits\n", "topic: visits\n    producer: { file: visits/*.csv, key: page }\n");
const pipeline = `${rows.split("gold:\n")[0]}gold:
  again:
    from: silver.visits
    write: replace
    columns: { visitor: visitor, hash_of_hash: "keyed_hash(visitor, 'customers')", page: page }
    join: { same: { table: gold.visitors, how: inner, on: [visitor], columns: { pages: pages } } }
  visitors: { from: silver.visits, write: replace, group_by: [visitor], aggregates: { pages: count(*) } }
`;
const at = (minute: number): string => `2026-03-01T10:${minute}:00Z`;
const base64 = (text: string): string => Buffer.from(text).toString("base64");
/** Letters beyond ASCII, nothing but a space, nulls, and bytes. */
const visits = [
  [at(10), "Zoë@example.org ", base64("one"), "start"],
  [at(11), "zoë@EXAMPLE.org", base64("two"), "next"],
  [at(12), " ", base64("\u0000ÿ"), "start"],
  [at(13), null, null, "start"],
] as const;
/** By Python's own module, which knows nothing of Spark. */
let hashed: (key: keyof typeof keys, bytes: Buffer) => string;
let result: Ran;
/** What the run has left behind, in all forms in which a key could stand there. */
let leaks: readonly string[] = [];

beforeAll(async () => {
  const { python } = await ensureSpark(() => {});
  hashed = (key, bytes) => {
    const program =
      "import hmac, sys; print(hmac.new(sys.argv[1].encode(), bytes.fromhex(sys.argv[2]), 'sha256').hexdigest())";
    return execFileSync(python, ["-c", program, keys[key], bytes.toString("hex")], { encoding: "utf8" }).trim();
  };
  const files = { "visits/1.csv": csv(["at", "email", "device", "page"], visits) };
  result = await ran(project, pipeline, files, async ({ places }) => {
    leaks = leaksIn(places.state);
  });
});

const forms = Object.values(keys).flatMap((key) => {
  const bytes = Buffer.from(key);
  const pad = (byte: number): Buffer => Buffer.from([...bytes].map((one) => one ^ byte));
  return [bytes, pad(0x36), pad(0x5c)].flatMap((form) => [
    form.toString("latin1"),
    form.toString("hex"),
    form.toString("hex").toUpperCase(),
    form.toString("base64").replace(/=+$/, ""),
  ]);
});

const leaksIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const text = readFileSync(path, "latin1");
      return forms.some((form) => text.includes(form));
    });

it("hashes are what Python's own module has, also of what is no ASCII, of nothing, and of bytes", () => {
  const zoe = hashed("customers-hash-key", Buffer.from("zoë@example.org"));
  const nobody = hashed("customers-hash-key", Buffer.from(""));
  const device = (text: string) => `d-${hashed("devices-hash-key", Buffer.from(text))}`;
  expect(createHmac("sha256", keys["customers-hash-key"]).update("").digest("hex")).toBe(nobody);
  const silver = result.tables["silver.visits"] ?? [];
  const found = silver.map(({ visitor, device: one }) => [visitor, one]);
  expect(found).toEqual([
    [zoe, device("one")],
    [zoe, device("two")],
    [nobody, device("\u0000ÿ")],
    [null, null],
  ]);
});

it("tables are joined and grouped by hashes, and hash again", () => {
  const zoe = hashed("customers-hash-key", Buffer.from("zoë@example.org"));
  const again = result.tables["gold.again"] ?? [];
  expect(again.filter(({ visitor }) => visitor === zoe).map(({ pages }) => pages)).toEqual([2, 2]);
  expect(again.map(({ hash_of_hash }) => hash_of_hash)).toContain(hashed("customers-hash-key", Buffer.from(zoe)));
  expect(again).toHaveLength(3);
});

it("a replayed batch has the same hashes", () => {
  expect(result.again).toEqual(result.tables);
});

it("no key, and nothing that it could be told from, is in what a run leaves: tables, logs of commits, checkpoints", () => {
  expect(leaks).toEqual([]);
});
