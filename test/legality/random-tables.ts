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
  /** The tables that do not compile, and why. */
  readonly refused: readonly Refused[];
}

export interface Refused {
  readonly codes: readonly string[];
  /** What is said of it, by those codes. */
  readonly messages: readonly { readonly code: string; readonly message: string }[];
  readonly written: string;
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

/** What the next table above silver is to have, in turn, so that each project has tables of each kind. */
const themes = [
  ...[
    "window tumbling",
    "pairs inner",
    "found semi",
    "window hopping",
    "rows",
    "pairs left",
    "window session",
    "found left",
    "pairs semi",
    "window corrected",
  ],
  ...["union", "view", "rows", "found inner", "replace", "replace"],
];

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
  const refused: Refused[] = [];
  let turn = draw(themes.length);
  const queries = (): number => tables.filter(({ written }) => written["materialize"] !== false).length;
  let [theme, patience] = ["rows", 0];
  for (let tried = 0; queries() < wanted; tried++) {
    if (tried > 40 * wanted) throw new Error(`Of ${tried} tables only ${queries()} compile`);
    if (patience === 0) [theme, patience] = [themes[turn++ % themes.length] ?? "rows", 12];
    patience--;
    const isSilver = tables.length < 6 || chance(4);
    const { written, needs } = isSilver ? silver() : gold();
    const table = { layer: isSilver ? ("silver" as const) : ("gold" as const), name: `t${tried}`, written, needs };
    const { codes, messages, columns } = compiled(table);
    if (codes.length > 0)
      refused.push({ codes, messages, written: stringify({ [table.name]: written }, { lineWidth: 0 }) });
    else {
      tables.push({ ...table, columns });
      if (!isSilver) patience = 0;
    }
  }
  const clauses: Record<string, number> = {};
  for (const { written } of tables)
    for (const clause of clausesOf(written)) clauses[clause] = (clauses[clause] ?? 0) + 1;
  return { files: filesOf(tables), plans: queries(), clauses, refused };

  function silver(): Pick<Made, "written" | "needs"> {
    const name =
      tables.length < 3 ? ((["a", "b", "c"] as const)[tables.length] ?? "a") : pick(["a", "a", "b", "c"] as const);
    const isUnion = name !== "b" && chance(tables.length === 5 ? 80 : 10);
    const time = name === "b" ? "bt" : "at";
    const number = name === "b" ? "w" : "v";
    const isTimed = [0, 1, 2, 4].includes(tables.length) || chance(75);
    const isView = !isTimed && chance(40);
    // Of the first tables pairs are made, which late rows cannot correct; one has windows below it that they can.
    const [policies, decided] =
      tables.length === 4
        ? [["upsert"], 98]
        : [["drop", "drop", "drop", "divert", ...(tables.length < 3 ? [] : ["upsert"])], 85];
    const explode = name !== "b" && chance(tables.length === 3 ? 90 : 12);
    const known = [
      "known",
      { that: "id is not null", else: isView ? "drop" : pick(["drop", "drop", "quarantine", "warn"]) },
    ];
    const timed = [
      "timed",
      { that: `${time} is not null`, else: isView ? "drop" : pick(["drop", "drop", "drop", "quarantine"]) },
    ];
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
      ...(isTimed && chance(decided) && { late_rows: pick(policies) }),
      ...(isView && { materialize: false }),
      ...(chance(4) && { group_by: ["id"], aggregates: { n: "count(*)" } }),
    };
    return { written: all, needs: [] };
  }

  function gold(): Pick<Made, "written" | "needs"> {
    const carrying = tables.filter(({ written }) => "watermark" in written);
    const corrected = carrying.filter((one) => isOf(one, "late_rows", "upsert"));
    const isCorrected = theme === "window corrected" && corrected.length > 0 && chance(95);
    const input = pick(isCorrected ? corrected : /^(window|pairs|found)/.test(theme) || chance(50) ? carrying : tables);
    const alike = tables.filter((one) => one !== input && String([...one.columns]) === String([...input.columns]));
    const united = alike.length > 0 && (theme === "union" || chance(20)) ? [pick(alike)] : [];
    const times = namesOf(input, "timestamp");
    const joins = joinsOf(input, carrying);
    const hasJoins = joins.length > 0;
    const isReplaced = theme === "replace" || isOf(input, "write", "replace") || chance(3);
    const isWindowed = times.length > 0 && (theme.startsWith("window") || chance(3));
    const isGrouped = isWindowed ? chance(97) : chance(isReplaced ? 60 : 3);
    const keys = some(
      [...input.columns.keys()].filter((name) => name !== "items" && !times.includes(name)),
      isWindowed ? 0 : 1,
    ).slice(0, 2);
    const numbers = [...input.columns].flatMap(([name, type]) => (["int", "bigint"].includes(type) ? [name] : []));
    const number = numbers.length > 0 ? pick(numbers) : undefined;
    const hasRowClauses = !isWindowed && !theme.startsWith("pairs");
    const added = chance(30) ? { with_columns: { [`made${tables.length}`]: number ? `${number} + 1` : "1" } } : {};
    const written = {
      ...(united.length > 0 ? { union: [input, ...united].map(referenceOf) } : { from: referenceOf(input) }),
      ...added,
      ...((hasRowClauses ? chance(40) : chance(4)) && { where: number ? `${number} > 1` : "1 = 1" }),
      ...((hasRowClauses ? chance(25) : chance(3)) && {
        expect: {
          small: {
            that: number ? `${number} < 9` : "true",
            else: theme === "view" ? "drop" : pick(["drop", "drop", "quarantine", "warn"]),
          },
        },
      }),
      ...(chance(3) && { deduplicate: { keys: keys.length > 0 ? keys : ["id"], within: "watermark" } }),
      ...(hasJoins && { join: Object.fromEntries(joins.map(({ name, join }) => [name, join])) }),
      ...(isWindowed && { window: windowOf(times) }),
      ...(isGrouped &&
        keys.length > 0 &&
        (isWindowed && theme !== "window session" ? chance(60) : true) && { group_by: keys }),
      ...(isGrouped && { aggregates: aggregatesOf(input, number, isCorrected && chance(90)) }),
      ...(isReplaced && { write: "replace" }),
      ...(theme === "view" && { materialize: false }),
    };
    return { written, needs: [input, ...united, ...joins.map(({ other }) => other)] };
  }

  function joinsOf(
    input: Made,
    carrying: readonly Made[],
  ): readonly { readonly name: string; readonly join: Written; readonly other: Made }[] {
    const [kind, how] = theme.split(" ");
    const isOne = ["pairs", "found"].includes(kind ?? "") || chance(8);
    if (!isOne) return [];
    const keyed = tables.filter(({ written }) => "window" in written);
    const from = kind === "pairs" ? carrying : how === "semi" || keyed.length === 0 ? tables : keyed;
    const others = [pick(from), ...(chance(12) ? [pick(from)] : [])];
    return others.map((other, at) => ({ name: `j${at}`, join: joinOf(input, other, `j${at}`), other }));
  }

  function windowOf(times: readonly string[]): Written {
    const carried = times.find((name) => ["at", "bt"].includes(name));
    const column = carried !== undefined && chance(85) ? carried : pick(times);
    const sizes = chance(90) ? ["5 minutes", "10 minutes", "20 minutes"] : ["2 hours"];
    const all = ["tumbling", "hopping", "session"];
    const wanted = theme.slice("window ".length);
    switch (all.includes(wanted) ? wanted : pick(theme === "window corrected" ? all.slice(0, 2) : all)) {
      case "tumbling":
        return {
          type: "tumbling",
          column,
          size: pick(["1 minute", "10 minutes", "1 hour", "1 day"]),
          ...(chance(25) && { offset: pick(["20 seconds", "1 minute", "2 hours"]) }),
        };
      case "hopping":
        return {
          type: "hopping",
          column,
          size: pick(["10 minutes", "1 hour"]),
          hop: pick(sizes),
        };
      default:
        return { type: "session", column, gap: pick(["1 minute", "20 minutes"]) };
    }
  }

  function aggregatesOf(input: Made, number: string | undefined, isAdditive: boolean): Written {
    const [first = "id"] = input.columns.keys();
    const of = number ?? first;
    const all = [
      "count(*)",
      `count(${of})`,
      `min(${of})`,
      `max(${of})`,
      ...(isAdditive ? [] : [`approx_count_distinct(${first})`]),
      ...(chance(8) ? [`count(distinct ${first})`] : []),
    ];
    if (number !== undefined) all.push(`sum(${number})`, `avg(${number})`);
    if (number !== undefined && !isAdditive) all.push(`percentile_approx(${number}, 0.5)`, `stddev_samp(${number})`);
    return Object.fromEntries(some(all, 1).map((text, at) => [`x${tables.length}_${at}`, text]));
  }

  function joinOf(input: Made, other: Made, name: string): Written {
    const [kind, wanted] = theme.split(" ");
    const within = kind === "pairs" || chance(5);
    const all = ["inner", "left", "semi", "right", "full", "anti"];
    const how = wanted !== undefined && all.includes(wanted) && chance(93) ? wanted : pick(all);
    const shared = [...input.columns].flatMap(([one, type]) =>
      other.columns.get(one) === type && type !== "array<string>" ? [one] : [],
    );
    const added = [...other.columns.keys()]
      .slice(0, 3)
      .map((one) => [`o${tables.length}_${name}_${one}`, one] as const);
    const [mine = "id"] = input.columns.keys();
    const [theirs = "id"] = other.columns.keys();
    return {
      table: referenceOf(other),
      on: chance(94)
        ? equalities(input, other, name, shared)
        : pick([`${mine} = ${name}.${theirs}`, `${mine} is not null`]),
      how,
      ...(within && {
        within: pick([
          { after: "1 hour" },
          { before: "10 minutes", after: "10 minutes" },
          { before: "1 hour" },
          ...(chance(10) ? [{}] : []),
        ]),
      }),
      ...(!["semi", "anti"].includes(how) && { columns: Object.fromEntries(added) }),
    };
  }

  /** What makes rows one pair, or finds at most one row: all that another table's windows are known by. */
  function equalities(input: Made, other: Made, name: string, shared: readonly string[]): unknown {
    const time = [...input.columns.keys()].find((one) => ["at", "bt", "window_start"].includes(one));
    const keys = other.written["group_by"];
    if (shared.length === 0)
      return [...input.columns.keys()]
        .slice(0, 1)
        .map((mine) => `${mine} = ${name}.${[...other.columns.keys()][0]}`)[0];
    if (!("window" in other.written) || time === undefined) return shared.includes("id") ? ["id"] : shared.slice(0, 1);
    const equal = (Array.isArray(keys) ? keys.map(String) : []).map(
      (key) => `${input.columns.has(key) ? key : "id"} = ${name}.${key}`,
    );
    return [`date_trunc('hour', ${time}) = ${name}.window_start`, ...equal].join(" and ");
  }

  /** Alone, with what it needs. */
  function compiled(table: Omit<Made, "columns">) {
    const { diagnostics, understood } = compile(memoryHost(filesOf(closure(table))), targets, {
      environments: ["local"],
    });
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const codes = [...new Set(errors.map(({ code }) => code))].sort();
    const linked = understood?.linked.pipelines[0]?.tables.find(
      (one) => one.kind === "table" && one.table.name === table.name,
    );
    const output = linked?.kind === "table" ? linked.output : [];
    const messages = errors.map(({ code, message }) => ({ code, message }));
    return { codes, messages, columns: new Map(output.map(({ name, type }) => [name, printType(type)])) };
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
    if (clause === "late_rows") return [clause, `late_rows ${String(value)}`];
    if (clause === "join")
      return Object.values(Object(value)).map(
        (join) => `join ${one(join, "how")}${"within" in Object(join) ? " within" : ""}`,
      );
    return [clause];
  });
}
