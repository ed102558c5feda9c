import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureSpark } from "../../../local/engines/engines.js";
import type { RunnerEvent } from "../../../local/runner/answers.js";
import { type NotebookRun, type Runner, startRunner } from "../../../local/runner/runner.js";
import { processesNaming } from "./compiled.js";

const notebooks = fileURLToPath(new URL("./artifacts/common", import.meta.url));

let folder: string;
let runner: Runner;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sluice-runner-"));
  runner = await startRunner(await ensureSpark(console.log), {
    folder: join(folder, "spark"),
    env: { VAULT_THE_WORD: "!" },
  });
});

afterAll(async () => {
  await runner?.stop();
  await rm(folder, { recursive: true, force: true });
});

function notebook(
  form: NotebookRun["form"],
  name: string,
  parameters: Readonly<Record<string, string>> = {},
): NotebookRun {
  const path = join(notebooks, form, "notebook", form === "databricks" ? `${name}.py` : `${name}.json`);
  return { name, path, form, parameters: { lake: join(folder, "lake"), ...parameters } };
}

describe("the runner", () => {
  it.runIf(process.platform === "linux")("starts Spark with its classes archived", () => {
    const [spark = ""] = processesNaming(folder).filter((line) => line.includes("org.apache.spark.deploy.SparkSubmit"));
    const [id = ""] = spark.trim().split(" ");
    expect(readFileSync(`/proc/${id}/maps`, "utf8")).toContain("spark.jsa");
  });

  it("runs a Synapse notebook: its parameters behind the tagged cell, its secrets, what it includes", async () => {
    const events: RunnerEvent[] = [];
    const outcome = await runner.run([notebook("synapse", "numbers", { suffix: " morning" })], (event) =>
      events.push(event),
    );
    expect(outcome).toEqual({ kind: "done" });
    expect(events.map(({ kind }) => kind)).toEqual(["started", "printed", "finished"]);
    expect(events[1]).toEqual({ kind: "printed", notebook: "numbers", line: "wrote 3" });
    const rows = await runner.rows(join(folder, "lake", "numbers"));
    expect([...rows].sort((a, b) => Number(a["id"]) - Number(b["id"]))[2]).toEqual({
      id: 2,
      text: "good morning!",
      at: "1970-01-01T02:00:00Z",
      amount: "0.50",
    });
    expect(await runner.exists(join(folder, "lake", "numbers"))).toBe(true);
    expect(await runner.exists(join(folder, "lake", "nothing"))).toBe(false);
  });

  it("tells the cause, the cell and the line of an error inside a batch, and goes on", async () => {
    const events: RunnerEvent[] = [];
    const outcome = await runner.run([notebook("databricks", "breaking"), notebook("synapse", "numbers")], (event) =>
      events.push(event),
    );
    expect(outcome).toMatchObject({
      kind: "failed",
      notebook: "breaking",
      error: "ValueError: batch 0 is not to my liking",
    });
    if (outcome.kind !== "failed") return;
    expect(outcome.traceback).toContain('File "breaking, cell 3", line 4');
    expect(outcome.traceback).toContain('raise ValueError(f"batch {batch} is not to my liking")');
    expect(events).toContainEqual({ kind: "printed", notebook: "breaking", line: "before it breaks" });
    expect(events.filter(({ kind }) => kind === "started")).toHaveLength(1);
    expect(await runner.run([notebook("synapse", "numbers")])).toEqual({ kind: "done" });
  });

  it("runs notebooks side by side until it is told to rest, each line of theirs whole", async () => {
    const lines: string[] = [];
    const beside = runner.runBeside(
      "job",
      [notebook("databricks", "ticking"), notebook("databricks", "ticking")],
      (event) => {
        if (event.kind !== "printed") return;
        lines.push(event.line);
        if (lines.length === 10) beside.rest();
      },
    );
    expect(await beside.outcome).toEqual({ kind: "done" });
    expect(lines.length).toBeGreaterThanOrEqual(10);
    expect(lines.filter((line) => !/^(batch \d+ has \d+ rows|came to rest)$/.test(line))).toEqual([]);
    expect(lines.filter((line) => line === "came to rest")).toHaveLength(2);
  });

  it("ends all that run side by side where one fails, and says which one and why", async () => {
    const beside = runner.runBeside("job", [notebook("databricks", "ticking"), notebook("databricks", "breaking")]);
    expect(await beside.outcome).toMatchObject({
      kind: "failed",
      notebook: "breaking",
      error: "ValueError: batch 0 is not to my liking",
    });
    beside.rest(); // too late, and no answer to what is asked next
    expect(await runner.exists(join(folder, "lake", "nothing"))).toBe(false);
  });

  it("says what is not there", async () => {
    await expect(runner.rows(join(folder, "lake", "nothing"))).rejects.toThrow(/AnalysisException/);
    const outcome = await runner.run([notebook("databricks", "no_such")]);
    expect(outcome).toMatchObject({ kind: "failed", error: expect.stringContaining("FileNotFoundError") });
  });
});
