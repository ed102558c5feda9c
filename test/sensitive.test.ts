import { expect, it } from "vitest";
import { explain } from "../cli/explain/explain.js";
import { type CompileResult, compile } from "../compiler/compile.js";
import { sensitivityOf } from "../compiler/model/sensitivity.js";
import { targets } from "../targets/index.js";
import { memoryHost } from "./golden.js";

const project = `
version: 1
project: shop
platform: { spark: databricks, orchestrator: adf }
lake: { account: lake }
secrets: { vault: vault }
hash_keys: { customers: { secret: customers-hash-key, clears: [pii] } }
control: { connection: pos }
compute: { small: { workers: 1 } }
connections:
  events: { kind: kafka, servers: "broker:9092" }
  exports: { kind: storage, account: lake, container: exports, identity: managed }
  pos: { kind: sql-server, server: sql.example.org, database: pos, identity: { user: etl, secret: pos-password } }
environments: { local: { on: this-machine } }
`;

const streams = `
pipeline: streams
sources:
  visits:
    kind: kafka
    connection: events
    topic: visits
    partitions: 1
    format: json
    columns:
      id: bigint
      at: timestamp
      city: string
      person: { name: { type: string, sensitive: pii }, age: int, card: { number: { type: string, sensitive: financial }, kind: string } }
      illnesses: { type: array<string>, sensitive: health }
bronze:
  visits: { from: sources.visits }
silver:
  visits:
    from: bronze.visits
    with_columns:
      name: person.name
      age: person.age
      card: person.card
      kind: person.card.kind
      both: concat(person.name, illnesses[0])
      known: person.name is not null
      none: size(array(city))
      whole: person
      initials: transform(split(person.name, ' '), part -> left(part, 1))
    except: [person]
    expect: { has_id: { that: id is not null, else: drop }, has_time: { that: at is not null, else: drop } }
    watermark: { column: at, delay: 10 minutes }
    late_rows: drop
    deduplicate: { keys: [id, at], within: watermark }
    may_set_aside: [pii, financial, health]
  view: { from: silver.visits, materialize: false, with_columns: { upper_name: upper(name) } }
  keyed: { from: silver.view, columns: { id: id, by_name: "concat('n-', keyed_hash(upper(name), 'customers'))", by_both: "keyed_hash(both, 'customers')", chosen: "case when name = 'Ann' then keyed_hash(name, 'customers') end" } }
  read_again: { from: silver.view, columns: { id: id, number: card.number, kind: card.kind, of_whole: whole.card.kind, shout: upper_name } }
  taken_apart: { from: silver.visits, explode: { illness: illnesses }, columns: { id: id, at: at, illness: upper(illness), city: city } }
  joined:
    from: silver.taken_apart
    columns: { id: id, at: at, illness: illness }
    join: { visit: { table: silver.visits, how: left, on: [id, at], columns: { seen: name, elsewhere: city } } }
  said: { from: silver.visits, columns: { id: id, city: city, name: name, kind: kind }, sensitive: { city: pii, name: health }, declassify: { name: nobody has this name } }
gold:
  hourly:
    from: silver.visits
    window: { type: tumbling, column: at, size: 1 hour }
    group_by: [city, kind]
    aggregates:
      visits: count(*)
      people: approx_count_distinct(name)
      named: count_if(name = 'Ann')
      first: min(name)
      ages: sum(age) filter (where name = 'Ann')
      all_of_them: collect_set(name)
sinks:
  keyed: { from: silver.visits, connection: events, topic: out, partitions: 1, key: name, where: name is not null, columns: [id], may_hold: [pii] }
  some: { from: silver.said, connection: exports, folder: some, format: parquet, may_hold: [pii, health] }
`;

const databases = `
pipeline: databases
sources:
  users:
    kind: sql-server
    connection: pos
    table: dbo.users
    primary_key: [id]
    changes: upsert
    read: incremental
    cursor: { column: changed, start: 2020-01-01T00:00:00, lag: 10 minutes, time_zone: UTC }
    columns: { id: bigint, email: { type: string, sensitive: pii }, changed: timestamp }
bronze:
  users: { from: sources.users, format: csv }
silver:
  users:
    from: bronze.users
    with_columns: { domain: "split_part(email, '@', 2)" }
    apply_changes: { keys: [id], sequence_by: [changed], scd_type: 2 }
    declassify: { domain: thousands share it }
`;

const compiled = compile(
  memoryHost({ "sluice.yaml": project, "pipelines/streams.yaml": streams, "pipelines/databases.yaml": databases }),
  targets,
);

/** The columns of a table that have something sensitive, and the fields below them. */
function marksOf(
  { understood, diagnostics }: CompileResult,
  name: string,
): Readonly<Record<string, readonly string[]>> {
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  const all = understood?.linked.pipelines.flatMap(({ tables, flow }) => [...tables, ...flow.merged, ...flow.landings]);
  const found = all?.find(({ table }) => `${table.layer}.${table.name}` === name);
  if (found === undefined) throw new Error(`There is no ${name}`);
  return Object.fromEntries(
    [...sensitivityOf(understood?.linked.project.hashKeys ?? new Map()).of(found)].map(([column, marks]) => [
      column,
      marks.map(({ label, fields }) => [...fields, label].join(".")),
    ]),
  );
}

it("is told of fields apart, of what is computed from them together, and by conditions", () => {
  expect(marksOf(compiled, "bronze.visits")).toEqual({
    person: ["name.pii", "card.number.financial"],
    illnesses: ["health"],
  });
  expect(marksOf(compiled, "silver.visits")).toEqual({
    name: ["pii"],
    card: ["number.financial"],
    both: ["pii", "health"],
    known: ["pii"],
    whole: ["name.pii", "card.number.financial"],
    initials: ["pii"],
    illnesses: ["health"],
  });
});

/** A pipeline with one source, and one silver table whose columns are made of its columns; `more`: what stands below it. */
const computing = (columns: Readonly<Record<string, string>>, more = ""): CompileResult =>
  compile(
    memoryHost({
      "sluice.yaml": project,
      "pipelines/computing.yaml": `
pipeline: computing
sources:
  people:
    kind: kafka
    connection: events
    topic: people
    partitions: 1
    format: json
    columns:
      id: bigint
      city: string
      email: { type: string, sensitive: pii }
      salary: { type: "decimal(9,2)", sensitive: financial }
      all: { type: { kind: string, inner: { deep: string, deeper: { type: string, sensitive: health } } }, sensitive: secret }
      person: { name: { type: string, sensitive: pii }, age: int, card: { number: { type: string, sensitive: financial }, kind: string } }
      illnesses: { type: array<string>, sensitive: health }
      points: { type: "map<string, int>", sensitive: financial }
bronze:
  people: { from: sources.people }
silver:
  made:
    from: bronze.people
    may_set_aside: [pii, secret, financial, health]
    columns: ${JSON.stringify(columns)}
${more}`,
    }),
    targets,
  );

const ofMade = (columns: Readonly<Record<string, string>>) => marksOf(computing(columns), "silver.made");

it("goes from each part of a case into its value", () => {
  expect(
    ofMade({
      condition: "case when email = 'a' then 1 else 2 end",
      second: "case when id = 1 then 'x' when salary > 3 then 'y' else 'z' end",
      operand: "case email when 'a' then 1 end",
      compared: "case city when email then 1 end",
      result: "case when id = 1 then email end",
      otherwise: "case when id = 1 then city else email end",
      short: "if(illnesses[0] = 'flu', 1, 0)",
      nested: "case when (case when person.name = 'a' then id else 0 end) = 1 then city end",
      clear: "case when id = 1 then city else person.card.kind end",
    }),
  ).toEqual({
    condition: ["pii"],
    second: ["financial"],
    operand: ["pii"],
    compared: ["pii"],
    result: ["pii"],
    otherwise: ["pii"],
    short: ["health"],
    nested: ["pii"],
  });
});

it("goes from each operand into a value", () => {
  expect(
    ofMade({
      left: "email = city",
      right: "city = email",
      low: "id between salary and 3",
      high: "id between 1 and salary",
      item: "city in ('a', email)",
      pattern: "email like 'a%'",
      safe: "try_cast(email as int)",
      negative: "-salary",
      index: "split(city, ',')[length(email)]",
      filled: "coalesce(city, email)",
      hashed: "sha2(email, 256)",
      elements: "array(city, email)[0]",
      entry: "points['a']",
      keys: "map_keys(points)",
      of_body: "transform(split(city, ','), part -> concat(part, email))",
      of_elements: "exists(illnesses, one -> one = 'flu')",
      folded: "reduce(illnesses, 0, (sum, one) -> sum + length(one))",
      null_of: "nullif(city, email)",
      missing: "email is null",
    }),
  ).toEqual({
    left: ["pii"],
    right: ["pii"],
    low: ["financial"],
    high: ["financial"],
    item: ["pii"],
    pattern: ["pii"],
    safe: ["pii"],
    negative: ["financial"],
    index: ["pii"],
    filled: ["pii"],
    hashed: ["pii"],
    elements: ["pii"],
    entry: ["financial"],
    keys: ["financial"],
    of_body: ["pii"],
    of_elements: ["health"],
    folded: ["health"],
    null_of: ["pii"],
    missing: ["pii"],
  });
});

it("is in each field below a column that it is in as a whole, beside what the field has of its own", () => {
  expect(
    ofMade({
      all: "all",
      kind: "all.kind",
      inner: "all.inner",
      deep: "all.inner.deep",
      deeper: "upper(all.inner.deeper)",
    }),
  ).toEqual({
    all: ["secret", "inner.deeper.health"],
    kind: ["secret"],
    inner: ["secret", "deeper.health"],
    deep: ["secret"],
    deeper: ["secret", "health"],
  });
});

it("is in all of what is computed of a struct, whatever fields it has", () => {
  const more = `
  again:
    from: silver.made
    columns:
      wrapped: wrapped.person.name
      beside: wrapped.id
      renamed: renamed.card
      chosen: chosen.age
      first: people[0].age
      card: card.kind
      number: card.number
`;
  const made = computing(
    {
      wrapped: "struct(person, id)",
      renamed: "named_struct('card', person.name, 'name', city)",
      chosen: "case when id = 1 then person end",
      people: "array(person)",
      text: "to_json(person)",
      card: "person.card",
      written: "named_struct('label', person.name).label",
    },
    more,
  );
  expect(marksOf(made, "silver.made")).toEqual({
    wrapped: ["pii", "financial"],
    renamed: ["pii"],
    chosen: ["pii", "financial"],
    people: ["pii", "financial"],
    text: ["pii", "financial"],
    card: ["number.financial"],
    written: ["pii"],
  });
  expect(marksOf(made, "silver.again")).toEqual({
    wrapped: ["pii", "financial"],
    beside: ["pii", "financial"],
    renamed: ["pii"],
    chosen: ["pii", "financial"],
    first: ["pii", "financial"],
    number: ["financial"],
  });
});

it("goes through views, elements and joins", () => {
  expect(marksOf(compiled, "silver.read_again")).toEqual({ number: ["financial"], shout: ["pii"] });
  expect(marksOf(compiled, "silver.keyed")).toEqual({ by_both: ["health"], chosen: ["pii"] });
  expect(marksOf(compiled, "silver.taken_apart")).toEqual({ illness: ["health"] });
  expect(marksOf(compiled, "silver.joined")).toEqual({ illness: ["health"], seen: ["pii"] });
});

it("goes through aggregates, but neither through counts nor through what only chooses rows", () => {
  expect(marksOf(compiled, "gold.hourly")).toEqual({ first: ["pii"], all_of_them: ["pii"] });
});

it("is taken away and added by a table's own words", () => {
  expect(marksOf(compiled, "silver.said")).toEqual({ city: ["pii"], name: ["health"] });
  expect(marksOf(compiled, "silver.users")).toEqual({ email: ["pii"] });
});

it("is explained with the way from where it is declared, and with what was done about it", () => {
  const lines = (id: string): readonly string[] =>
    (explain(id, compiled) ?? "").split("\n").map((line) => line.replaceAll(/ {2,}/g, " ").trim());
  expect(lines("silver.read_again")).toContain(
    "sensitive number financial ← sources.visits.person.card.number (pipelines/streams.yaml:14), bronze.visits.person, silver.visits.card, silver.view.card",
  );
  expect(lines("silver.read_again")).toContain(
    "shout pii ← sources.visits.person.name (pipelines/streams.yaml:14), bronze.visits.person, silver.visits.name, silver.view.upper_name",
  );
  expect(lines("silver.keyed")).toContain(
    "hashed by_name pii by 'customers' ← sources.visits.person.name (pipelines/streams.yaml:14), bronze.visits.person, silver.visits.name, silver.view.name",
  );
  expect(lines("silver.said")).toContain("declassified name: nobody has this name");
  expect(lines("silver.visits")).toContain("may set aside pii, financial, health (pipelines/streams.yaml:36)");
  expect(lines("sinks.some")).toContain("may hold pii, health (pipelines/streams.yaml:60)");
  expect(lines("sinks.keyed")).toContain(
    "sensitive name pii ← sources.visits.person.name (pipelines/streams.yaml:14), bronze.visits.person",
  );
  expect(lines("bronze.users")).toContain("sensitive email pii ← sources.users.email (pipelines/databases.yaml:12)");
});
