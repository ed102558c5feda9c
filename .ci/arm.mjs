// Holds what the projects to copy compile to against the types of Azure's own services: as they are, with a workspace of Synapse as their
// whole platform, and with a data factory and Databricks.
// usage: node .ci/arm.mjs   Where the checker lies beside the checkout. Exit code 3: there is none.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { attempt, root, say } from "./setup.mjs";

const checker = join(root, "..", "shared", "checks", "arm", "check.mjs");
if (!existsSync(checker)) process.exit(3);
say("what the projects compile to, on each platform, against the services' types");
process.chdir(root);
const folder = mkdtempSync(join(tmpdir(), "sluice-arm-"));
try {
  const { projectNames, readProject, onSynapse, onFactory } = await written();
  const outputs = projectNames().flatMap((name) =>
    Object.entries({ as: readProject, synapse: onSynapse, factory: onFactory }).map(([platform, read]) =>
      compiled(join(folder, `${name}-${platform}`), read(name)),
    ),
  );
  process.exitCode = attempt(process.execPath, [checker, ...outputs]);
} finally {
  rmSync(folder, { recursive: true });
}

/** The tests' own ways to write a project for another platform. */
async function written() {
  const entry = "\0projects";
  const modules = ["projects", "whole-workspace", "whole-factory"].map((name) => join(root, "test", `${name}.ts`));
  const bundle = await rolldown({
    input: entry,
    platform: "node",
    external: /^(?![./\0])/,
    resolve: { extensionAlias: { ".js": [".ts"] } },
    plugins: [
      {
        name: "projects",
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) =>
          id === entry ? modules.map((path) => `export * from ${JSON.stringify(path)};`).join("\n") : undefined,
      },
    ],
  });
  const file = join(folder, "projects.mjs");
  await bundle.write({ file, format: "esm" });
  return import(pathToFileURL(file));
}

/** Where it stands what a project compiles to. */
function compiled(project, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  const command = [join(root, "bin", "sluice.js"), "compile", "--project", project];
  const { status, stdout } = spawnSync(process.execPath, command, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`${project} does not compile:\n${stdout}`);
  return join(project, "generated");
}
