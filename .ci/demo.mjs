// Two projects from nothing. Telemetry: generate readings, compile, run on real Kafka, Spark and Delta, show where every row
// went. YouFlix: walk its pipeline of Data Factory over three waves of changes, then plan and publish it to what stands in for Azure.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { attempt, root, run, say, setUp } from "./setup.mjs";

const command = join("bin", "sluice.js");

const sluice = (...args) => {
  say(`sluice ${args.join(" ")}`);
  run(process.execPath, [command, ...args]);
};

setUp();
const telemetry = join("pipelines", "telemetry");
say("generating readings (bad rows, duplicates, out-of-order and late ones among them)");
run(
  process.env.PYTHON ?? "python3",
  ["generate.py", "--rows", "60000", "--waves", "6", "--seed", "7", "--out", "data"],
  { cwd: join(root, telemetry) },
);
sluice("run", "--project", telemetry, "--rate", "max", "--fresh");

const youflix = ["--project", join("pipelines", "youflix")];
sluice("run", ...youflix, "--fresh");
sluice("query", "select name, updated_at from warehouse.users where user_id in (2, 10) order by name", ...youflix);
sluice("compile", ...youflix);
const azure = await standIn();
const codes = [
  ["plan", ...youflix, "--env", "prod"],
  ["publish", ...youflix, "--env", "prod", "--yes", "--allow", "run:pipeline/youflix_ldw_scripts"],
  ["plan", ...youflix, "--env", "prod", "--detailed-exitcode"],
].map((words) => {
  say(`sluice ${words.join(" ")}`);
  return attempt(process.execPath, [command, ...words]);
});
azure.kill("SIGINT");
process.exitCode = Math.max(...codes);

/** Starts what stands in for Azure; the variables that it prints lead the commands to it. */
async function standIn() {
  const given = [
    ["--factory", "00000000-0000-0000-0000-000000000002/youflix-prod/youflix-prod"],
    ["--integration-runtime", "self-hosted"],
    ["--credential", "sql_deployer"],
    ["--container", "youflixprod/lake"],
  ].flat();
  say(`sluice local azure ${given.join(" ")}`);
  const child = spawn(process.execPath, [command, "local", "azure", ...given], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.on("exit", () => child.kill());
  child.stdout.setEncoding("utf8");
  const said = await new Promise((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (more) => {
      text += more;
      if (text.includes("Ctrl-C")) resolve(text);
    });
    child.on("exit", () => reject(new Error("sluice local azure ended before it was ready")));
  });
  for (const [, name, value] of said.matchAll(/^export (\w+)=(.*)$/gm)) process.env[name] = value;
  return child;
}
