// Holds what the projects to copy compile to against the types of Azure's own services: as they are, with a workspace of Synapse as their
// whole platform, and with a data factory and Databricks; and the templates of rights that golden cases show.
// usage: node .ci/arm.mjs   Where the checker lies beside the checkout. Exit code 3: there is none.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { root, say } from "./setup.mjs";

/** JSON that no type of Azure Resource Manager describes; `test/adf/sound.test.ts` has shapes of our own for what is of a service. */
const untyped = new Map([
  ["synapse-workspace/notebook", "known to a workspace's own endpoint alone"],
  ["synapse-workspace/module", "a notebook too"],
  ["synapse-workspace/sparkJobDefinition", "known to a workspace's own endpoint alone"],
  ["databricks-workspace/job", "of Databricks' own API"],
  ["azure-rights/file-rights", "read by the program that is made beside it"],
  ["this-machine/flow", "never leaves this machine"],
  ["this-machine/job", "never leaves this machine"],
  ["this-machine/warehouse", "never leaves this machine"],
  ["this-machine/pool", "never leaves this machine"],
]);
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
  const rights = [
    "project-grants-hubs",
    "project-grants-cosmos",
    "project-grants-stacks",
    "grants-files",
    "grants-lake",
  ].map((name) => compiled(join(folder, name), golden(name)));
  process.exitCode = held([...outputs, ...rights]);
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

/** The project of a golden case: no project to copy grants roles of Azure yet. */
function golden(name) {
  const [project, ...pipelines] = readFileSync(join(root, "test/golden", name, "input.yaml"), "utf8").split(/^---\n/m);
  return { "sluice.yaml": project, ...Object.fromEntries(pipelines.map((one, at) => [`pipelines/${at}.yaml`, one])) };
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

/** Exit code: 0 if each file of JSON was looked at, or is of a kind that has no type, and nothing was found. */
function held(outputs) {
  const emitted = outputs.flatMap(emittedIn);
  const typed = emitted.filter(({ kind }) => !untyped.has(kind));
  for (const { file } of typed.filter(({ kind }) => kind === "arm/factory")) asTemplate(file);
  const { status, stdout } = spawnSync(process.execPath, [checker, ...outputs], { encoding: "utf8" });
  console.log(stdout.trimEnd());
  console.log(`${typed.length} of ${emitted.length} files have types; without:`);
  for (const [kind, reason] of untyped)
    console.log(`  ${emitted.filter((one) => one.kind === kind).length} ${kind}: ${reason}`);
  const [, looked, unknown] = /^(\d+) files, \d+ resources, (\d+) of unknown type/m.exec(stdout) ?? [];
  if (Number(looked) === typed.length && unknown === "0") return status;
  console.error(`${looked} files were looked at; ${unknown} resources are of a type that the checker does not know.`);
  return 1;
}

/** The JSON of a project, as its manifest lists it. */
function emittedIn(output) {
  const { artifacts } = JSON.parse(readFileSync(join(output, "manifest.json"), "utf8"));
  return artifacts
    .filter(({ path }) => path.endsWith(".json"))
    .map(({ path, plane, kind }) => ({ file: join(output, path), kind: `${plane}/${kind}` }));
}

/** What a project says of a factory becomes the resource of a template: the checker goes by the folder for a factory's parts only. */
function asTemplate(file) {
  const { name, properties } = JSON.parse(readFileSync(file, "utf8"));
  const factory = { type: "Microsoft.DataFactory/factories", apiVersion: "2018-06-01", name, properties };
  writeFileSync(file, JSON.stringify({ resources: [factory] }));
}
