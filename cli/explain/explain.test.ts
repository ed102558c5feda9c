import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.js";
import { targets } from "../../targets/index.js";
import { memoryHost } from "../../test/golden.js";
import { explain, explainable } from "./explain.js";

const compiled = (golden: string, change = (yaml: string) => yaml) => {
  const yaml = change(readFileSync(`test/golden/${golden}/input.yaml`, "utf8"));
  const [project = "", ...pipelines] = yaml.split(/^---\n/m);
  const files = Object.fromEntries(pipelines.map((text, at) => [`pipelines/${at}.yaml`, text]));
  return compile(memoryHost({ "sluice.yaml": project, ...files }), targets);
};

const layers = compiled("spark-rows-from-rows");
const windows = compiled("spark-windows");
const sinks = compiled("project-sinks");
const joins = compiled("spark-joins");
const intervals = compiled("spark-interval-joins");

const lineOf = (text: string | undefined, title: string): string | undefined =>
  text
    ?.split("\n")
    .find((line) => line.startsWith(`  ${title}`))
    ?.replace(`  ${title}`, "")
    .trim();

test("everything with a name can be explained", () => {
  expect(explainable(layers)).toEqual([
    "first/sources.a",
    "first/bronze.a",
    "first/silver.a",
    "second/silver.b",
    "second/gold.b",
    "first/silver.a.quarantine",
  ]);
  for (const id of explainable(layers)) expect(explain(id, layers)).toContain(id);
});

test("a view whose files are loaded into a table of a dedicated pool tells which, how, and by what script", () => {
  const compiledTo = compiled("project-dedicated-sql-pool");
  const where = "dedicated pool dw of workspace ${workspace}, connection dw";
  const turnover = explain("reports.turnover", compiledTo);
  expect(lineOf(turnover, "loaded into")).toBe(`${where}, merged by item, store`);
  expect(turnover).toContain("env/prod/sql/dw/tables.sql");
  expect(lineOf(explain("reports.gifts", compiledTo), "loaded into")).toBe(`${where}, replaced whole`);
});

test("a view of a warehouse is explained by its name in the database", () => {
  const warehouse = compiled("sql-views");
  expect(explainable(warehouse)).toContain("reports.buyers");
  const buyers = explain("reports.buyers", warehouse);
  expect(lineOf(buyers, "reads")).toBe("sales/silver.sales");
  expect(lineOf(buyers, "stands in")).toBe("database shop_ldw of workspace ${workspace}, connection ldw");
  expect(lineOf(buyers, "where")).toMatch(/^not gift <=> false and /);
  expect(buyers).toMatch(/ who +string +← sha2\(buyer, 256\)$/m);
  expect(lineOf(buyers, "not shown")).toBe("weight, photo, tags");
  const sales = explain("sales.sales", warehouse);
  expect(sales).toMatch(/ price +decimal\(9,2\) +← price$/m);
  expect(lineOf(sales, "not shown")).toBe("tags, buyer");
  expect(sales).toMatch(/ common\/sql\/ldw\/views\.sql$/m);
  expect(sales).toMatch(/ env\/prod\/sql\/ldw\/2-lake\.sql$/m);
  const where = "database shop_ldw of workspace ${workspace}, connection ldw, as an external table";
  expect(lineOf(explain("sales.facts", warehouse), "stands in")).toBe(where);
});

test("a view of groups, or of joined tables, is explained by what it shows", () => {
  const warehouse = compiled("sql-selects");
  const months = explain("reports.by_month", warehouse);
  expect(lineOf(months, "one row for each")).toBe("year, month, is_gift");
  expect(months).toMatch(/ items +bigint +not null +← count\(distinct item\) filter \(where price > 99\.99\)$/m);
  expect(lineOf(months, "not shown")).toBe("id, store, weight, day, photo, buyer");
  expect(lineOf(explain("reports.all_sales", warehouse), "one row for each")).toBe("all rows together");
  const joined = explain("reports.sales_with_items", warehouse);
  expect(lineOf(joined, "joins")).toBe("items: sales/silver.items (left)");
  expect(joined).toMatch(/ dearest +decimal\(9,2\) +← dearest$/m);
  expect(lineOf(joined, "not shown")).toBe("item, photo");
});

test("a view's masks and rows are explained, with who sees what", () => {
  const warehouse = compiled("sql-masks");
  const masked = explain("reports.masked", warehouse);
  expect(masked).toMatch(/ item: first 1, its values to clerks$/m);
  expect(masked).toMatch(/ buyer: domain, its values to clerks, auditors$/m);
  expect(masked).toMatch(/ gift: nothing$/m);
  const own = explain("reports.own", warehouse);
  expect(own).toMatch(/ clerks: store between 1 and 9$/m);
  expect(own).toMatch(/ auditors: all$/m);
});

test("what a table sets aside is explained by itself", () => {
  const text = explain("silver.items.late", compiled("spark-explode"));
  expect(text).toMatch(/^sales\/silver\.items\.late {2}\(pipelines\/0\.yaml:13\)/);
  expect(lineOf(text, "holds")).toBe("Rows that came to silver.items after the watermark had passed them.");
  expect(lineOf(text, "written by")).toBe("silver.items");
  expect(text).toMatch(/ _element +int$/m);
});

test("files that a source does not declare like this are explained by themselves", () => {
  const text = explain("bronze.orders.quarantine", compiled("spark-read-files"));
  expect(lineOf(text, "written by")).toBe("bronze.orders");
  expect(text).toMatch(/ reason +string$/m);
});

test("readers of a raw table see where each row stood", () => {
  expect(explain("bronze.a", layers)).toMatch(/enqueued_at +timestamp +← where the event stood in the hub$/m);
  expect(explain("bronze.orders", compiled("spark-read-files"))).toMatch(
    /file_path +string +not null +← where the row stood$/m,
  );
});

test("a table of Synapse leads to the job definition that runs it", () => {
  const place = "subscription: 00000000-0000-0000-0000-000000000001, resource_group: g, workspace: syn";
  const azure = `local: { on: this-machine }, dev: { ${place}, compute: { small: { pool: p } } }`;
  const text = explain(
    "silver.orders",
    compiled("spark-sinks-synapse", (yaml) => yaml.replace("local: { on: this-machine }", azure)),
  );
  expect(text).toContain("common/synapse/python/sinks_orders.py\n");
  expect(text).toContain("env/dev/synapse/sparkJobDefinition/sinks_orders.json\n");
  expect(text).toContain("env/local/job/orders.json\n");
});

test("lineage goes through tables of other pipelines, renamed columns and aggregates down to the source", () => {
  const text = explain("second/gold.b", layers);
  expect(text).toMatch(/x {3,}string +not null +← sources\.a\.x/);
  expect(text).toMatch(/window_start +timestamp +not null +← sources\.a\.at/);
  expect(text).toMatch(/n +bigint +not null +← the rows themselves/);
  expect(lineOf(text, "watermark")).toBe("time, 1 hour behind the latest, inherited from silver.a");
});

test("lineage goes through an element to the field of the array", () => {
  const text = explain("silver.items", compiled("spark-explode"));
  expect(text).toMatch(/sku +string +← sources\.sales\.items\.sku/);
  expect(lineOf(text, "explodes")).toBe("items: a row for each item; what has none is counted and left out");
  expect(explain("silver.tags", compiled("spark-explode"))).toMatch(/tag +string +← sources\.sales\.tags/);
});

test("a union's columns come from each of its inputs, and its windows wait for the slowest", () => {
  const text = explain("gold.hourly", compiled("spark-union"));
  expect(text).toMatch(/x +string +← sources\.north\.x, sources\.south\.x/);
  expect(lineOf(text, "watermark")).toBe(
    "time, 10 minutes behind the latest of the input that is furthest behind, inherited from silver.north and silver.south",
  );
  expect(lineOf(text, "results")).toBe(
    "10:00–11:00 appears once event time passes 11:10 in every input, and one more batch has run",
  );
  expect(text).toContain("no window appears until every input has brought rows of such a time since");
});

test.each([
  [
    "gold.hopping",
    "10:00–11:00 appears once event time passes 11:01, and one more batch has run; a row is in up to 4 windows",
  ],
  [
    "gold.offset",
    "10:00–10:00 the next day appears once event time passes 10:01 the next day, and one more batch has run",
  ],
  [
    "gold.sessions",
    "a session appears once event time passes its last row by 20 minutes and 1 minute, and one more batch has run",
  ],
])("when results of %s appear", (selector, words) => {
  expect(lineOf(explain(selector, windows), "results")).toBe(words);
});

test("windows that late rows correct are there from the first row on, whatever the order and batches of rows", () => {
  const corrected = compiled("spark-late-upsert");
  const quarters = explain("gold.quarters", corrected);
  expect(lineOf(quarters, "results")).toBe(
    "10:00–10:15 is there from its first row on; what comes once event time has passed 10:25 is late and corrects it",
  );
  const free =
    "what a window holds depends neither on the order in which rows come nor on how input is cut into batches";
  expect(quarters).toContain(free);
  expect(quarters).toContain("late rows pass since silver.orders");
  const doubles = "but sums of doubles, and means of them, may differ in their last digits";
  expect(quarters).toContain(doubles);
  const hopping = explain("gold.hopping", corrected);
  expect(hopping).toContain(free);
  expect(hopping).not.toContain(doubles);
  const orders = explain("silver.orders", corrected);
  expect(orders).toContain(
    "late rows are written like others, counted as late_written beside, and correct windows below",
  );
  expect(orders).not.toContain("depends on how input is cut into batches");
});

test.each(["drop", "divert", "fail"])(
  "late_rows: %s depends on how input is cut into batches, and it is told",
  (policy) => {
    const decided = compiled("spark-late-upsert", (yaml) => yaml.replace("late_rows: upsert", `late_rows: ${policy}`));
    expect(explain("silver.orders", decided)).toContain(
      "a row is late if the watermark before its batch has passed it, so lateness depends on how input is cut into batches",
    );
  },
);

test("a joined column comes from the other table's sources, and what becomes of rows without a match is told", () => {
  const text = explain("gold.known", joins);
  expect(text).toMatch(/price_again +int +← sources\.prices\.price/);
  expect(text).toMatch(/ price +int +← sources\.prices\.price/);
  expect(lineOf(text, "key")).toBe("sale, at");
  expect(text).toContain("at most one row matches, because its key is window_start, item");
  expect(text).toContain("a row without a match is left out and counted; nothing is added");
});

test("when pairs appear, when rows without one do, and how far behind pairs may be for a window", () => {
  const paid = explain("gold.paid", intervals);
  expect(lineOf(paid, "joins")).toBe(
    "payments: rows of silver.payments from 10 minutes earlier to 1 hour later, in whatever order they come; a row for each pair",
  );
  expect(lineOf(paid, "results")).toBe("a pair appears in the batch that reads the later of its two rows");
  expect(lineOf(paid, "watermark")).toBe("at, 1 hour 30 minutes behind the latest, inherited from silver.orders");
  expect(lineOf(explain("gold.hourly", intervals), "results")).toBe(
    "10:00–11:00 appears once event time passes 12:30, and one more batch has run",
  );
  const followed = explain("gold.followed", intervals);
  expect(followed).toContain(
    "a row of 10:00 without a match appears once event time passes 11:10 in silver.orders and 11:20 in silver.payments, and one more batch has run",
  );
  expect(lineOf(followed, "watermark")).toBeUndefined();
  const waiting =
    "while no run that ends by itself reads rows of both inputs, none is written, however many runs there are";
  expect(followed).toContain(waiting);
  expect(paid).not.toContain(waiting);
});

test("of rows that are kept for their match in time: each comes once, nothing is added, and what tells it apart and how late it may be", () => {
  const kept = explain(
    "gold.paid",
    compiled("spark-interval-joins", (text) =>
      text
        .replace(
          "how: inner, within: { before: 10 minutes, after: 1 hour }, columns: [payment, amount]",
          "how: semi, within: { before: 10 minutes, after: 1 hour }",
        )
        .replace("late_rows: divert", "deduplicate: { keys: [order_id, at], within: watermark }\n    late_rows: divert")
        .replace("sum(amount)", "count(*)"),
    ),
  );
  expect(kept).toContain(
    "from 10 minutes earlier to 1 hour later, in whatever order they come; each row once, however many match",
  );
  expect(kept).toContain("a row without a match is left out; nothing is added");
  expect(lineOf(kept, "key")).toBe("order_id, at");
  expect(lineOf(kept, "results")).toBe("a row appears in the batch that reads the later of it and its first match");
  expect(lineOf(kept, "watermark")).toBe("at, 1 hour 30 minutes behind the latest, inherited from silver.orders");
});

test("a view runs in its readers, which count what it leaves out, and lineage goes through it", () => {
  const views = compiled("spark-views");
  const view = explain("silver.real", views);
  expect(lineOf(view, "runs")).toBe(
    "as steps of silver.lines; nothing is stored, and it has no query and no checkpoint of its own",
  );
  expect(lineOf(view, "counts")).toBe("rows that it leaves out, as silver.real.filtered of each reader");
  expect(view).not.toMatch(/checkpoint {2}|artifacts|writes|on_schema_change/);
  const reader = explain("silver.lines", views);
  expect(lineOf(reader, "reads")).toBe("silver.real, a view over bronze.orders");
  expect(reader).toMatch(/sku +string +not null +← sources\.orders\.lines$/m);
});

test("a source of files: which, where, and what a header is by default", () => {
  const files = compiled("spark-read-files");
  expect(explain("sources.orders", files)).toContain("orders/*.csv in landing of drop");
  expect(explain("sources.orders", files, true)).toContain("header: true (built in)");
  expect(lineOf(explain("sources.prices", files), "format")).toBe("parquet");
  expect(explain("bronze.prices", files)).toMatch(/item +string +← as it stands/);
  expect(explain("bronze.prices", files)).toContain("a file that lacks declared columns is read, with null for them");
  expect(explain("bronze.clicks", files, true)).not.toContain("on_schema_change");
  expect(lineOf(explain("silver.clicks", files), "key")).toBe("file_path, file_row");
  expect(explain("silver.prices", files)).toMatch(/file +string +not null +← bronze\.prices\.file_path/);
});

test("a table that others write: which, what changes it takes, and that nothing else of it is read", () => {
  const lake = compiled("spark-read-lake");
  const text = explain("sources.orders", lake);
  expect(lineOf(text, "table")).toBe("sales/orders in tables of shop");
  expect(lineOf(text, "changes")).toContain("stops the query with Delta's error, which names the version");
  expect(lineOf(text, "not read")).toContain("columns_not_read");
  expect(explain("bronze.orders", lake)).toMatch(
    /landed_at +timestamp +not null +← when the row was read, and its number/,
  );
  expect(lineOf(explain("bronze.orders", lake), "writes")).toBe("bronze.orders  bronze/orders");
});

test("only what the YAML leaves to a default", () => {
  expect(explain("silver.timed", windows, true)).toBe(
    "windows/silver.timed  (pipelines/0.yaml:7)\n  defaults  watermark.ahead: 1 hour (built in)\n            streaming.trigger: 10 seconds (built in)\n            write: append (built in)\n            on_schema_change: fail (built in)\n",
  );
  expect(explain("gold.hopping", windows, true)).not.toContain("trigger");
});

test("what a sink writes, how a row is known again, and what a replay does", () => {
  const text = explain("sinks.large", sinks);
  expect(lineOf(text, "where")).toBe("total >= 100 and shop is not null; other rows are counted as filtered");
  expect(lineOf(text, "writes")).toBe("large-orders of ${account}-partners (2 partitions), partitioned by shop");
  expect(lineOf(text, "event_id")).toBe("order_id | at, each URL-encoded, times as ISO text: a property of each event");
  expect(lineOf(text, "replay")).toContain("at least once");
  expect(lineOf(explain("sinks.served", sinks), "replay")).toBe("a replayed batch upserts the same documents again");
});

test("a table that is paired with itself is read once, and how late pairs may be is told in parts", () => {
  const itself = compiled("spark-interval-joins", (text) =>
    text.replace(
      /next: \{ table: silver.payments.*/,
      "next: { table: silver.orders, on: order_id, how: inner, within: { before: 7 days, after: 10 minutes }, columns: { then: at } } }",
    ),
  );
  const text = explain("gold.followed", itself);
  expect(text?.match(/^ +(reads +)?silver\.orders$/gm)).toHaveLength(1);
  expect(lineOf(text, "watermark")).toBe("at, 7 days 20 minutes behind the latest, inherited from silver.orders");
  const notebook = itself.artifacts.find(({ path }) => path.endsWith("gold_followed.py"))?.body;
  expect(notebook).toContain("Reads `silver.orders`; writes");
});

test("a replaced table is computed from all that it reads, and its aggregates' lineage goes down to the source", () => {
  const replaced = compiled("spark-replace");
  const text = explain("gold.alike", replaced);
  expect(text).toMatch(/total +bigint +← sources\.sales\.amount/);
  expect(text).toMatch(/sales +bigint +not null +← the rows themselves/);
  expect(lineOf(text, "key")).toBe("total");
  expect(lineOf(text, "results")).toBe(
    "computed anew from all of silver.sales and gold.totals, whenever one of them has changed, and swapped in one commit: a reader sees the table before or after it",
  );
  expect(lineOf(explain("gold.smallest", replaced), "key")).toBe("none is needed: there is one row");
});

test("a default and who says it: the project, before the language", () => {
  const defaults = compiled("spark-defaults");
  expect(explain("silver.said", defaults, true)).toBe(
    "defaults/silver.said  (pipelines/0.yaml:14)\n  defaults  write: append (built in)\n            on_schema_change: fail (built in)\n",
  );
  expect(explain("silver.unsaid", defaults, true)).toBe(
    [
      "defaults/silver.unsaid  (pipelines/0.yaml:7)",
      "  defaults  watermark.ahead: 2 hours (sluice.yaml:12)",
      "            late_rows: divert (sluice.yaml:13)",
      "            streaming.trigger: 1 minute (sluice.yaml:11)",
      "            write: append (built in)",
      "            on_schema_change: fail (built in)",
      "",
    ].join("\n"),
  );
});

test("an artifact leads back to the YAML, also from the folder that it was written to", () => {
  const text = explain("out/common/databricks/notebook/second/gold_b.py", layers);
  expect(text).toContain("(pipelines/1.yaml:5)");
  expect(lineOf(text, "reads")).toBe("silver.b");
});

test("there is nothing to say of what does not exist", () => {
  expect(explain("gold.nothing", layers)).toBeUndefined();
});

test("a renamed table says what keeps its old name, and is found by the new one", () => {
  const text = explain("silver.readings", compiled("spark-renamed"));
  expect(lineOf(text, "renamed")).toBe("from silver.a: its place, its checkpoint and its records keep that name");
  expect(text).toMatch(/silver\.readings {2,}silver\/a\n/);
  expect(text).toContain("_checkpoints/rows/silver.a/1-");
  expect(text).toContain("notebook/rows/silver_readings.py");
});

test("what a backfill cannot bring back is said of a source's events and of documents", () => {
  expect(explain("bronze.a", layers)).toContain(
    "raised: a is read again from the earliest event that it still has; what its retention has passed is lost",
  );
  expect(sinkTexts()).toContain("documents whose rows are no longer made stay");
});

const sinkTexts = (): string =>
  explainable(sinks)
    .flatMap((id) => explain(id, sinks) ?? [])
    .join("\n");

const landings = compiled("adf-landings");

test("a database's table says how it is read, and what is missed", () => {
  const text = explain("sources.users", landings);
  expect(lineOf(text, "table")).toBe("dbo.users of shop at sql.example.org");
  expect(lineOf(text, "mark")).toBe(
    "2020-01-01T00:00:00 at first, then the largest updated_at that was read; it stands in sluice.marks of db",
  );
  expect(lineOf(text, "lag")).toMatch(
    /^rows of the 10 minutes before the mark are read again when one was added or got another updated_at/,
  );
  expect(lineOf(text, "not read")).toMatch(/^rows without updated_at, and that a row was deleted/);
  const numbered = explain("sources.lines", landings);
  expect(lineOf(numbered, "lag")).toBe("none: version must be given to rows in the order in which they are committed");
  expect(lineOf(numbered, "on this machine")).toBe("the rows of samples/lines-*.csv");
});

test("a landed table says where its files stand, when it is filled, and by what", () => {
  const text = explain("bronze.users", landings);
  expect(lineOf(text, "writes")).toMatch(/^bronze\/users\/1-[0-9a-f]{8}\/landing=<number>\/rows\.csv, with a header$/);
  expect(lineOf(text, "runs")).toBe(
    "each time that its pipeline is started: nightly, every day at 04:00 (Europe/Warsaw), noon, every day at 12:30 (UTC)",
  );
  expect(text).toContain("common/adf/pipeline/shop.json");
});

test("a merged table says which row it keeps, and what a row that is left out changes", () => {
  expect(lineOf(explain("silver.users", landings), "keeps")).toBe(
    "of rows with one key the one with the largest updated_at; of equal ones the one that landed last",
  );
  const text = explain("silver.lines", compiled("spark-apply-changes"));
  expect(lineOf(text, "key")).toBe("order_id, line");
  expect(text).toContain("a row that is left out changes nothing: the row with its key stays as it was");
  expect(text).toMatch(/changed +bigint +not null +← bronze\.lines\.version/);
  expect(lineOf(text, "runs")).toBe("each time that its pipeline is started, by hand: it has no triggers");
});

test("a table of a job says which, on what, and after which others", () => {
  const of = compiled("adf-jobs");
  expect(explain("gold.turnover", of)).toMatch(
    /job +shop_sums, on a cluster of compute large\n +runs when shop and shop_stores have succeeded, whose tables it reads/,
  );
  expect(lineOf(explain("silver.stores", of), "job")).toBe("shop_stores, on a cluster of compute small");
  expect(explain("silver.orders", of)).not.toMatch(/^job /m);
});

test("a table that ignores nulls says whose values it keeps, and where their places stand", () => {
  const text = explain("silver.users", compiled("spark-values"));
  expect(lineOf(text, "holds")).toBe("the latest values of each key");
  expect(lineOf(text, "keeps")).toBe(
    "of each key and column the value, not null, with the largest changed_at; of equal ones the one that landed last",
  );
  expect(text).toContain(
    "the place of each value, and of deletes, is kept in silver.users.sequences: what is earlier and comes later fills in what is null",
  );
  expect(text).not.toContain("silver.users.deleted");
});

test("a table that is computed in runs says so, and its lineage goes through what is merged down to the database", () => {
  const text = explain("silver.priced", compiled("spark-computed"));
  expect(lineOf(text, "results")).toBe(
    "computed anew from all of silver.orders and silver.customers, in each run in which one of them has changed, and swapped in one commit: a reader sees the table before or after it",
  );
  expect(lineOf(text, "runs")).toBe("each time that its pipeline is started, by hand: it has no triggers");
  expect(lineOf(text, "key")).toBe("order_id");
  expect(text).toMatch(/city +string +← sources\.customers\.city/);
  expect(text).not.toContain("_checkpoints");
  expect(text).toContain("at most one row matches, because its key is customer_id");
});

test("a trigger says when it fires next, by the clocks of its zone", () => {
  const next = (now: string) => explain("triggers.nightly", landings, false, new Date(now))?.match(/\d{4}.* UTC$/gm);
  expect(lineOf(explain("triggers.nightly", landings), "when")).toBe(
    "every day at 04:00, Europe/Warsaw (Central European Standard Time in Azure)",
  );
  expect(next("2026-10-23T02:00:00Z")).toEqual([
    "2026-10-24 02:00 UTC",
    "2026-10-25 03:00 UTC",
    "2026-10-26 03:00 UTC",
    "2026-10-27 03:00 UTC",
  ]);
  expect(next("2026-10-23T01:59:59Z")?.[0]).toBe("2026-10-23 02:00 UTC");
});

test("everything that lands has a name", () => {
  const names = explainable(landings);
  expect(names).toEqual(
    expect.arrayContaining(["shop/sources.users", "shop/bronze.users", "shop/silver.users", "shop/triggers.noon"]),
  );
  for (const id of names) expect(explain(id, landings)).toContain(id);
});

test("pipelines that run after others say what calls them", () => {
  const chain = compiled("adf-chain");
  const long = "a_summary_of_what_was_sold_in_each_store_with_a_long_name";
  const calls = `orders_master, which calls 'orders', 'lines', 'stores' and '${long}'`;
  expect(lineOf(explain("lines/triggers.then", chain), "when")).toBe("'orders' has succeeded, in one run with them");
  expect(lineOf(explain("lines/triggers.then", chain), "called by")).toBe(calls);
  expect(lineOf(explain("triggers.nightly", chain), "starts")).toBe(calls);
  expect(lineOf(explain("triggers.at_noon", chain), "starts")).toBe(calls);
  expect(explain("triggers.at_noon", chain)).toContain("by the triggers of orders, which are the same");
  expect(lineOf(explain("triggers.evening", chain), "starts")).toBe(`the pipeline ${long}`);
  expect(lineOf(explain("bronze.sales", chain), "runs")).toBe(
    "each time that its pipeline is started: evening, every day at 20:00 (UTC), when 'orders' and 'stores' have succeeded",
  );
});

test("what is read whole, and which versions of its rows stay", () => {
  const history = compiled("spark-history");
  const stores = explain("shop/sources.stores", history);
  expect(lineOf(stores, "reads")).toBe("each time that a pipeline is started, all rows");
  expect(stores).toContain("a reading without rows, of a table that had some before, stops the run");
  const versions = explain("shop/silver.stores_history", history);
  expect(lineOf(versions, "key")).toBe("id, valid_from");
  expect(lineOf(versions, "keeps")).toBe("a version of a row from the reading on that has other values of city");
  expect(versions).toContain("other columns are changed in the version that holds now");
  expect(versions).toContain("a row that a reading does not have any more: its version ends");
  const prices = explain("shop/silver.prices", history);
  expect(prices).toContain("each row with another changed_at as a version, valid from then until the next one");
  expect(explain("shop/silver.stores", history)).toContain(
    "a row that a reading does not have any more: it is deleted",
  );
});

test("how often and how long the steps of a pipeline are tried, and who is told, stands with what it lands", () => {
  const steps = compiled("adf-steps");
  const told = explain("bronze.orders", steps);
  expect(lineOf(told, "steps")).toBe("tried again up to 4 times, 2 minutes after a failure");
  expect(told).toContain("copying a table, and the notebooks, may take 1 day each time");
  expect(told).toContain("4 tables of a database, or sources of files of a container, at once");
  expect(told).toContain("a failure is told to the address in the secret pipeline-alerts");
  expect(lineOf(told, "defaults")).toBeUndefined();
  const lands = explain("bronze.lands", steps, true);
  expect(lineOf(lands, "defaults")).toBe("retry.attempts: 2, of the notebooks 1 (built in)");
  for (const other of ["retry.wait: 1 minute", "timeout: 12 hours", "tables_at_once: 10"])
    expect(lands).toContain(`${other} (built in)`);
  expect(lands).not.toContain("on_failure");
});

test("when it is looked whether a streaming job runs, and who is told that it does not", () => {
  const watched = compiled("adf-watch");
  expect(lineOf(explain("orders/bronze.orders", watched), "watched")).toBe(
    "every 15 minutes by orders_watch: where job orders does not run the run fails, and the address in the secret alerts is told",
  );
  expect(lineOf(explain("Returns-EU/bronze.returns", watched), "watched")).toMatch(/^every 6 hours .* nobody is told$/);
  expect(lineOf(explain("visits/bronze.visits", watched), "watched")).toBeUndefined();
});

test("samples and an app that the project does not have are said not to be there", () => {
  const loads = compiled("project-loads");
  const [lists, stock] = ["sources.movie_lists", "sources.stock"];
  const told = (id: string, files: readonly string[]) =>
    lineOf(explain(id, loads, false, undefined, files), "not there");
  expect(told(lists, [])).toBe("the project has no folder functions with an app");
  expect(explain(lists, loads, false, undefined, [])).toMatch(/^ +the project has no file samples\/lists-\*\.json$/m);
  expect(told(lists, ["functions/host.json", "samples/lists-1.json"])).toBeUndefined();
  expect(told(lists, ["functions/host.json", "samples/deep/lists-1.json"])).toMatch(/^the project has no file/);
  expect(told(stock, ["samples/stok-1.json"])).toBe(
    "the project has no file samples/stock-*.json. Did you mean 'samples/stok-1.json'?",
  );
  expect(lineOf(explain(lists, loads), "not there")).toBeUndefined();
});
