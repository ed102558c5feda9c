import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain, explainable } from "../cli/explain/explain.js";
import { type CompileResult, compile } from "../compiler/compile.js";
import { targets } from "../targets/index.js";
import { memoryHost, readCase, type Tree } from "./golden.js";

const project = `version: 1
project: shop
platform: { orchestrator: adf, spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
control: { connection: pos }
compute: { small: { workers: 1 } }
connections:
  pos: { kind: sql-server, server: sql.example.org, database: pos, identity: { user: etl, secret: shop-password } }
environments: { local: { on: this-machine } }
`;

const compiled = (files: Tree): CompileResult => compile(memoryHost({ "sluice.yaml": project, ...files }), targets);

const messages = ({ diagnostics }: CompileResult) => diagnostics.map(({ code, message }) => `${code}: ${message}`);

/** A column of a listed table: its type in the database, and as a source declares it. */
const types = [
  ["bigint", "bigint"],
  ["smallint", "int"],
  ["nvarchar(50)", "string"],
  ["uniqueidentifier", "string"],
  ["bit", "boolean"],
  ["money", "decimal(19,4)"],
  ["numeric(9)", "decimal(9,0)"],
  ["real", "double"],
  ["date", "date"],
  ["datetime2(3)", "timestamp"],
] as const;

interface Listed {
  readonly schema: string;
  /** As the database has it, and in small letters. */
  readonly name: readonly [string, string];
  readonly columns: readonly (readonly [string, string])[];
  readonly keys: number;
}

const names = [
  ["Orders", "orders"],
  ["OrderLines", "order_lines"],
  ["store", "store"],
  ["T2Items", "t2_items"],
  ["a_b", "a_b"],
  ["POSales", "posales"],
] as const;

const listed: fc.Arbitrary<Listed> = fc.record({
  schema: fc.constantFrom("sales", "hr"),
  name: fc.constantFrom(...names),
  columns: fc.array(fc.constantFrom(...types), { minLength: 1, maxLength: 4 }),
  keys: fc.integer({ min: 1, max: 2 }),
});

const tables = fc.uniqueArray(listed, {
  minLength: 1,
  maxLength: 6,
  selector: ({ schema, name }) => `${schema}.${name[0]}`,
});

/** How the tables are read and what is made of them. */
const shape = fc.record({
  tables,
  except: fc.option(fc.constantFrom(...names), { nil: undefined }),
  isWhole: fc.boolean(),
  isTyped: fc.boolean(),
  format: fc.constantFrom("csv", "parquet"),
  history: fc.boolean(),
  prefix: fc.constantFrom("", "pos_"),
});

const keysOf = ({ columns, keys }: Listed) => [
  "id",
  ...columns.flatMap((_, at) => (at === 0 && keys > 1 ? ["c0"] : [])),
];
const columnsOf = ({ columns }: Listed, word: 0 | 1): string =>
  [
    `id: ${word === 0 ? "int" : "int"}`,
    `at: ${word === 0 ? "datetime2" : "timestamp"}`,
    ...columns.map((type, at) => `c${at}: "${type[word]}"`),
  ].join(", ");

describe("what is written for several tables", () => {
  it("compiles to what the same does that is written for each, byte for byte", () => {
    fc.assert(
      fc.property(shape, (given) => {
        const { isWhole, isTyped, format, history, prefix } = given;
        const isMeant = ({ name }: Listed): boolean => name[0] !== given.except?.[0];
        const meant = given.tables.filter(isMeant);
        const isListed = (name: string) => given.tables.some((one) => one.name[0] === name);
        const except = given.except && isListed(given.except[0]) ? `, except: ["*.${given.except[0]}"]` : "";
        fc.pre(meant.length > 0);
        const read = isWhole
          ? "read: full"
          : "changes: upsert, read: incremental, cursor: { column: at, start: 2024-01-01, lag: 1 minute, time_zone: UTC }";
        const clause = `scd_type: ${history ? 2 : 1}${isWhole ? "" : ", sequence_by: [at]"}`;
        const database = given.tables.map(
          (one) =>
            `  ${one.schema}.${one.name[0]}: { primary_key: [${keysOf(one)}], columns: { ${columnsOf(one, isTyped ? 0 : 1)} } }\n`,
        );
        const all = meant.map((one) => `${one.schema}_${one.name[1]}`);
        const list = all.map((name) => `silver.${name}_now`).join(", ");
        const leftOut = all.length > 1 ? all[0] : undefined;
        const left = leftOut === undefined ? "" : `, except: [silver.${leftOut}_now]`;
        const short = compiled({
          "schemas/pos.yaml": `connection: pos\ntypes: ${isTyped ? "database" : "sluice"}\ntables:\n${database.join("")}`,
          "pipelines/shop.yaml": `pipeline: shop
sources:
  ${prefix}\${schema}_\${table}: { kind: sql-server, connection: pos, tables: { of: "*.*"${except} }, ${read}, samples: "s/\${schema}-\${table}-*.csv" }
bronze:
  b_\${each}: { for_each: sources.${prefix}*, from: "sources.${prefix}\${each}", format: ${format} }
silver:
  \${each}_now: { for_each: bronze.b_*, description: "Of \${each}.", from: "bronze.b_\${each}", apply_changes: { ${clause} } }
  \${each}_all: { for_each: bronze.b_*, from: "silver.\${each}_now", write: replace }
gold:
  \${each}_both: { for_each: "silver.*_now", union: ["silver.\${each}_now", "silver.\${each}_all"], columns: { id: id, at: at }, write: replace }
  \${each}_known: { for_each: { of: "silver.*_now"${left} }, from: "silver.\${each}_now", write: replace, join: { whole: { table: "silver.\${each}_all", "on": id, how: semi } } }
  \${each}_times: { for_each: [${list}], from: "silver.\${each}", write: replace, group_by: [at], aggregates: { n: count(*) } }
`,
        });
        const each = (line: (one: Listed, name: string) => string): string =>
          meant.map((one) => `  ${line(one, `${one.schema}_${one.name[1]}`)}\n`).join("");
        const long = compiled({
          "pipelines/shop.yaml": `pipeline: shop
sources:
${each((one, name) => `${prefix}${name}: { kind: sql-server, connection: pos, table: ${one.schema}.${one.name[0]}, primary_key: [${keysOf(one)}], columns: { ${columnsOf(one, 1)} }, ${read}, samples: s/${one.schema}-${one.name[1]}-*.csv }`)}
bronze:
${each((_, name) => `b_${name}: { from: sources.${prefix}${name}, format: ${format} }`)}
silver:
${each((one, name) => `${name}_now: { description: Of ${name}., from: bronze.b_${name}, apply_changes: { keys: [${keysOf(one)}], ${clause} } }`)}
${each((_, name) => `${name}_all: { from: silver.${name}_now, write: replace }`)}
gold:
${each((_, name) => `${name}_both: { union: [silver.${name}_now, silver.${name}_all], columns: { id: id, at: at }, write: replace }`)}
${each((_, name) =>
  name === leftOut
    ? ""
    : `${name}_known: { from: silver.${name}_now, write: replace, join: { whole: { table: silver.${name}_all, "on": id, how: semi } } }`,
)}
${each((_, name) => `${name}_now_times: { from: silver.${name}_now, write: replace, group_by: [at], aggregates: { n: count(*) } }`)}
`,
        });
        expect(messages(short)).toEqual(messages(long));
        expect(messages(long)).toEqual([]);
        expect(short.artifacts.map(({ path, body }) => [path, body])).toEqual(
          long.artifacts.map(({ path, body }) => [path, body]),
        );
        expect(short.lock?.text).toBe(long.lock?.text);
      }),
      { numRuns: 60 },
    );
  });

  it("is understood as each by itself: that is what `explain` tells", () => {
    const result = compile(memoryHost(readCase("adf-for-each").input), targets);
    expect(explainable(result)).toContain("shop/silver.order_lines");
    expect(explainable(result).join()).not.toContain("${");
    const told = explain("silver.order_lines", result);
    expect(told).toContain("pipelines/shop.yaml:25, written for several, here for bronze.pos_order_lines");
    expect(told).not.toContain("${");
    expect(told).toContain("OrderId");
    expect(explain("sources.stores", result)).not.toContain("written for several");
  });

  it("has a mistake once, of three hundred too", () => {
    const count = 300;
    const all = Array.from({ length: count }, (_, at) => `t${at}`);
    const schema = `connection: pos\ntables:\n${all.map((name) => `  sales.${name}: { primary_key: [id], columns: { id: int, at: timestamp } }\n`).join("")}`;
    const pipeline = (cursor: string) => `pipeline: shop
sources:
  pos_\${table}: { kind: sql-server, connection: pos, tables: sales.*, changes: upsert, read: incremental, cursor: { column: ${cursor}, start: 2024-01-01, lag: 1 minute, time_zone: UTC } }
bronze:
  pos_\${each}: { for_each: sources.pos_*, from: "sources.pos_\${each}", format: csv }
silver:
  pos_\${each}: { for_each: bronze.pos_*, from: "bronze.pos_\${each}", apply_changes: { sequence_by: [at], scd_type: 1 } }
`;
    const sound = compiled({ "schemas/pos.yaml": schema, "pipelines/shop.yaml": pipeline("at") });
    expect(messages(sound)).toEqual([]);
    expect(sound.understood?.ir.flows.flatMap(({ landings }) => landings)).toHaveLength(count);
    const broken = compiled({ "schemas/pos.yaml": schema, "pipelines/shop.yaml": pipeline("att") });
    expect(messages(broken)).toEqual([
      "model/unknown-column: Source 'pos_t0' has no column 'att'. Did you mean 'at'? (For 'sales.t0', 'sales.t1' and 298 more.)",
    ]);
  });

  it("tells for which of them other details hold, and what several take from one place once", () => {
    const schema = `connection: pos
tables:
  sales.Lines: { primary_key: [OrderId, Line], columns: { OrderId: int, Line: int } }
  sales.Users: { primary_key: [UserId], columns: { UserId: int, OrderId: int } }
  sales.Twice: { primary_key: [OrderId, Line], columns: { OrderId: int, Line: int } }
`;
    const pipeline = `pipeline: shop
sources:
  \${table}: { kind: sql-server, connection: pos, tables: sales.*, read: full }
bronze:
  \${each}: { for_each: sources.*, from: "sources.\${each}", format: csv }
silver:
  \${each}: { for_each: bronze.*, from: "bronze.\${each}", columns: { OrderId: OrderId }, apply_changes: { keys: [OrderId], scd_type: 1 } }
`;
    const of = (text: string) => messages(compiled({ "schemas/pos.yaml": text, "pipelines/shop.yaml": pipeline }));
    expect(of(schema).filter((message) => message.includes("likewise"))).toEqual([
      expect.stringMatching(
        / 'Line' of it .*\(For 'bronze.lines' and 'bronze.twice'; likewise, with other details, for 'bronze.users'\.\)$/,
      ),
    ]);
    const wrong = messages(
      compiled({
        "schemas/pos.yaml": schema.replace("Line: int", "Line: itn"),
        "pipelines/shop.yaml": `pipeline: shop
sources:
  one: { kind: sql-server, connection: pos, table: sales.Lines, read: full }
  two: { kind: sql-server, connection: pos, table: sales.Lines, read: full }
`,
      }),
    );
    expect(wrong.filter((message) => message.includes("itn"))).toHaveLength(1);
  });

  it("leaves a source as it is that says its columns, whatever is listed", () => {
    const pipeline = `pipeline: shop
sources:
  users: { kind: sql-server, connection: pos, table: dbo.users, read: full, columns: { name: string } }
bronze:
  users: { from: sources.users, format: csv }
`;
    const alone = compiled({ "pipelines/shop.yaml": pipeline });
    const schema = "connection: pos\ntables:\n  dbo.users: { primary_key: [id], columns: { id: int, name: string } }\n";
    const listed = compiled({ "pipelines/shop.yaml": pipeline, "schemas/pos.yaml": schema });
    expect(messages(listed)).toEqual(messages(alone));
    expect(listed.artifacts.length).toBeGreaterThan(0);
    expect(listed.artifacts).toEqual(alone.artifacts);
  });

  it("finds a table as its database compares names", () => {
    const of = (kind: "sql-server" | "postgres", table: string, isWritten = false) => {
      const columns = isWritten ? "{ id: int, name: string }" : undefined;
      const source = `{ kind: ${kind}, connection: ${kind === "postgres" ? "crm" : "pos"}, table: ${table}, read: full${columns ? `, primary_key: [id], columns: ${columns}` : ""} }`;
      const crm =
        "  crm: { kind: postgres, server: crm.example.org, database: crm, identity: { user: etl, secret: s } }\n";
      const connection = kind === "postgres" ? "crm" : "pos";
      const other = kind === "postgres" ? "  sales.users: { columns: { other: int } }\n" : "";
      return compiled({
        "sluice.yaml": project.replace("environments:", `${crm}environments:`),
        "schemas/db.yaml": `connection: ${connection}\ntables:\n${other}  sales.Users: { primary_key: [id], columns: { id: int, name: string } }\n`,
        "pipelines/shop.yaml": `pipeline: shop\nsources:\n  users: ${source}\nbronze:\n  users: { from: sources.users, format: csv }\n`,
      });
    };
    for (const [kind, table] of [
      ["sql-server", "sales.Users"],
      ["sql-server", "SALES.users"],
      ["postgres", "sales.Users"],
    ] as const) {
      const found = of(kind, table);
      expect(messages(found)).toEqual(messages(of(kind, table, true)));
      expect(found.artifacts.length).toBeGreaterThan(0);
      expect(found.artifacts.map(({ path, body }) => [path, body])).toEqual(
        of(kind, table, true).artifacts.map(({ path, body }) => [path, body]),
      );
    }
    expect(messages(of("postgres", "sales.USERS"))).toEqual([
      "expansion/unknown-table: No file under 'schemas/' lists 'sales.USERS' of 'crm'. Did you mean 'sales.Users'?",
    ]);
  });

  it("whatever is cut out of it, what follows is told or compiles", () => {
    const input = readCase("adf-for-each").input;
    const paths = Object.keys(input);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.nat(), fc.integer({ min: 1, max: 12 }), (path, at, length) => {
        const text = input[path] ?? "";
        const start = at % text.length;
        const cut = text.slice(0, start) + text.slice(start + length);
        const result = compile(memoryHost({ ...input, [path]: cut }), targets);
        expect(result.artifacts.length > 0).toBe(!result.diagnostics.some(({ severity }) => severity === "error"));
      }),
      { numRuns: 150 },
    );
  });
});

it("the pipeline of the golden case, written out by hand, compiles to the same", () => {
  const { input } = readCase("adf-for-each");
  const byHand = readFileSync("test/for-each.by-hand.yaml", "utf8");
  const { "schemas/pos.yaml": _, "schemas/web.yaml": __, ...rest } = input;
  const result = compile(memoryHost({ ...rest, "pipelines/shop.yaml": byHand }), targets);
  expect(messages(result)).toEqual([]);
  const golden = compile(memoryHost(input), targets);
  expect(result.artifacts.map(({ path, body }) => [path, body])).toEqual(
    golden.artifacts.map(({ path, body }) => [path, body]),
  );
});
