import type { Facts } from "./identity.js";
import type { Lock, LockedQuery } from "./lock.js";

const head = `# What the checkpoint of each streaming query depends on, and how often that has changed. Written by 'sluice compile': commit it.
version: 1
queries:
`;

/** A lock as text: YAML, a block for each query, sorted, one fact a line, so that a review shows which clause changed. */
export const printLock = (lock: Lock): string =>
  lock.size === 0 ? `${head.trimEnd()} {}\n` : `${head}${[...lock].map(block).join("\n")}`;

function block([
  id,
  { generation, clearsBefore, backfill, goesOnFrom, reads, facts, logic, reader, isRemoved },
]: readonly [string, LockedQuery]): string {
  return [
    `  ${scalar(id)}:`,
    ...(isRemoved ? ["    removed: true"] : []),
    `    generation: ${generation}`,
    ...(clearsBefore > 1 ? [`    clears_before: ${clearsBefore}`] : []),
    ...(backfill > 0 ? [`    backfill: ${backfill}`] : []),
    ...(goesOnFrom.length > 0 ? ["    goes_on_from:", ...goesOnFrom.map((one) => `      - ${scalar(one)}`)] : []),
    ...(reader === undefined ? [] : [`    reader: ${reader}`]),
    ...mapping("reads", reads, "    "),
    ...mapping("facts", facts, "    "),
    ...(logic === undefined
      ? []
      : Object.keys(logic).length === 0
        ? ["    logic: {}"]
        : mapping("logic", logic, "    ")),
    "",
  ].join("\n");
}

function mapping(name: string, members: Facts | Facts[string], indent: string): readonly string[] {
  const key = `${indent}${keyOf(name, indent)}:`;
  if (typeof members === "string") return [`${key} ${scalar(members)}`];
  const entries = Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return [];
  return [key, ...entries.flatMap(([key, member]: [string, Facts[string]]) => mapping(key, member, `${indent}  `))];
}

/** YAML lets a key that is not said to be one (`?`) be no longer than 1024 characters. https://yaml.org/spec/1.2.2/#742-flow-mappings */
function keyOf(name: string, indent: string): string {
  const key = scalar(name);
  return key.length > 1024 ? `? ${key}\n${indent}` : key;
}

/** Plain where every reader of YAML takes it for the same text, else in JSON's quotes, which are YAML's. */
const scalar = (text: string): string => (isPlain(text) ? text : JSON.stringify(text));

const isPlain = (text: string): boolean =>
  /^([A-Za-z$]|\d+ [a-z]|\d+-[0-9a-f]{8}$)[\x20-\x7e→]*$/.test(text) && !/: |:$| #| $/.test(text) && !words.test(text);

/** What YAML, new or old, takes for something else than text. */
const words = /^(true|false|yes|no|on|off|null|y|n)$/i;
