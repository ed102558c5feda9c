// The same units for Lakehouse Plumber, the closest peer (lakehouse-plumber on PyPI).
// It writes one Python file a unit where sluice writes twelve artifacts.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { changeDocument, fileOf } from "./project.mjs";

/** How it is called here; undefined if it is not installed. */
export function lhpCommand() {
  const command = process.env.LHP ?? "lhp";
  return spawnSync(command, ["--version"]).status === 0 ? command : undefined;
}

export function writeLhpProject(folder, units) {
  for (const name of ["pipelines", "substitutions", "expectations"]) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "lhp.yaml"), 'name: plants\nversion: "1.0"\n');
  writeFileSync(join(folder, "substitutions", "dev.yaml"), "dev:\n  catalog: dev\n  silver: silver\n  gold: gold\n");
  writeFileSync(join(folder, "expectations", "readings.json"), JSON.stringify(expectations));
  for (let first = 0; first < units; first += 10) {
    const documents = Array.from({ length: 10 }, (_, index) => unit(first + index));
    writeFileSync(join(folder, "pipelines", fileOf(first)), documents.join("---\n"));
  }
}

/** Changes one unit in place. */
export const changeLhpUnit = (folder, number, description) => changeDocument(folder, number, unit(number, description));

const expectations = {
  version: "1.0",
  table: "readings",
  expectations: [
    { name: "has_event_time", expression: "event_time IS NOT NULL", failureAction: "drop" },
    { name: "plausible", expression: "temperature BETWEEN -60 AND 120", failureAction: "drop" },
  ],
};

/** The description is what an edit changes. */
function unit(number, description = "Parsed and checked, one row per device and time.") {
  const plant = `plant_${String(number).padStart(4, "0")}`;
  return `pipeline: readings
flowgroup: ${plant}
actions:
  - name: load_${plant}
    type: load
    readMode: stream
    source: { type: delta, catalog: "\${catalog}", schema: bronze, table: ${plant} }
    target: v_${plant}
  - name: columns_${plant}
    type: transform
    transform_type: sql
    description: ${description}
    source: v_${plant}
    target: v_${plant}_columns
    sql: |
      SELECT
        upper(trim(device_id)) AS device_id,
        try_cast(reading.temperature AS double) AS temperature,
        try_cast(reading.humidity AS double) AS humidity,
        coalesce(try_cast(reading.pressure AS decimal(12, 2)), 0) AS pressure,
        try_to_timestamp(recorded_at) AS event_time,
        coalesce(status = 'alarm' OR status LIKE 'crit%', false) AS is_alarm,
        concat('v', firmware) AS firmware,
        CASE WHEN site IS NULL THEN 'unknown' ELSE lower(site) END AS site,
        '${plant}' AS plant
      FROM stream(v_${plant})
  - name: checks_${plant}
    type: transform
    transform_type: data_quality
    readMode: stream
    source: v_${plant}_columns
    target: v_${plant}_checked
    expectations_file: expectations/readings.json
  - name: write_${plant}
    type: write
    source: v_${plant}_checked
    write_target: { type: streaming_table, catalog: "\${catalog}", schema: "\${silver}", table: ${plant} }
  - name: write_${plant}_5_minutes
    type: write
    write_target:
      type: materialized_view
      catalog: "\${catalog}"
      schema: "\${gold}"
      table: ${plant}_5_minutes
      sql: |
        SELECT window(event_time, '5 minutes') AS period, device_id, site,
          avg(temperature) AS average_temperature, max(pressure) AS highest_pressure, count(*) AS readings
        FROM \${catalog}.\${silver}.${plant}
        GROUP BY window(event_time, '5 minutes'), device_id, site
`;
}
