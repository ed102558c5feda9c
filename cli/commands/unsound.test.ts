import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Azure, startAzure } from "../../local/azure/azure.js";
import { everyService, seeded, user } from "../../local/azure/seed.js";
import { type Said, said } from "../said.fixture.js";

// Going back and destroying look at no pipeline: they are done also while pipelines have errors.

const cwd = mkdtempSync(join(tmpdir(), "sluice-unsound-"));
const environment = { ...process.env };
const pipeline = join(cwd, "pipelines/readings.yaml");
let azure: Azure;
let sound: string;

const sluice = (...argv: readonly string[]): Promise<Said> => said(cwd, argv);

beforeAll(async () => {
  cpSync("pipelines/telemetry", cwd, { recursive: true, filter: (path) => !/\.sluice|generated/.test(path) });
  sound = readFileSync(pipeline, "utf8");
  azure = await startAzure({ principals: [user], seed: seeded({ containers: ["telemetryprod/lake"] }) });
  Object.assign(process.env, {
    SLUICE_DATABRICKS: azure.databricks,
    SLUICE_BLOB: `${azure.blob}/telemetryprod`,
    SLUICE_TOKEN: azure.token(user.id, everyService),
  });
  // A change in place: one that needs consent is none that going back may undo unasked.
  for (const text of [sound, sound.replace("Averages over five minutes", "Means of five minutes")]) {
    writeFileSync(pipeline, text);
    await sluice("compile");
    expect(await sluice("publish", "--env", "prod", "--yes")).toMatchObject({ code: 0 });
  }
});
afterAll(async () => {
  process.env = environment;
  rmSync(cwd, { recursive: true });
  await azure.stop();
});

const unsound = [
  ["no YAML", () => "tables: [\n"],
  ["a word that there is not", () => sound.replace("between -60 and", "betwixt -60 and")],
] as const;

it.each(unsound)("goes back where a pipeline has %s, and says what it does not know then", async (_, text) => {
  writeFileSync(pipeline, text());
  expect(await sluice("validate")).toMatchObject({ code: 1 });
  const listed = await sluice("rollback", "--env", "prod");
  expect(listed).toMatchObject({ code: 0, err: "" });
  const id = /(\d+) {2}\S+\n$/.exec(listed.out)?.[1] ?? "";
  const done = await sluice("rollback", id, "--env", "prod", "--yes");
  expect(done).toMatchObject({ code: 0, out: expect.stringMatching(/Rolled back: \d+ steps\.\n|Nothing to do\.\n$/) });
  expect(done.err).toContain(
    `The sources have errors, so whether going back to release ${id} needs more than 'sluice permissions' prints for them is not known.\n`,
  );
  expect((await sluice("rollback", id, "--env", "prod", "--yes")).out).toContain("Nothing to do.\n");
});

it.each(unsound)("destroys where a pipeline has %s, and nothing else is said of that", async (_, text) => {
  writeFileSync(pipeline, sound);
  await sluice("compile");
  await sluice("publish", "--env", "prod", "--yes");
  writeFileSync(pipeline, text());
  const refused = await sluice("destroy", "--env", "prod", "--yes");
  const [, leave = ""] = /--allow (\S+)/.exec(refused.err) ?? [];
  const done = await sluice("destroy", "--env", "prod", "--yes", "--allow", leave);
  expect(done).toMatchObject({ code: 0, out: expect.stringMatching(/Destroyed: 8 steps\.\n$/) });
  expect(done.err).not.toContain("error");
});

it("needs sluice.yaml to be sound, which says where the environment is", async () => {
  const path = join(cwd, "sluice.yaml");
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace("environments:", "surroundings:"));
  for (const command of ["destroy", "rollback"])
    expect(await sluice(command, "--env", "prod")).toMatchObject({
      code: 1,
      err: expect.stringContaining("The project has errors."),
    });
  writeFileSync(path, text);
});
