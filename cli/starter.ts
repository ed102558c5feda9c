/** The files of a new project: the shortest one that does something worth having. Paths are relative to its folder. */
export const starter = (): Readonly<Record<string, string>> => ({
  "sluice.yaml": `# yaml-language-server: $schema=.sluice/schema/project.schema.json
version: 1
project: starter

platform: { spark: databricks }

variables:
  lake_account: { type: name, description: Storage account of the lake }
  namespace: { type: name, description: Event Hubs namespace }
  vault: { type: name, description: Key Vault }

lake: { account: "\${lake_account}" }
secrets: { vault: "\${vault}" }
compute:
  small: { workers: 1 }

connections:
  events: { kind: event-hubs, namespace: "\${namespace}", identity: { secret: events-connection } }

environments:
  local: { on: this-machine } # real engines here, no Azure
  dev:
    databricks: https://adb-1.azuredatabricks.net
    variables: { lake_account: starterdev, namespace: starter-dev, vault: starter-dev }
    compute: { small: { node: Standard_D4ds_v5 } }
`,
  "pipelines/readings.yaml": `# yaml-language-server: $schema=../.sluice/schema/pipeline.schema.json
pipeline: readings
description: Device readings, averaged over five minutes.

sources:
  readings:
    kind: event-hub
    connection: events
    event_hub: readings
    partitions: 2
    format: json
    columns:
      device_id: string
      recorded_at: string
      temperature: string
    producer: { file: data/readings.csv, key: device_id, rate: 10 per second }

bronze:
  readings: { from: sources.readings } # the raw events: nothing is parsed, nothing can be lost

silver:
  readings:
    from: bronze.readings
    columns:
      device_id: device_id
      temperature: try_cast(temperature as double)
      event_time: try_to_timestamp(recorded_at)
    expect:
      has_device: { that: device_id is not null, else: quarantine }
      has_event_time: { that: event_time is not null, else: quarantine }
    watermark: { column: event_time, delay: 10 minutes }
    deduplicate: { keys: [device_id, event_time], within: watermark }

gold:
  averages:
    from: silver.readings
    window: { type: tumbling, column: event_time, size: 5 minutes }
    group_by: [device_id]
    aggregates:
      average_temperature: avg(temperature)
      readings: count(*)
`,
  "data/readings.csv": readings(),
  ".sluice/.gitignore": "local*/\n",
});

/** An hour of two devices, with a repeated row and one that no check lets through. */
function readings(): string {
  const rows = Array.from({ length: 60 }, (_, minute) => {
    const time = `2026-01-01T10:${String(minute).padStart(2, "0")}:00Z`;
    return [`a,${time},${20 + (minute % 7)}`, `b,${time},${30 - (minute % 5)}`];
  });
  return `${["device_id,recorded_at,temperature", ...rows.flat(), "a,2026-01-01T10:59:00Z,23", "a,yesterday,21"].join("\n")}\n`;
}
