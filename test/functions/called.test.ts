import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readSamples, type SampleApi, startSampleApi } from "../../local/http/sample-api.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-called-"));
const app = resolve("test/functions/called/functions");
const python = process.env["SLUICE_PYTHON"] || "python3";
let api: SampleApi | undefined;
beforeAll(async () => {
  api = await startSampleApi("a-token-of-the-api");
  api.show(await readSamples("test/functions/called/samples/shops-1.json"));
});
afterAll(async () => {
  await api?.stop();
  rmSync(folder, { recursive: true });
});

const name = "load=20261127T050000.000000Z-0a1b2c3d";
type Standing = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The lines of a load that counts; undefined: none does. */
function counted(standing: Standing): string | undefined {
  expect(Object.keys(standing).filter((one) => one !== name)).toEqual([]);
  const { "_load.json": note, ...files } = standing[name] ?? {};
  if (note === undefined) return undefined;
  const { files: said }: { readonly files: readonly { readonly name: string; readonly length: number }[] } =
    JSON.parse(note);
  for (const { name: file, length } of said) expect(Buffer.byteLength(files[file] ?? "")).toBe(length);
  return said.map((file) => files[file.name]).join("");
}

const settings = () => ({ SHOPS_API: api?.address, SHOPS_API_TOKEN: api?.key, PYTHONDONTWRITEBYTECODE: "1" });

it("killed after any of its lines and called again, a load counts whole or not at all, and once", async () => {
  const script = [resolve("test/functions/killed_call.py"), app, join(folder, "killed")];
  const { stdout } = await promisify(execFile)(python, script, { env: { ...process.env, ...settings() } });
  const runs: readonly { readonly killed: boolean; readonly after: Standing; readonly again: Standing }[] = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const whole = counted(runs.at(-1)?.after ?? {});
  expect(
    whole
      ?.trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { id: 1, city: "Łódź", sales: 10.5 },
    { id: 2, city: "Łódź", sales: 0.25 },
    { id: 3, city: "Gdańsk", sales: 7 },
  ]);
  for (const { after, again } of runs) {
    expect([undefined, whole]).toContain(counted(after));
    expect(counted(again)).toBe(whole);
    // What counted before is as it was.
    if (counted(after) !== undefined) expect(again).toEqual(after);
  }
  expect(new Set(runs.map(({ after }) => counted(after)))).toEqual(new Set([undefined, whole]));
  expect(runs.filter(({ killed }) => killed).length).toBeGreaterThan(30);
  expect(runs.filter(({ killed }) => !killed)).toHaveLength(1);
});

it("called many times at once for one load, it is made once", async () => {
  const lake = join(folder, "many");
  const program = `import os, sys\nsys.path.insert(0, ${JSON.stringify(app)})\nfrom shared_code.shops import load\nprint(load("shops/${name}", os.environ)["is_new"])`;
  const env = { ...process.env, ...settings(), LAKE: lake };
  const answers = await Promise.all(
    [1, 2, 3, 4, 5, 6].map(() => promisify(execFile)(python, ["-c", program], { env })),
  );
  expect(answers.map(({ stdout }) => stdout.trim()).toSorted()).toEqual([
    ...["False", "False", "False", "False", "False"],
    "True",
  ]);
  const place = join(lake, "shops", name);
  const files = readdirSync(place).filter((one) => !one.startsWith("."));
  const text = (one: string): string => readFileSync(join(place, one), "utf8");
  expect(counted({ [name]: Object.fromEntries(files.map((one) => [one, text(one)])) })).toContain('"id": 3');
});
