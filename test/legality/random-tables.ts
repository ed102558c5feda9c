import fc from "fast-check";
import { stringify } from "yaml";
import { compile } from "../../compiler/compile.js";
import { printType } from "../../compiler/expression/type.js";
import { targets } from "../../targets/index.js";
import { memoryHost, type Tree } from "../golden.js";

/** A table as it is written. */
type Written = Readonly<Record<string, unknown>>;

interface Made {
  readonly layer: "silver" | "gold";
  readonly name: string;
  readonly written: Written;
  /** What it reads and what it joins, by their references: all that it cannot be compiled without. */
  readonly needs: readonly Made[];
  /** By name, as DDL has the types. */
  readonly columns: ReadonlyMap<string, string>;
}

export interface RandomProject {
  /** All tables that compile, as one project. */
  readonly files: Tree;
  /** How many plans they are, and what is in them. */
  readonly plans: number;
  readonly clauses: Readonly<Record<string, number>>;
  /** The tables that do not compile, with the codes of why. */
  readonly refused: readonly { readonly codes: readonly string[]; readonly written: string }[];
}

const project = `version: 1
project: random
platform: { spark: databricks }
lake: { account: lake }
compute: { small: { workers: 1 } }
connections: { events: { kind: kafka, servers: "localhost:9092" } }
environments: { local: { on: this-machine } }
`;

const read = { kind: "kafka", connection: "events", partitions: 1, format: "json" };
const aColumns = { id: "string", k: "string", v: "int", at: "timestamp", items: "array<string>" };
const sources = {
  a: { ...read, topic: "a", columns: aColumns },
  b: { ...read, topic: "b", columns: { id: "string", w: "bigint", bt: "timestamp" } },
  c: { ...read, topic: "c", columns: aColumns },
};
const bronze = { a: { from: "sources.a" }, b: { from: "sources.b" }, c: { from: "sources.c" } };

/**
 * Tables at random until `wanted` of them compile; most are made as somebody would who knows the language, so that they do, and
 * each clause is put at times where it may not stand.
 */
export function randomProject(seed: number, wanted: number): RandomProject {
  const draws =
    fc.sample(fc.noBias(fc.array(fc.nat(2 ** 31 - 1), { minLength: 60_000, maxLength: 60_000 })), {
      seed,
      numRuns: 1,
    })[0] ?? [];
  let drawn = 0;
  const draw = (below: number): number => (draws[drawn++ % draws.length] ?? 0) % below;
  const pick = <T>(from: readonly T[]): T => from[draw(from.length)] as T; // `from` is never empty
  const chance = (percent: number): boolean => draw(100) < percent;
  const some = <T>(from: readonly T[], least: number): readonly T[] => {
    const kept = from.filter(() => chance(45));
    return kept.length >= least ? kept : from.slice(0, least);
  };

  const tables: Made[] = [];
  const refused: { readonly codes: readonly string[]; readonly written: string }[] = [];
  const queries = (): number => tables.filter(({ written }) => written["materialize"] !== false).length;
  for (let tried = 0; queries() < wanted; tried++) {
    if (tried > 40 * wanted) throw new Error(`Of ${tried} tables only ${queries()} compile`);
    const isSilver = tables.length < 5 || chance(12);
    const { written, needs } = isSilver ? silver() : gold();
    const table = { layer: isSilver ? ("silver" as const) : ("gold" as const), name: `t${tried}`, written, needs };
    const { codes, columns } = compiled(table);
    if (codes.length > 0) refused.push({ codes, written: stringify({ [table.name]: written }, { lineWidth: 0 }) });
    else tables.push({ ...table, columns });
  }
  const clauses: Record<string, number> = {};
  for (const { written } of tables)
    for (const clause of clausesOf(written)) clauses[clause] = (clauses[clause] ?? 0) + 1;
  return { files: filesOf(tables), plans: queries(), clauses, refused };

  function silver(): Pick<Made, "written" | "needs"> {
    const name = pick(["a", "a", "b", "c"] as const);
    const isUnion = name !== "b" && chance(20);
    const time = name === "b" ? "bt" : "at";
    const number = name === "b" ? "w" : "v";
    const isTimed = tables.length < 3 || chance(75);
    const isView = !isTimed && chance(40);
    const explode = name !== "b" && chance(20);
    const known = ["known", { that: "id is not null", else: isView ? "drop" : pick(["drop", "quarantine", "warn"]) }];
    const timed = ["timed", { that: `${time} is not null`, else: isView ? "drop" : pick(["drop", "quarantine"]) }];
    const expectations = [...(isTimed && chance(95) ? [timed] : []), ...(chance(25) ? [known] : [])];
    const all: Written = {
      ...(isUnion ? { union: ["bronze.a", "bronze.c"] } : { from: `bronze.${name}` }),
      ...(explode && { explode: { item: chance(50) ? "items" : { of: "items", outer: true } } }),
      ...(chance(60)
        ? {
            columns: {
              id: "id",
              ...(name === "b" ? {} : { k: "k" }),
              [number]: number,
              [time]: chance(95) ? time : `${time} + interval 1 minute`,
              ...(explode && { item: "item" }),
            },
          }
        : chance(50)
          ? { with_columns: { doubled: `${number} * 2L` } }
          : {}),
      ...(chance(30) && { where: pick([`${number} > 0`, "id is not null", `${number} % 2 = 0 or id = 'i1'`]) }),
      ...(expectations.length > 0 && { expect: Object.fromEntries(expectations) }),
      ...(isTimed && {
        watermark: { column: chance(96) ? time : "id", delay: pick(["1 minute", "10 minutes", "1 hour"]) },
      }),
      ...((isTimed ? chance(45) : chance(6)) && {
        deduplicate: {
          keys: pick([["id"], ["id", time], [time], ["id", number]]),
          within: chance(95) ? "watermark" : "forever",
        },
      }),
      ...(isTimed && chance(85) && { late_rows: pick(["drop", "divert"]) }),
      ...(isView && { materialize: false }),
      ...(chance(4) && { group_by: ["id"], aggregates: { n: "count(*)" } }),
    };
    return { written: all, needs: [] };
  }

  function gold(): Pick<Made, "written" | "needs"> {
    const carrying = tables.filter(({ written }) => "watermark" in written);
    const input = pick(chance(65) ? carrying : tables);
    const alike = tables.filter((one) => one !== input && String([...one.columns]) === String([...input.columns]));
    const united = alike.length > 0 && chance(30) ? [pick(alike)] : [];
    const times = namesOf(input, "timestamp");
    const isReplaced = chance(chance(70) && isOf(input, "write", "replace") ? 90 : 15);
    const others = chance(45) ? [pick(chance(50) ? carrying : tables), ...(chance(15) ? [pick(tables)] : [])] : [];
    const joins = others.map((other, at) => [`j${at}`, joinOf(input, other)] as const);
    const isWindowed = !isReplaced && times.length > 0 && (others.length === 0 ? chance(60) : chance(15));
    const isGrouped = isWindowed ? chance(97) : chance(isReplaced ? 60 : 6);
    const keys = some(
      [...input.columns.keys()].filter((name) => !["items"].includes(name)),
      isWindowed ? 0 : 1,
    ).slice(0, 2);
    const numbers = [...input.columns]
      .filter(([, type]) => ["int", "bigint", "double"].includes(type))
      .map(([name]) => name);
    const number = numbers.length > 0 ? pick(numbers) : undefined;
    const hasRowClauses = others.length === 0 && !isWindowed;
    const added = chance(30) ? { with_columns: { [`made${tables.length}`]: number ? `${number} + 1` : "1" } } : {};
    return {
      written: {
        ...(united.length > 0 ? { union: [input, ...united].map(referenceOf) } : { from: referenceOf(input) }),
        ...added,
        ...((hasRowClauses ? chance(40) : chance(8)) && { where: number ? `${number} > 1` : "1 = 1" }),
        ...((hasRowClauses ? chance(25) : chance(5)) && {
          expect: { small: { that: number ? `${number} < 9` : "true", else: pick(["drop", "quarantine", "warn"]) } },
        }),
        ...(chance(4) && { deduplicate: { keys: keys.length > 0 ? keys : ["id"], within: "watermark" } }),
        ...(joins.length > 0 && { join: Object.fromEntries(joins) }),
        ...(isWindowed && { window: windowOf(times) }),
        ...(isGrouped && keys.length > 0 && (isWindowed ? chance(70) : true) && { group_by: keys }),
        ...(isGrouped && { aggregates: aggregatesOf(input, number) }),
        ...(isReplaced && { write: "replace" }),
        ...(hasRowClauses && !isReplaced && chance(10) && { materialize: false }),
      },
      needs: [input, ...united, ...others],
    };
  }

  function windowOf(times: readonly string[]): Written {
    const column = pick(times);
    switch (draw(6)) {
      case 0:
      case 1:
        return {
          type: "tumbling",
          column,
          size: pick(["1 minute", "10 minutes", "1 hour", "1 day"]),
          ...(chance(25) && { offset: pick(["20 seconds", "1 minute", "2 hours"]) }),
        };
      case 2:
      case 3:
        return {
          type: "hopping",
          column,
          size: pick(["10 minutes", "1 hour"]),
          hop: pick(["5 minutes", "10 minutes", "20 minutes", "2 hours"]),
        };
      default:
        return { type: "session", column, gap: pick(["1 minute", "20 minutes"]) };
    }
  }

  function aggregatesOf(input: Made, number: string | undefined): Written {
    const [first = "id"] = input.columns.keys();
    const of = number ?? first;
    const all = [
      "count(*)",
      `count(${of})`,
      `min(${of})`,
      `max(${of})`,
      `approx_count_distinct(${first})`,
      ...(chance(8) ? [`count(distinct ${first})`] : []),
    ];
    if (number !== undefined)
      all.push(`sum(${number})`, `avg(${number})`, `percentile_approx(${number}, 0.5)`, `stddev_samp(${number})`);
    return Object.fromEntries(some(all, 1).map((text, at) => [`x${tables.length}_${at}`, text]));
  }

  function joinOf(input: Made, other: Made): Written {
    const shared = [...input.columns]
      .filter(([name, type]) => other.columns.get(name) === type && type !== "array<string>")
      .map(([name]) => name);
    const within = chance(60);
    const how = within
      ? pick(["inner", "inner", "left", "left", "semi", "full", "right", "anti"])
      : pick(["inner", "left", "left", "semi", "semi", "semi", "right", "full", "anti"]);
    const added = [...other.columns.keys()].slice(0, 2).map((name) => [`o${tables.length}_${name}`, name] as const);
    const equal =
      shared.length > 0 && chance(80)
        ? within && shared.includes("id")
          ? ["id"]
          : shared.slice(0, 1 + draw(4))
        : undefined;
    const [mine = "id"] = input.columns.keys();
    const [theirs = "id"] = other.columns.keys();
    return {
      table: referenceOf(other),
      on: equal ?? pick([`${mine} = other.${theirs}`, `${mine} is not null`]),
      how,
      ...(within && {
        within: pick([{ after: "1 hour" }, { before: "10 minutes", after: "10 minutes" }, { before: "1 hour" }, {}]),
      }),
      ...(!["semi", "anti"].includes(how) && { columns: Object.fromEntries(added) }),
    };
  }

  /** Alone, with what it needs. */
  function compiled(table: Omit<Made, "columns">) {
    const { diagnostics, understood } = compile(memoryHost(filesOf(closure(table))), targets, {
      environments: ["local"],
    });
    const codes = [
      ...new Set(diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code)),
    ].sort();
    const linked = understood?.linked.pipelines[0]?.tables.find(
      (one) => one.kind === "table" && one.table.name === table.name,
    );
    const output = linked?.kind === "table" ? linked.output : [];
    return { codes, columns: new Map(output.map(({ name, type }) => [name, printType(type)])) };
  }
}

type Named = Omit<Made, "columns">;

const referenceOf = ({ layer, name }: Named): string => `${layer}.${name}`;

const isOf = ({ written }: Made, clause: string, value: string): boolean => written[clause] === value;

const namesOf = ({ columns }: Made, type: string): readonly string[] =>
  [...columns].filter((one) => one[1] === type && one[0] !== "enqueued_at").map(([name]) => name);

function closure(table: Named): readonly Named[] {
  const all = new Set<Named>();
  const add = (one: Named): void => {
    if (all.has(one)) return;
    for (const needed of one.needs) add(needed);
    all.add(one);
  };
  add(table);
  return [...all];
}

function filesOf(tables: readonly Named[]): Tree {
  const of = (layer: string) =>
    Object.fromEntries(tables.filter((one) => one.layer === layer).map(({ name, written }) => [name, written]));
  const pipeline = { pipeline: "random", sources, bronze, silver: of("silver"), gold: of("gold") };
  return {
    "sluice.yaml": project,
    "pipelines/random.yaml": stringify(pipeline, { aliasDuplicateObjects: false, lineWidth: 0 }),
  };
}

/** `window.session`, `join.left within`: what was tried. */
function clausesOf(written: Written): readonly string[] {
  const one = (value: unknown, of: string): string => String(Object(value)[of]);
  return Object.entries(written).flatMap(([clause, value]) => {
    if (clause === "window") return [`window ${one(value, "type")}`];
    if (clause === "join")
      return Object.values(Object(value)).map(
        (join) => `join ${one(join, "how")}${"within" in Object(join) ? " within" : ""}`,
      );
    return [clause];
  });
}
