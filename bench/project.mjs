// The projects that are measured. A unit is one document of 51 lines: a source, a bronze table, a silver table with nine typed
// columns and two checks, and a gold aggregate.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const environments = ["local", "dev", "prod"];

/** Writes a project of so many units, ten documents a file. */
export function writeProject(folder, units) {
  mkdirSync(join(folder, "pipelines"), { recursive: true });
  writeFileSync(join(folder, "sluice.yaml"), projectFile());
  for (let first = 0; first < units; first += 10) {
    const documents = Array.from({ length: Math.min(10, units - first) }, (_, index) => unit(first + index));
    writeFileSync(join(folder, "pipelines", fileOf(first)), documents.join("---\n"));
  }
}

/** The file that a unit stands in. */
export const fileOf = (number) => `part_${String(Math.floor(number / 10)).padStart(4, "0")}.yaml`;

/** Changes one unit in place. */
export const changeUnit = (folder, number, description) => changeDocument(folder, number, unit(number, description));

export function changeDocument(folder, number, text) {
  const file = join(folder, "pipelines", fileOf(number));
  const documents = readFileSync(file, "utf8").split("---\n");
  documents[number % 10] = text;
  writeFileSync(file, documents.join("---\n"));
}

function projectFile() {
  const azure = environments.slice(1).map(
    (name) => `  ${name}:
    subscription: 00000000-0000-0000-0000-000000000001
    resource_group: plants-${name}
    workspace: plants-${name}
    variables: { lake_account: lake${name}, namespace: events-${name}, vault: vault-${name} }
    compute: { small: { pool: small } }
`,
  );
  return `version: 1
project: plants
platform: { spark: synapse }
variables:
  lake_account: { type: name, description: Storage account of the lake }
  namespace: { type: name, description: Event Hubs namespace }
  vault: { type: name }
lake: { account: "\${lake_account}" }
secrets: { vault: "\${vault}" }
compute:
  small: { workers: 2 }
connections:
  events: { kind: event-hubs, namespace: "\${namespace}", tier: standard, identity: { secret: events-connection } }
environments:
  local: { on: this-machine }
${azure.join("")}`;
}

/** One document; the description is what an edit changes. */
function unit(number, description = "Parsed and checked, one row per device and time.") {
  const plant = `plant_${String(number).padStart(4, "0")}`;
  return `pipeline: ${plant}
description: Readings of plant ${number}, replayable, averaged over five minutes.

sources:
  readings:
    kind: event-hub
    connection: events
    event_hub: ${plant}
    partitions: 4
    format: json
    columns:
      device_id: string
      recorded_at: string
      reading: { temperature: string, humidity: string, pressure: string }
      status: string
      firmware: string
      site: string

bronze:
  ${plant}: { from: sources.readings } # raw: nothing is parsed, nothing can be lost

silver:
  ${plant}:
    description: ${description}
    from: bronze.${plant}
    columns:
      device_id: upper(trim(device_id))
      temperature: try_cast(reading.temperature as double)
      humidity: try_cast(reading.humidity as double)
      pressure: coalesce(try_cast(reading.pressure as decimal(12, 2)), 0)
      event_time: try_to_timestamp(recorded_at)
      is_alarm: coalesce(status = 'alarm' or status like 'crit%', false)
      firmware: "concat('v', firmware)"
      site: case when site is null then 'unknown' else lower(site) end
      plant: "'${plant}'"
    expect:
      has_event_time: { that: event_time is not null, else: quarantine }
      plausible: { that: temperature between -60 and ${100 + (number % 50)}, else: quarantine }
    watermark: { column: event_time, delay: 10 minutes }
    late_rows: divert

gold:
  ${plant}_5_minutes:
    description: Averages over five minutes per device.
    from: silver.${plant}
    window: { type: tumbling, column: event_time, size: 5 minutes }
    group_by: [device_id, site]
    aggregates:
      average_temperature: avg(temperature)
      highest_pressure: max(pressure)
      readings: count(*)
`;
}
