import { it } from "vitest";
import { copyProject, copyReadings } from "./project.js";
import { equalsTheCalculation } from "./run.js";

it("the same notebooks on Spark 4, where ANSI is on by default: the tables worked out by hand", async () => {
  const copy = copyProject();
  copyReadings(copy, "test/spark/telemetry/tiny");
  await equalsTheCalculation(copy, { spark: "4.0" });
});
