import { execFile } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Azure, startAzure } from "../local/azure/azure.js";
import type { Principal } from "../local/azure/principal.js";
import { everyService, seeded } from "../local/azure/seed.js";
import type { Permissions } from "../publish/permissions.js";
import { gh, type RecipeScript, readRecipes } from "./ci-recipes.fixture.js";

const ids = {
  publisher: { id: "00000000-0000-0000-0000-00000000000a", client: "00000000-0000-0000-0000-0000000000aa" },
  planner: { id: "00000000-0000-0000-0000-00000000000b", client: "00000000-0000-0000-0000-0000000000bb" },
};

/** Somebody with what `sluice permissions` says of the project, and no more; it tells in words what a workspace is to allow. */
function allowed(who: keyof typeof ids, printed: string): Principal {
  const { factory, state, databricks }: Permissions = JSON.parse(printed);
  const folders = (right: string): readonly string[] =>
    databricks.flatMap((words) => {
      const [, own = "", first] = new RegExp(`^${right} on the folder (\\S+); .* on (/Shared)$`).exec(words) ?? [];
      return first === undefined ? [] : [own, first];
    });
  const rights = { actions: factory?.Actions ?? [], dataActions: state.DataActions };
  const createsJobs = databricks.some((words) => words.includes("'allow-cluster-create'"));
  return {
    ...ids[who],
    grants: [{ scope: "/", ...rights }],
    workspace: { manages: folders("Can Manage"), reads: folders("Can Read"), createsJobs },
  };
}

const recipes = readRecipes();
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sluice-ci-"));
  mkdirSync(join(folder, "bin"));
  // The recipes' `npx sluice` is the one of this checkout.
  command("npx", `#!/bin/sh\nshift\nexec node '${resolve("bin/sluice.js")}' "$@"\n`);
  command("gh", gh);
});
afterAll(() => rmSync(folder, { recursive: true }));

function command(name: string, text: string): void {
  writeFileSync(join(folder, "bin", name), text);
  chmodSync(join(folder, "bin", name), 0o755);
}

it("has a recipe for each of the two services", () => {
  expect(recipes.map(({ title }) => title)).toEqual(["GitHub Actions", "Azure DevOps"]);
});

it.each(recipes)("what $title runs plans as one identity and publishes as another, again and again", async (recipe) => {
  const bare = new Checkout(join(folder, `${recipe.title} rights`), undefined);
  await bare.bash("npx sluice compile");
  const permissions = "npx sluice permissions --env prod";
  const publisher = allowed("publisher", await bare.bash(permissions));
  const planner = allowed("planner", await bare.bash(`${permissions} --for plan`));
  expect(publisher.workspace).toMatchObject({
    manages: ["/Shared/telemetry", "/Shared"],
    reads: [],
    createsJobs: true,
  });
  expect(planner.workspace).toMatchObject({ manages: [], reads: ["/Shared/telemetry", "/Shared"], createsJobs: false });
  const azure = await startAzure({
    principals: [publisher, planner],
    seed: seeded({ containers: ["telemetryprod/lake"] }),
  });
  try {
    const checkout = new Checkout(join(folder, recipe.title), azure);
    await checkout.bash("npx sluice compile");
    expect(recipe.scripts.filter(({ text }) => text.includes("npx sluice")).length).toBeGreaterThan(3);
    expect(await checkout.runAll(recipe.scripts)).toMatch(/^Published: 8 steps\./m);
    // Nobody is asked where there is nothing to do. The checks that need nobody's rights are as before.
    const others = recipe.scripts.filter(({ who, text }) => who !== undefined || text.includes("isKept"));
    expect(await checkout.runAll(others)).not.toMatch(/^Published|isKept/m);
    expect(existsSync(checkout.at("plan.json"))).toBe(false);
    checkout.change("sluice.yaml", "Standard_D8ds_v5", "Standard_D4ds_v5");
    await checkout.bash("npx sluice compile");
    expect(await checkout.runAll(others)).toMatch(/^Published: 3 steps\./m);
    const files = ["plan.md", "summary.md"].map(checkout.at).filter((path) => existsSync(path));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(readFileSync(file, "utf8")).toMatch(/^### telemetry → prod: /);
    // Beside the plan stands what somebody has allowed.
    const texts = files.map((file) => readFileSync(file, "utf8"));
    expect(
      texts.some((text) =>
        /^\*\*Allowed by [^\n]+:\*\*\n\n {4}update:job\/telemetry-readings\n {4}delete:/m.test(text),
      ),
    ).toBe(true);
  } finally {
    await azure.stop();
  }
});

it("publishes only where a plan was kept", () => {
  const [github, devops] = recipes.map(({ yaml }) => JSON.stringify(yaml));
  expect(github).toContain(`"outputs":{"plan":"\${{ steps.kept.outputs.artifact-id }}"}`);
  expect(github).toContain(`"needs":"plan","if":"needs.plan.outputs.plan != ''"`);
  expect(devops).toContain("eq(dependencies.plan.outputs['plan.plan.isKept'], 'true'))");
});

it("keeps one comment of its own on a pull request, whoever else comments, and none without a plan", async () => {
  const script = recipes[0]?.scripts.find(({ text }) => text.includes("gh api"));
  const mark = script?.env["MARK"] ?? "";
  expect(mark).toMatch(/^<!-- .+ -->$/);
  const checkout = new Checkout(join(folder, "comments"), undefined);
  const comment = async (plan: string): Promise<readonly string[]> => {
    writeFileSync(checkout.at("plan.md"), plan);
    await checkout.bash(script?.text ?? "", script);
    return checkout.comments().map(({ body }) => body);
  };
  const [theirs, other] = [`${mark}\nI copied this.`, "Coverage: 90 %"];
  checkout.say("somebody", theirs);
  expect(await comment("")).toEqual([theirs]);
  expect(await comment("### one\n")).toEqual([theirs, `${mark}\n### one\n\nOf abc.\n`]);
  // Another workflow of the same bot.
  checkout.say("github-actions[bot]", other);
  expect(await comment("### two\n")).toEqual([theirs, `${mark}\n### two\n\nOf abc.\n`, other]);
  expect(await comment("")).toEqual([theirs, `${mark}\n### two\n\nOf abc.\n`, other]);
  rmSync(checkout.at("plan.md"));
  await checkout.bash(script?.text ?? "", script);
  expect(checkout.comments()).toHaveLength(3);
});

it("shows no summary of a plan that was not made", async () => {
  const script = recipes[1]?.scripts.find(({ text }) => text.includes("uploadsummary"))?.text ?? "";
  const checkout = new Checkout(join(folder, "summary"), undefined);
  expect(await checkout.bash(script)).toBe("");
  writeFileSync(checkout.at("plan.md"), "");
  expect(await checkout.bash(script)).toBe("");
  writeFileSync(checkout.at("plan.md"), "### plan");
  expect(await checkout.bash(script)).toBe(`##vso[task.uploadsummary]${checkout.at("plan.md")}\n`);
});

it.each(recipes)(
  "$title shows whoever is asked what was allowed, word by word and as no markup",
  async ({ title, scripts }) => {
    const [script, ...others] = scripts.filter(({ text }) => text.includes("Allowed by"));
    expect(others).toEqual([]);
    const checkout = new Checkout(join(folder, `${title} allowed`), undefined);
    const shown = async (allow: string) => {
      for (const name of ["plan.md", "summary.md"]) writeFileSync(checkout.at(name), "### plan\n");
      await checkout.bash(script?.text ?? "", { env: { ALLOW: allow, GITHUB_ACTOR: "ann" } });
      return ["plan.md", "summary.md"]
        .map((name) => readFileSync(checkout.at(name), "utf8"))
        .find((text) => text.includes("Allowed"));
    };
    expect(await shown(" delete:job/a   *\t<b>`x`</b> %s -n ")).toMatch(
      /^### plan\n\n\*\*Allowed by .+:\*\*\n\n {4}delete:job\/a\n {4}\*\n {4}<b>`x`<\/b>\n {4}%s\n {4}-n\n$/,
    );
    // What is given to each run that nobody starts by hand; GitHub leaves the step out.
    if (title === "Azure DevOps") expect(await shown(" ")).toBeUndefined();
  },
);

it("Azure DevOps lets no variable stand for what is allowed, as each stage would fill it in for itself", async () => {
  const recipe = recipes.find(({ title }) => title === "Azure DevOps");
  const [script, ...others] = recipe?.scripts.filter(({ text }) => text.includes("Allowed by")) ?? [];
  expect(others).toEqual([]);
  // Whatever is given, no step's environment has a variable for the service to fill in, and none has another text than the others.
  const given = [...JSON.stringify(recipe?.yaml).matchAll(/"[^"]*parameters\.allow[^"]*"/g)].map(([value]) => value);
  expect(given).toEqual(Array(2).fill(`"\${{ replace(parameters.allow, '$(', '$ (') }}"`));
  const filled = (allow: string): string => allow.replaceAll("$(", "$ (");
  const checkout = new Checkout(join(folder, "variables"), undefined);
  writeFileSync(checkout.at("plan.md"), "### plan\n");
  for (const allow of ["$(all)", "update:job/a $(all)", "$$((all)", "delete:$(a)$(b)"]) {
    expect(filled(allow)).not.toContain("$(");
    const run = checkout.bash(script?.text ?? "", { env: { ALLOW: filled(allow) } });
    await expect(run, allow).rejects.toThrow(/Command failed/);
    expect(readFileSync(checkout.at("plan.md"), "utf8")).toBe("### plan\n");
  }
  await checkout.bash(script?.text ?? "", { env: { ALLOW: filled("a$b (c)") } });
  expect(readFileSync(checkout.at("plan.md"), "utf8")).toMatch(/\n {4}a\$b\n {4}\(c\)\n$/);
});

/** A copy of a project, as a service checks it out. */
class Checkout {
  private readonly environment: NodeJS.ProcessEnv;
  readonly at = (name: string): string => join(this.project, name);

  constructor(
    private readonly project: string,
    private readonly azure: Azure | undefined,
  ) {
    cpSync("pipelines/telemetry", project, { recursive: true, filter: (path) => !/\.sluice|generated/.test(path) });
    const workspace = "databricks: https://adb-2.azuredatabricks.net";
    this.change("sluice.yaml", workspace, `${workspace}\n    planner: ${ids.planner.client}`);
    writeFileSync(this.at("comments.json"), "[]");
    const { SLUICE_TOKEN: _, ...here } = process.env;
    this.environment = {
      ...here,
      PATH: `${join(folder, "bin")}${delimiter}${process.env["PATH"] ?? ""}`,
      ...(azure && { SLUICE_DATABRICKS: azure.databricks, SLUICE_BLOB: `${azure.blob}/telemetryprod` }),
      GITHUB_STEP_SUMMARY: this.at("summary.md"),
      ...{ GITHUB_REPOSITORY: "us/project", GITHUB_ACTOR: "ann" },
      COMMENTS: this.at("comments.json"),
      ...{ NUMBER: "7", COMMIT: "abc", ALLOW: "update:job/telemetry-readings delete:job/telemetry-other" },
    };
  }

  change(name: string, before: string, after: string): void {
    const text = readFileSync(this.at(name), "utf8");
    expect(text).toContain(before);
    writeFileSync(this.at(name), text.replaceAll(before, after));
  }

  /** What all scripts say in turn; without a plan that was kept, publishing is left out, as it is by the services. */
  async runAll(scripts: readonly RecipeScript[]): Promise<string> {
    const ours = scripts.filter(({ text }) => !text.startsWith("npm "));
    const said: string[] = [];
    for (const script of ours) {
      if (script.text.includes("sluice publish") && !existsSync(this.at("plan.json"))) continue;
      said.push(await this.bash(script.text, script));
    }
    return said.join("\n");
  }

  async bash(text: string, { who, env = {} }: Partial<RecipeScript> = {}): Promise<string> {
    const token = who && this.azure?.token(ids[who].id, everyService);
    // A file that another job has left is where it was made.
    const { stdout } = await promisify(execFile)(
      "bash",
      ["-e", "-c", text.replace("$(Pipeline.Workspace)/plan/", "")],
      {
        cwd: this.project,
        env: { ...this.environment, ...env, ...(token === undefined ? {} : { SLUICE_TOKEN: token }) },
      },
    );
    return stdout;
  }

  comments(): readonly { readonly body: string }[] {
    return JSON.parse(readFileSync(this.at("comments.json"), "utf8"));
  }

  say(login: string, body: string): void {
    const all = this.comments();
    writeFileSync(this.at("comments.json"), JSON.stringify([...all, { id: all.length + 1, user: { login }, body }]));
  }
}
