import type { Tree } from "../golden.js";

/** An input that is written by a rule, of any size. */
export interface Form {
  readonly name: string;
  /** `size`: how often what it is about is there. */
  readonly files: (size: number) => Tree;
  /** What tests try. */
  readonly size: number;
}

export const project = `version: 1
project: attacked
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections: { events: { kind: event-hubs, namespace: ns, identity: { secret: events-connection } } }
environments: { local: { on: this-machine } }
`;

export const head = `pipeline: p
sources:
  a: { kind: event-hub, connection: events, event_hub: a, partitions: 1, format: json, columns: { id: bigint, name: string, at: timestamp } }
bronze:
  a: { from: sources.a }
`;

export const inPipeline = (text: string): Tree => ({ "sluice.yaml": project, "pipelines/p.yaml": text });
export const times = (size: number, write: (at: number) => string): string =>
  Array.from({ length: size }, (_, at) => write(at)).join("");

export const form = (name: string, size: number, files: (size: number) => Tree): Form => ({ name, size, files });
