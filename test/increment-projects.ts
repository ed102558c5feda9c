import { sha256 } from "../cli/output/manifest.js";
import type { Tree } from "./golden.js";

// Projects of several pipelines, at random, that tests edit.

/** A whole number from 0, below another. */
export type Random = (below: number) => number;

/** The same for the same name and seed. https://github.com/cprosche/mulberry32 */
export function randomOf(name: string, seed: number): Random {
  let state = (Number.parseInt(sha256(name).slice(0, 8), 16) ^ seed) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export const pick = <T>(random: Random, all: readonly T[]): T | undefined => all[random(Math.max(1, all.length))];

/** Pipelines in few files, of which some read tables of others, and some are views or are sent on. */
export function severalPipelines(random: Random): Tree {
  const names = ["shop", "store", "shop_2", "depot", "yard", "dock"].slice(0, 3 + random(4));
  const documents = names.map((name, at) => onePipeline(name, names.slice(0, at), random));
  const files = [documents.filter((_, at) => at % 2 === 0), documents.filter((_, at) => at % 2 === 1)];
  return {
    "sluice.yaml": projectFile,
    ...Object.fromEntries(files.map((texts, at) => [`pipelines/part_${at}.yaml`, texts.join("---\n")])),
  };
}

const projectFile = `version: 1
project: goods
platform: { spark: synapse }
lake: { account: lakegoods }
secrets: { vault: goods-vault }
compute: { small: { workers: 2 } }
connections:
  events: { kind: event-hubs, namespace: goods, tier: standard, identity: { secret: events-connection } }
environments:
  local: { on: this-machine }
  dev:
    subscription: 00000000-0000-0000-0000-000000000001
    resource_group: goods
    workspace: goods-dev
    compute: { small: { pool: small } }
`;

function onePipeline(name: string, others: readonly string[], random: Random): string {
  const other = random(3) > 0 ? pick(random, others) : undefined;
  const sink = `
sinks:
  sent_${name}: { from: gold.${name}_sums, connection: events, event_hub: sent-${name}, partitions: 2 }
`;
  return `pipeline: ${name}
description: What happens in ${name}.
sources:
  events:
    kind: event-hub
    connection: events
    event_hub: ${name}
    partitions: 4
    format: json
    columns: { id: string, at: string, amount: string }
bronze:
  ${name}: { from: sources.events }
silver:
  ${name}:
    description: Parsed.
    from: bronze.${name}
    columns:
      id: upper(trim(id))
      at: try_to_timestamp(at)
      amount: coalesce(try_cast(amount as decimal(12, 2)), 0)
      note: trim(id)
    where: id is not null
    expect:
      has_time: { that: at is not null, else: quarantine }
      not_much: { that: amount < ${random(9) + 10}, else: drop }
    watermark: { column: at, delay: 10 minutes }
    late_rows: divert
gold:
  ${name}_sums:
    description: Sums.
    from: silver.${name}
    window: { type: tumbling, column: at, size: 5 minutes }
    group_by: [id]
    aggregates: { total: sum(amount), events: count(*) }
${other === undefined ? "" : `  ${name}_beside:\n    from: ${other}/silver.${other}\n    columns: { id: id, twice: amount * 2, note: note }\n`}${random(3) === 0 ? sink : ""}`;
}

/**
 * Pipelines that are equal but for their names, and others that put tables of several of them together, join them, or read what puts them together: below one
 * union stand many, and many unions stand above one.
 */
export function unitedPipelines(random: Random): Tree {
  const shops = ["north", "south", "east", "west", "north_2", "so"].slice(0, 2 + random(5));
  const unions = ["all", "some", "al", "every"].slice(0, 1 + random(4));
  const made: string[] = [];
  const documents = [
    ...shops.map((name) => oneShop(name, random(4) === 0 ? "rows" : "plain")),
    ...unions.map((name) => {
      const text = oneUnion(name, shops, made, random);
      made.push(name);
      return text;
    }),
  ];
  const files = documents.map((text, at) => [`pipelines/part_${at % (1 + random(3))}.yaml`, text] as const);
  const tree: Record<string, string> = { "sluice.yaml": projectFile };
  for (const [path, text] of files) tree[path] = tree[path] === undefined ? text : `${tree[path]}---\n${text}`;
  return tree;
}

const oneShop = (name: string, kind: "rows" | "plain"): string => `pipeline: ${name}
sources:
  events: { kind: event-hub, connection: events, event_hub: ${name}, partitions: 4, format: json, columns: { id: string, at: timestamp, amount: int } }
bronze:
  ${name}_sales: { from: sources.events }
silver:
  ${name}_sales:
    description: Parsed.
    from: bronze.${name}_sales
    columns: { id: trim(id), at: at, amount: amount }
    expect: { has_time: { that: at is not null, else: drop } }
${kind === "rows" ? "" : "    watermark: { column: at, delay: 10 minutes }\n    deduplicate: { keys: [id, at], within: watermark }\n    late_rows: divert\n"}`;

function oneUnion(name: string, shops: readonly string[], others: readonly string[], random: Random): string {
  const inputs = shops.filter((_, at) => at < 2 || random(2) === 0).map((shop) => `${shop}/silver.${shop}_sales`);
  const above = random(2) === 0 ? pick(random, others) : undefined;
  const other = pick(random, shops) ?? "";
  return `pipeline: ${name}
silver:
  ${name}_all:
    description: All of them.
    union: [${inputs.join(", ")}]
    columns: { id: id, at: at, amount: "coalesce(amount, 0)", note: id }
    where: id is not null
    expect: { known: { that: amount >= 0, else: quarantine } }
  ${name}_shown: { from: silver.${name}_all, materialize: false, columns: { id: id, twice: amount * 2 } }
gold:
  ${name}_twice: { from: silver.${name}_shown }
  ${name}_sums: { union: [${inputs.join(", ")}], columns: { id: id, amount: amount }, group_by: [id], aggregates: { total: sum(amount) }, write: replace }
${above === undefined ? "" : `  ${name}_both: { union: [silver.${name}_all, ${above}/silver.${above}_all], columns: { id: id, amount: amount } }\n  ${name}_beside: { from: ${above}/silver.${above}_shown, columns: { id: id, twice: twice } }\n`}${random(3) === 0 ? `  ${name}_paired: { from: silver.${name}_all, join: { other: { table: ${other}/silver.${other}_sales, on: id, how: semi } } }\n` : ""}`;
}
