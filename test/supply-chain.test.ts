import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  const project = join(scratch, "youflix");
  cpSync(join("pipelines", "youflix"), project, {
    recursive: true,
    filter: (path) => !/\.sluice$|generated$/.test(path),
  });
  const sluice = (...words: readonly string[]) => {
    const command = ["--require", closed, join("bin", "sluice.js"), ...words];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
    return { status, stderr, hasSaid: stdout !== "" };
  };
  const own = ["--project", project];
  for (const words of [
    ["validate", ...own],
    ["compile", ...own],
    ["explain", ...own],
    ["permissions", ...own, "--env", "prod"],
    ["permissions", ...own, "--env", "prod", "--for", "plan"],
    ["init", join(scratch, "new")],
    ["schema"],
    ["doctor", "--help"],
    ["--version"],
    ["--help"],
  ])
    expect({ words, ...sluice(...words) }).toEqual({ words, status: 0, stderr: "", hasSaid: true });
  // What does call is caught by it: of a project that is compiled, which is refused for nothing else before that.
  for (const command of ["plan", "status", "publish"]) {
    const { status, stderr } = sluice(command, ...own, "--env", "prod");
    expect({ command, status, stderr }).toEqual({ command, status: 99, stderr: "A CONNECTION\n" });
  }
}, 120_000);
