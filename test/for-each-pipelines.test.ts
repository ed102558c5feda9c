import fc from "fast-check";
import { expect, it } from "vitest";
import { type CompileResult, compile } from "../compiler/compile.js";
import { targets } from "../targets/index.js";
import { memoryHost, type Tree } from "./golden.js";

const project = `version: 1
project: shop
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections:
  events: { kind: event-hubs, namespace: shop-events, identity: { secret: events-key } }
  log: { kind: kafka, servers: "log.example.org:9092", identity: { user: writer, secret: log-password } }
  serving: { kind: cosmos, account: shop-serving, identity: { secret: serving-key } }
  exports: { kind: storage, account: shopexports, container: shop }
environments: { local: { on: this-machine } }
`;

const compiled = (files: Tree): CompileResult => compile(memoryHost({ "sluice.yaml": project, ...files }), targets);

const messages = ({ diagnostics }: CompileResult) => diagnostics.map(({ code, message }) => `${code}: ${message}`);

const names = ["order", "offer", "t2", "order_line", "e"] as const;

/** What a sink writes to, by the placeholder or the name that stands for it. */
const stores: Readonly<Record<string, (each: string) => string>> = {
  document: (each) => `connection: serving, database: "db_${each}", container: "${each}", partition_key: "${each}_id"`,
  event: (each) => `connection: events, event_hub: "hub-${each}", partitions: 1, key: "${each}_id", columns: [at]`,
  message: (each) => `connection: log, topic: "shop.${each}.rows", partitions: 1, key: "${each}_id"`,
  file: (each) => `connection: exports, folder: "shop/${each}/rows", format: json`,
};

const shape = fc.record({
  names: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
  left: fc.option(fc.constantFrom(...names), { nil: undefined }),
  stores: fc.uniqueArray(fc.constantFrom(...Object.keys(stores)), { minLength: 1 }),
  /** Files are read in their order: the reader before what it reads, or after it. */
  files: fc.constantFrom(["a", "b", "c"], ["c", "b", "a"], ["b", "c", "a"]),
  isListed: fc.boolean(),
  layer: fc.constantFrom("silver", "gold"),
});

it("tables and sinks that are made for each of another pipeline's compile to what the same does that is written for each", () => {
  fc.assert(
    fc.property(shape, ({ files: [one = "", two = "", three = ""], isListed, layer, left, ...given }) => {
      const isLeftOut = left !== undefined && given.names.length > 1 && given.names.includes(left);
      const meant = given.names.filter((name) => !isLeftOut || name !== left);
      const over = (prefix: string, suffix = "") =>
        isListed && suffix === ""
          ? `[${meant.map((name) => `${prefix}${name}`).join(", ")}]`
          : `{ of: ["${prefix}*${suffix}"]${isLeftOut ? `, except: ${prefix}${left}${suffix}` : ""} }`;
      const row = (name: string) =>
        `{ from: bronze.${name}, expect: { is_known: { that: ${name}_id is not null and at is not null, else: drop } }, watermark: { column: at, delay: 1 hour }, deduplicate: { keys: [${name}_id, at], within: watermark } }`;
      const sinks = (placeholder: string, forEach: string) =>
        given.stores.map((store) => ({ store, body: `${forEach}${stores[store]?.(placeholder)}` }));
      const shop = (tables: readonly string[]) => `pipeline: shop
sources:
${given.names.map((name) => `  ${name}: { kind: event-hub, connection: events, event_hub: in-${name}, partitions: 1, format: json, columns: { ${name}_id: string, at: timestamp } }`).join("\n")}
bronze:
${tables.join("\n")}
silver:
${given.names.map((name) => `  ${name}: ${row(name)}`).join("\n")}
`;
      const short = compiled({
        [`pipelines/${one}.yaml`]: `pipeline: serve
sinks:
${sinks(
  "${each}",
  `for_each: ${over(`marts/${layer}.`, "_day")}, description: "Of \${each}.", from: "marts/${layer}.\${each}_day", `,
)
  .map(({ store, body }) => `  ${store}_\${each}: { ${body} }`)
  .join("\n")}
  raw_\${each}: { for_each: ${over("shop/silver.")}, from: "shop/silver.\${each}", connection: exports, folder: "raw/\${each}", format: csv }
`,
        [`pipelines/${two}.yaml`]: `pipeline: marts
${layer}:
  \${each}_day: { for_each: shop/silver.*, from: "shop/silver.\${each}", with_columns: { day: to_date(at) } }
`,
        [`pipelines/${three}.yaml`]: shop(['  "${each}": { for_each: sources.*, from: "sources.${each}" }']),
      });
      const each = (line: (name: string) => string): string => meant.map((name) => `  ${line(name)}\n`).join("");
      const long = compiled({
        [`pipelines/${one}.yaml`]: `pipeline: serve
sinks:
${meant
  .flatMap((name) =>
    sinks(name, `description: "Of ${name}.", from: marts/${layer}.${name}_day, `).map(
      ({ store, body }) => `  ${store}_${name}: { ${body} }\n`,
    ),
  )
  .join(
    "",
  )}${each((name) => `raw_${name}: { from: shop/silver.${name}, connection: exports, folder: raw/${name}, format: csv }`)}`,
        [`pipelines/${two}.yaml`]: `pipeline: marts
${layer}:
${given.names.map((name) => `  ${name}_day: { from: shop/silver.${name}, with_columns: { day: to_date(at) } }`).join("\n")}
`,
        [`pipelines/${three}.yaml`]: shop(given.names.map((name) => `  ${name}: { from: sources.${name} }`)),
      });
      expect(messages(long)).toEqual([]);
      expect(messages(short)).toEqual([]);
      expect(short.artifacts.length).toBeGreaterThan(meant.length);
      expect(short.artifacts.map(({ path, body }) => [path, body])).toEqual(
        long.artifacts.map(({ path, body }) => [path, body]),
      );
      expect(short.lock?.text).toBe(long.lock?.text);
    }),
    { numRuns: 60 },
  );
});

/** Which pipelines' tables each of five makes tables for. */
const graph = fc.array(fc.uniqueArray(fc.nat(4), { maxLength: 2 }), { minLength: 5, maxLength: 5 });

it("pipelines that make tables for each of another's are told of a circle, and only then", () => {
  const sources = `pipeline: shop
sources:
  s: { kind: event-hub, connection: events, event_hub: s, partitions: 1, format: json, columns: { id: string, at: timestamp } }
bronze: { s: { from: sources.s } }
silver: { s: { from: bronze.s, columns: { id: id, at: at } } }
`;
  fc.assert(
    fc.property(graph, (needs) => {
      const pipeline = (of: readonly number[], at: number) => `pipeline: p${at}
gold:
  own${at}: { from: shop/silver.s }
${of.map((other) => `  made${at}of${other}_\${each}: { for_each: p${other}/gold.own*, from: "p${other}/gold.own\${each}" }\n`).join("")}`;
      const others = needs.map((of, at) => of.filter((other) => other !== at));
      const isReached = (goal: number, from: number, steps: number): boolean =>
        steps > 0 && (others[from] ?? []).some((to) => to === goal || isReached(goal, to, steps - 1));
      const isCircular = others.some((_, at) => isReached(at, at, others.length));
      const result = compiled({
        "pipelines/shop.yaml": sources,
        ...Object.fromEntries(others.map((of, at) => [`pipelines/p${at}.yaml`, pipeline(of, at)])),
      });
      const codes = [...new Set(result.diagnostics.map(({ code }) => code))];
      expect(codes).toEqual(isCircular ? ["expansion/circle"] : []);
    }),
    { numRuns: 150 },
  );
});
