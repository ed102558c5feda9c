import { execFile } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { type Azure, startAzure } from "../local/azure/azure.js";
import { everyService, seeded, user } from "../local/azure/seed.js";

/** The sections of the page that hold one, by their titles. */
const recipes = readFileSync("docs/ci.md", "utf8")
  .split(/^## /m)
  .flatMap((section) => {
    const [, title, text] = /^(.+)\n[\s\S]*?^```yaml\n([\s\S]*?)^```$/m.exec(section) ?? [];
    return title === undefined || text === undefined ? [] : [{ title, text }];
  });

let folder: string;
let azure: Azure;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sluice-ci-"));
  azure = await startAzure({ principals: [user], seed: seeded({ containers: ["telemetryprod/lake"] }) });
  const bin = join(folder, "bin");
  mkdirSync(bin);
  // The recipes' `npx sluice` is the one of this checkout.
  writeFileSync(join(bin, "npx"), `#!/bin/sh\nshift\nexec node '${resolve("bin/sluice.js")}' "$@"\n`);
  chmodSync(join(bin, "npx"), 0o755);
});
afterAll(async () => {
  await azure.stop();
  rmSync(folder, { recursive: true });
});

it("has a recipe for each of the two services", () => {
  expect(recipes.map(({ title }) => title)).toEqual(["GitHub Actions", "Azure DevOps"]);
});

it.each(recipes)("what $title runs checks, plans and publishes a project, and keeps its plan", ({ title, text }) => {
  const project = join(folder, title);
  cpSync("pipelines/telemetry", project, { recursive: true, filter: (path) => !/\.sluice|generated/.test(path) });
  const environment = {
    ...process.env,
    PATH: `${join(folder, "bin")}${delimiter}${process.env["PATH"] ?? ""}`,
    SLUICE_DATABRICKS: azure.databricks,
    SLUICE_BLOB: `${azure.blob}/telemetryprod`,
    SLUICE_TOKEN: azure.token(user.id, everyService),
    GITHUB_STEP_SUMMARY: join(project, "summary.md"),
    ALLOW: "update:job/telemetry-readings delete:job/telemetry-other",
  };
  const bash = (script: string): Promise<string> =>
    // A file that another job has left is where it was made.
    promisify(execFile)("bash", ["-e", "-c", script.replace("$(Pipeline.Workspace)/plan/", "")], {
      ...{ cwd: project, env: environment },
    }).then(({ stdout }) => stdout);
  return runAll(scriptsIn(parse(text)), bash, project);
});

async function runAll(scripts: readonly string[], bash: (script: string) => Promise<string>, project: string) {
  const ours = scripts.filter((script) => script.includes("npx sluice"));
  expect(ours.length).toBeGreaterThan(3);
  await bash("npx sluice compile");
  const said: string[] = [];
  for (const script of ours) said.push(await bash(script));
  expect(said.at(-1)).toMatch(/^Published: \d+ steps\.|^Nothing to do\./);
  const files = ["plan.md", "summary.md"].map((name) => join(project, name)).filter((path) => existsSync(path));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(readFileSync(file, "utf8")).toMatch(/^### telemetry → prod: /);
  expect(await bash("npx sluice plan --env prod --detailed-exitcode")).toContain("nothing to do");
}

/** Every script of a pipeline, as it stands in the file. */
function scriptsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    typeof one === "string" && ["run", "script", "inlineScript"].includes(key) ? [one] : scriptsIn(one),
  );
}
