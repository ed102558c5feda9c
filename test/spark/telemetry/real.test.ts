import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { it } from "vitest";
import { type Copy, copyProject } from "./project.js";
import { equalsTheCalculation } from "./run.js";

const file = resolve(process.env["SLUICE_READINGS"] ?? "test/spark/telemetry/real/excerpt.csv");

/** The same readings in the form that the plain calculation reads: in degrees Celsius, without a humidity. */
function writeForTheCalculation({ projectDir }: Copy): void {
  const [, ...rows] = readFileSync(file, "utf8").trimEnd().split("\n");
  const mapped = rows.map((row) => {
    const [device, at, fahrenheit] = row.split(",");
    return `${device},${at},${((Number(fahrenheit) - 32) * 5) / 9},,`;
  });
  mkdirSync(join(projectDir, "data"), { recursive: true });
  const header = "device_id,recorded_at,temperature,humidity,_body";
  writeFileSync(join(projectDir, "data", "readings-1.csv"), `${[header, ...mapped].join("\n")}\n`);
}

it("real readings, with other columns and in Fahrenheit: the tables equal the plain calculation", async () => {
  const copy = copyProject({
    "reading: { temperature: string, humidity: string }": "temperature: string",
    "try_cast(reading.temperature as double)": "(try_cast(temperature as double) - 32) * 5 / 9",
    "      humidity: try_cast(reading.humidity as double)\n": "",
  });
  writeForTheCalculation(copy);
  await equalsTheCalculation(copy, { inputs: { readings: file } });
});
