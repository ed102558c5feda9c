// The telemetry project from nothing: set up, generate readings, compile, run on real Kafka, Spark and Delta, show where every row went.
import { join } from "node:path";
import { root, run, say, setUp } from "./setup.mjs";

const project = join("pipelines", "telemetry");

setUp();
say("generating readings (bad rows, duplicates, out-of-order and late ones among them)");
run(
  process.env.PYTHON ?? "python3",
  ["generate.py", "--rows", "60000", "--waves", "6", "--seed", "7", "--out", "data"],
  { cwd: join(root, project) },
);
say("sluice run --project pipelines/telemetry --rate max --fresh");
run(process.execPath, [join("bin", "sluice.js"), "run", "--project", project, "--rate", "max", "--fresh"]);
