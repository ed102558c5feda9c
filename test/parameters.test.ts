import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const runtime = (name: string): string => readFileSync(`targets/spark/runtime/${name}.py`, "utf8");
const emitted = (path: string): string => readFileSync(`test/golden/${path}`, "utf8");

/** The cell in which a notebook asks for all that it and the notebooks below it need, before any of them is run. */
const databricks = /^GIVEN = .*$/m.exec(emitted("e2e-youflix/expected/common/databricks/notebook/users/batch.py"))?.[0];
const cells: readonly { readonly source: readonly string[] }[] = JSON.parse(
  emitted("e2e-youflix-synapse/expected/common/synapse/notebook/youflix_users_batch.json"),
).properties.cells;
const synapse = cells.map(({ source }) => source.join("")).find((text) => text.includes("GIVEN = "));

const given = { lake: "lake", landings: "W10=", silver_subscriptions_place: "here", silver_users_place: "here" };

it.each(["databricks", "synapse"])(
  "a run that does not give a parameter ends before it reads anything: %s",
  (service) => {
    expect(run(service, given)).toBe("ready");
    for (const name of Object.keys(given))
      if (cellOf(service).includes(`"${name}"`))
        expect(run(service, { ...given, [name]: "" })).toBe(`The job does not give the parameter '${name}'.`);
    const { lake: _, ...without } = given;
    expect(run(service, without)).toBe("The job does not give the parameter 'lake'.");
    // What an older definition gives beyond that is no harm.
    expect(run(service, { ...given, gone_place: "here" })).toBe("ready");
  },
);

function cellOf(service: string): string {
  const cell = service === "databricks" ? databricks : synapse;
  if (cell === undefined) throw new Error(`the notebook of ${service} does not ask for its parameters in one cell`);
  return cell;
}

/** What the cell comes to where a pipeline's activity gives these parameters. */
function run(service: string, parameters: Readonly<Record<string, string>>): string {
  const widgets = `given = ${JSON.stringify(parameters)}
class Widgets:
    def text(self, name, default): given.setdefault(name, default)
    def get(self, name): return given[name]
class dbutils: widgets = Widgets()
`;
  const variables = `globals().update(${JSON.stringify(parameters)})\n`;
  const told =
    service === "databricks"
      ? `${widgets}${runtime("databricks")}${runtime("given")}`
      : `${variables}${runtime("synapse")}${runtime("given_synapse")}`;
  const lines = cellOf(service)
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
  const program = `${told}\ntry:\n${lines}\n    print("ready")\nexcept ValueError as error:\n    print(error)\n`;
  const { stdout, stderr } = spawnSync("python3", ["-"], { input: program, encoding: "utf8" });
  return `${stdout}${stderr}`.trim();
}
