import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const scratch = mkdtempSync(join(tmpdir(), "sluice-supply-"));
afterAll(() => rmSync(scratch, { recursive: true }));

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

const { packages }: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync("package-lock.json", "utf8"),
);
const locked = Object.entries(packages).filter(([path]) => path !== "");
const nameOf = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

it("every package is locked by its content, and none runs a script when it is installed", () => {
  expect(locked.length).toBeGreaterThan(50);
  expect(locked.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? "")).map(([path]) => path)).toEqual([]);
  expect(locked.filter(([, one]) => one.hasInstallScript === true).map(([path]) => path)).toEqual([]);
});

it("the bill of materials names every package, by its content", () => {
  const text = execFileSync("npm", ["run", "--silent", "sbom"], { encoding: "utf8", maxBuffer: 1 << 26 });
  interface Component {
    readonly name: string;
    readonly version: string;
    readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  }
  const { components }: { readonly components: readonly Component[] } = JSON.parse(text);
  const found = components.map(
    ({ name, version, hashes: [hash] }) => `${name}@${version} ${hash?.alg} ${hash?.content}`,
  );
  const expected = locked.map(([path, { version, integrity = "" }]) => {
    const content = Buffer.from(integrity.replace(/^sha512-/, ""), "base64").toString("hex");
    return `${nameOf(path)}@${version} SHA-512 ${content}`;
  });
  expect([...new Set(found)].sort()).toEqual([...new Set(expected)].sort());
});

it("what compiles, checks and explains opens no connection", () => {
  const closed = join(scratch, "closed.cjs");
  writeFileSync(
    closed,
    `const refuse = () => { process.stderr.write("A CONNECTION\\n"); process.exit(99); };
require("node:net").Socket.prototype.connect = refuse;
require("node:dgram").createSocket = refuse;
require("node:dns").lookup = refuse;
require("node:dns").promises.lookup = refuse;
globalThis.fetch = refuse;
`,
  );
  const sluice = (...words: readonly string[]) =>
    spawnSync(process.execPath, ["--require", closed, join("bin", "sluice.js"), ...words], { encoding: "utf8" });
  for (const words of [
    ["validate", "--project", "pipelines/youflix"],
    ["compile", "--project", "pipelines/youflix", "--out", join(scratch, "out")],
    ["explain", "--project", "pipelines/youflix"],
    ["permissions", "--project", "pipelines/youflix", "--env", "prod"],
    ["init", join(scratch, "new")],
    ["schema"],
    ["--help"],
  ]) {
    const { stderr } = sluice(...words);
    expect(`${words[0]}: ${stderr}`).not.toContain("A CONNECTION");
  }
  // What does call is caught by it.
  expect(sluice("plan", "--project", "pipelines/youflix", "--env", "prod").status).not.toBe(0);
});
