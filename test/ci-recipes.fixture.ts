import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** One script of a recipe, and as whom it runs. */
export interface RecipeScript {
  readonly text: string;
  /** Whose token it gets; undefined: nobody's. */
  readonly who: "planner" | "publisher" | undefined;
  /** As far as the service does not fill it in. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Recipe {
  readonly title: string;
  readonly yaml: unknown;
  readonly scripts: readonly RecipeScript[];
}

/** The sections of the page that hold one, by their titles. */
export const readRecipes = (): readonly Recipe[] =>
  readFileSync("docs/ci.md", "utf8")
    .split(/^## /m)
    .flatMap((section) => {
      const [, title, text] = /^(.+)\n[\s\S]*?^```yaml\n([\s\S]*?)^```$/m.exec(section) ?? [];
      if (title === undefined || text === undefined) return [];
      const yaml: unknown = parse(text);
      return [{ title, yaml, scripts: scriptsIn(yaml, undefined, {}) }];
    });

const identities: Readonly<Record<string, RecipeScript["who"]>> = {
  "prod-plan": "planner",
  prod: "publisher",
  "sluice-prod-plan": "planner",
  "sluice-prod": "publisher",
};

/** Every script, with what the objects that it stands in say: a job's `environment`, a task's `azureSubscription`. */
function scriptsIn(value: unknown, above: RecipeScript["who"], env: RecipeScript["env"]): readonly RecipeScript[] {
  if (typeof value !== "object" || value === null) return [];
  const object = new Map<string, unknown>(Object.entries(value));
  const named = object.get("environment") ?? object.get("azureSubscription");
  const who = typeof named === "string" ? identities[named] : above;
  const own = { ...env, ...literals(object.get("env")) };
  return [...object].flatMap(([key, one]) =>
    typeof one === "string" && ["run", "script", "bash", "inlineScript"].includes(key)
      ? [{ text: one, who, env: own }]
      : scriptsIn(one, who, own),
  );
}

const literals = (value: unknown): RecipeScript["env"] =>
  Object.fromEntries(
    Object.entries(typeof value === "object" ? (value ?? {}) : {}).flatMap(([name, one]) =>
      typeof one === "string" && !one.includes("${{") ? [[name, one]] : [],
    ),
  );

/**
 * What the recipe asks GitHub's command line to do with comments, kept in a file. The filter is run by nobody here: it must be the one
 * that is known, which was compared with jq.
 */
export const gh = `#!/usr/bin/env node
const { readFileSync, writeFileSync } = require("node:fs");
const [api, ...given] = process.argv.slice(2);
const option = (name) => (given.includes(name) ? given[given.indexOf(name) + 1] : undefined);
const path = given.find((one) => one.startsWith("repos/"));
const file = process.env.COMMENTS;
const comments = JSON.parse(readFileSync(file, "utf8"));
const body = () => readFileSync(option("--field").replace("body=@", ""), "utf8");
const known = '.[] | select(.user.login == "github-actions[bot]" and (.body | startswith(env.MARK))) | .id';
const bot = "github-actions[bot]";
if (api !== "api") throw new Error("gh " + api);
if (path === "repos/us/project/issues/7/comments" && option("--jq") === known) {
  const found = comments.filter((one) => one.user.login === bot && one.body.startsWith(process.env.MARK));
  for (const { id } of found) console.log(id);
} else if (path === "repos/us/project/issues/7/comments" && option("--method") === "POST") {
  comments.push({ id: comments.length + 1, user: { login: bot }, body: body() });
} else if (option("--method") === "PATCH" && /^repos\\/us\\/project\\/issues\\/comments\\/\\d+$/.test(path)) {
  comments.find((one) => String(one.id) === path.split("/").at(-1)).body = body();
} else throw new Error(given.join(" "));
writeFileSync(file, JSON.stringify(comments));
`;
