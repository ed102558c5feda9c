import { literalOf } from "../infer/given-call.js";
import type { TypedNode } from "../typed-node.js";
import { isFrom, onlyStrings, plainPart, plainPattern } from "./checks/data-flow.js";
import { allOf, hasGroup, isOneOf, isPattern, isPlace, isWithin, replacesGroups } from "./checks/literals.js";
import { onlyTexts } from "./checks/transact.js";
import { isLiteral } from "./is-literal.js";
import type { FunctionRow } from "./row.js";

const isNotNegative = (node: TypedNode): boolean => Number(literalOf(node) ?? -1) >= 0;

const LENGTH: readonly [number, number] = [0, 2_147_483_647];

/** One string in, one value out, nothing to say about settings. */
const ofText = (
  name: string,
  result: "string" | "int",
  description: string,
  extra?: Partial<FunctionRow>,
): FunctionRow => ({
  name,
  signature: `(text: string): ${result}`,
  spelling: { spark: "same" },
  description,
  samples: [`${name}(name)`],
  ...extra,
});

const inDataFlow = (name: string, more?: readonly string[]): Pick<FunctionRow, "spelling"> => ({
  spelling: { spark: "same", dataFlow: { name, ...(more && { more }) } },
});

export const string: readonly FunctionRow[] = [
  {
    name: "concat",
    signature: [
      "(first: string, more...: string): string",
      "(first: binary, more...: binary): binary",
      "(first: array<A>, more...: array<A>): array<A>",
    ],
    spelling: {
      spark: "same",
      dataFlow: { name: "concat", unless: onlyStrings },
      transact: { text: "$1 + $2", joins: true, unless: onlyTexts },
    },
    description:
      "Joins strings, bytes or arrays; null if one of them is null. `a || b` says the same. Other values are cast to string first.",
    samples: ["concat(name, '-', text)", "concat(words, array('x'))", "concat(body, body)"],
  },
  {
    name: "concat_ws",
    signature: "(separator: string, parts...: string | array<string>): string",
    nullable: ({ nullables }) => nullables[0] === true,
    spelling: {
      // Of a separator that is computed and null Spark 4 may make a text.
      spark: ({ arguments: [separator] }) =>
        separator?.nullable === true && separator.kind !== "column"
          ? "case when separator is not null then concat_ws(separator, parts) end"
          : "same",
    },
    description: "Joins strings and arrays of strings with a separator; nulls are skipped.",
    samples: ["concat_ws('/', name, text)", "concat_ws(',', words)"],
  },
  {
    name: "length",
    aliases: ["char_length", "character_length", "len"],
    signature: "(text: string | binary): int",
    range: LENGTH,
    spelling: { spark: "same" },
    description: "The number of characters, or of bytes of a binary.",
    samples: ["length(name)", "char_length(name)", "length(body)"],
  },
  {
    ...ofText("octet_length", "int", "The number of bytes in UTF-8."),
    range: LENGTH,
    spelling: { spark: "same", transact: { text: "CAST(DATALENGTH($1) AS int)" } },
  },
  ofText("bit_length", "int", "The number of bits in UTF-8."),
  ofText("upper", "string", "The text in capital letters.", { aliases: ["ucase"], ...inDataFlow("upper") }),
  ofText("lower", "string", "The text in small letters.", { aliases: ["lcase"], ...inDataFlow("lower") }),
  ofText("initcap", "string", "Each word between spaces with a capital letter, the rest in small ones.", {
    spelling: {
      spark:
        "array_join(transform(split(lower(text), ' '), word -> concat(upper(left(word, 1)), substring(word, 2))), ' ')",
    },
  }),
  ofText("trim", "string", "The text without spaces at both ends.", inDataFlow("trim", ["' '"])),
  ofText("ltrim", "string", "The text without spaces at its start.", inDataFlow("ltrim", ["' '"])),
  ofText("rtrim", "string", "The text without spaces at its end.", inDataFlow("rtrim", ["' '"])),
  {
    name: "btrim",
    signature: "(text: string, characters?: string): string",
    spelling: { spark: "same" },
    description: "The text without any of the characters (default: spaces) at both ends.",
    samples: ["btrim(name)", "btrim(name, 'xyz')"],
  },
  {
    name: "substring",
    aliases: ["substr"],
    signature: [
      "(text: string, start: int, length?: int): string",
      "(bytes: binary, start: int, length?: int): binary",
    ],
    spelling: {
      spark: (node) =>
        node.arguments[0]?.type.kind === "binary" &&
        node.arguments[2] !== undefined &&
        !isNotNegative(node.arguments[2])
          ? "substring(text, start, case when length < 0 then 0 else length end)"
          : "same",
      dataFlow: { name: "substring", unless: isFrom },
    },
    description:
      "A part of the text: from a character counted from 1 (from the end if it is negative), of so many characters; of bytes, none for a length below 0 (where Spark's own function may ask for 2 GB, and end the executor).",
    samples: ["substring(name, 2, 3)", "substr(name, -2)", "substring(body, 1, 2)"],
  },
  {
    name: "left",
    signature: "(text: string, count: int): string",
    spelling: { spark: "same" },
    description: "The first characters.",
    samples: ["left(name, 2)"],
  },
  {
    name: "right",
    signature: "(text: string, count: int): string",
    nullable: "always",
    spelling: { spark: "same" },
    description: "The last characters.",
    samples: ["right(name, 2)"],
  },
  {
    name: "lpad",
    signature: "(text: string, length: literal int, padding?: string): string",
    check: isWithin(1, 0, 1_000_000),
    spelling: { spark: "same" },
    description:
      "The text filled up at its start to a length (default: with spaces), or cut to it. The length is written out: one row with a huge one would end the job.",
    samples: ["lpad(name, 8, '0')", "lpad(name, 3)"],
  },
  {
    name: "rpad",
    signature: "(text: string, length: literal int, padding?: string): string",
    check: isWithin(1, 0, 1_000_000),
    spelling: { spark: "same" },
    description:
      "The text filled up at its end to a length (default: with spaces), or cut to it. The length is written out, as for lpad.",
    samples: ["rpad(name, 8, '.')"],
  },
  {
    name: "repeat",
    signature: "(text: string, times: literal int): string",
    check: isWithin(1, 0, 1_000_000),
    spelling: { spark: "same" },
    description: "The text so many times. The number is written out: one row with a huge one would end the job.",
    samples: ["repeat(name, 2)"],
  },
  {
    name: "space",
    signature: "(count: literal int): string",
    check: isWithin(0, 0, 1_000_000),
    spelling: { spark: "same" },
    description: "So many spaces. The number is written out.",
    samples: ["space(3)"],
  },
  {
    name: "contains",
    signature: "(text: string, part: string): boolean",
    spelling: { spark: "same" },
    description: "Whether the text has the part in it.",
    samples: ["contains(name, 'a')"],
  },
  {
    name: "startswith",
    signature: "(text: string, start: string): boolean",
    spelling: { spark: "same", dataFlow: { name: "startsWith" } },
    description: "Whether the text starts so.",
    samples: ["startswith(name, 'a')"],
  },
  {
    name: "endswith",
    signature: "(text: string, ending: string): boolean",
    spelling: { spark: "same", dataFlow: { name: "endsWith" } },
    description: "Whether the text ends so.",
    samples: ["endswith(name, 'a')"],
  },
  {
    name: "instr",
    signature: "(text: string, part: string): int",
    range: LENGTH,
    spelling: { spark: "same" },
    description: "Where the part stands first, counted from 1; 0 if nowhere.",
    samples: ["instr(name, 'a')"],
  },
  {
    name: "locate",
    aliases: ["position"],
    signature: "(part: string, text: string, start?: int): int",
    nullable: ({ nullables: [part, text] }) => part === true || text === true,
    range: LENGTH,
    spelling: { spark: "same" },
    description:
      "Where the part stands first from a character on, counted from 1; 0 if nowhere, and from a character that is null.",
    samples: ["locate('a', name)", "locate('a', name, 2)"],
  },
  {
    name: "replace",
    signature: "(text: string, part: string, by?: string): string",
    spelling: { spark: "same", dataFlow: { name: "replace", unless: plainPart } },
    description: "The text with every occurrence of a part replaced (default: removed).",
    samples: ["replace(name, 'a', 'b')", "replace(name, ' ')"],
  },
  {
    name: "translate",
    signature: "(text: string, characters: string, by: string): string",
    spelling: { spark: "same" },
    description:
      "The text with each of the characters replaced by the one at the same place, or removed if there is none.",
    samples: ["translate(name, 'abc', 'xy')"],
  },
  {
    name: "reverse",
    signature: ["(text: string): string", "(values: array<A>): array<A>"],
    spelling: { spark: "same" },
    description: "The characters or elements backwards.",
    samples: ["reverse(name)", "reverse(numbers)"],
  },
  ofText("ascii", "int", "The code of the first character; 0 for an empty text.", { range: [0, 1_114_111] }),
  {
    name: "chr",
    aliases: ["char"],
    signature: "(code: bigint): string",
    spelling: { spark: "same" },
    description: "The character with the code (its lowest 8 bits); empty for a negative one.",
    samples: ["chr(n)"],
  },
  {
    name: "split",
    signature: "(text: string, pattern: literal string, limit?: int): array<string>",
    check: isPattern(1),
    spelling: { spark: "same", dataFlow: { name: "split", unless: plainPattern } },
    description:
      "The parts of the text between matches of a regular expression. Mind that '.' and '|' are signs of it: write '\\\\|'.",
    samples: ["split(text, ',')", "split(text, ',', 2)"],
  },
  {
    name: "split_part",
    signature: "(text: string, delimiter: string, number: int): string",
    nullable: "always",
    check: isPlace(2),
    spelling: {
      spark: (node) =>
        isLiteral(node, 2)
          ? "same"
          : "split_part(text, delimiter, case when number not in (0, -2147483648) then number end)",
    },
    description:
      "One of the parts between delimiters, counted from 1 (from the end if negative); empty if there is none, null for the number 0 and the least int (where Spark's own function fails).",
    samples: ["split_part(text, ',', 1)", "split_part(text, ',', i)"],
  },
  {
    name: "substring_index",
    signature: "(text: string, delimiter: string, count: int): string",
    nullable: ({ nullables, literals }) => nullables.some(Boolean) || literals[2] === undefined,
    check: ({ literals }) =>
      literals[2] === -2_147_483_648 ? { argument: 2, problem: "is so small that Spark fails." } : undefined,
    spelling: {
      spark: (node) =>
        isLiteral(node, 2) ? "same" : "substring_index(text, delimiter, case when count > -2147483648 then count end)",
    },
    description:
      "What stands before so many delimiters (after, counted from the end, if negative); null for the least int (where Spark's own function fails).",
    samples: ["substring_index(text, ',', 2)", "substring_index(text, ',', i)"],
  },
  {
    name: "find_in_set",
    signature: "(text: string, list: string): int",
    range: LENGTH,
    spelling: { spark: "same" },
    description: "The place of the text in a list with commas, counted from 1; 0 if it is not in it.",
    samples: ["find_in_set(name, 'a,b,c')"],
  },
  {
    name: "overlay",
    signature: "(text: string, by: string, start: int, length?: int): string",
    spelling: { spark: "same" },
    description: "The text with a part replaced: from a character counted from 1, of so many characters.",
    samples: ["overlay(name, 'xx', 2)", "overlay(name, 'xx', 2, 1)"],
  },
  {
    name: "regexp_replace",
    signature: "(text: string, pattern: literal string, by: literal string): string",
    check: replacesGroups,
    spelling: { spark: "same" },
    description:
      "The text with every match of a regular expression replaced; $1 stands for the first group. Pattern and replacement are written out and checked.",
    samples: ["regexp_replace(name, '[0-9]+', '#')", "regexp_replace(name, '(a)(b)', '$2$1')"],
  },
  {
    name: "regexp_extract",
    signature: "(text: string, pattern: literal string, group?: literal int): string",
    check: hasGroup(1, 2, 1),
    spelling: { spark: "same" },
    description: "A group (default: the first) of the first match of a regular expression; empty if there is no match.",
    samples: ["regexp_extract(name, '([a-z]+)', 1)", "regexp_extract(name, '[a-z]+', 0)"],
  },
  {
    name: "regexp_extract_all",
    signature: "(text: string, pattern: literal string, group?: literal int): array<string>",
    returns: () => ({ kind: "array", element: { kind: "string" }, containsNull: true }),
    check: hasGroup(1, 2, 1),
    spelling: { spark: "same" },
    description: "A group (default: the first) of every match of a regular expression.",
    samples: ["regexp_extract_all(name, '([a-z])', 1)"],
  },
  {
    name: "regexp_like",
    signature: "(text: string, pattern: literal string): boolean",
    check: isPattern(1),
    spelling: { spark: "same" },
    description: "Whether the text has a match of a regular expression in it. `x rlike '…'` says the same.",
    samples: ["regexp_like(name, '^[a-z]')"],
  },
  {
    name: "regexp_count",
    signature: "(text: string, pattern: literal string): int",
    check: isPattern(1),
    spelling: { spark: "same" },
    description: "How many matches of a regular expression the text has.",
    samples: ["regexp_count(name, '[a-z]')"],
  },
  {
    name: "regexp_substr",
    signature: "(text: string, pattern: literal string): string",
    nullable: "always",
    check: isPattern(1),
    spelling: { spark: "same" },
    description: "The first match of a regular expression; null if there is none.",
    samples: ["regexp_substr(name, '[a-z]+')"],
  },
  {
    name: "regexp_instr",
    signature: "(text: string, pattern: literal string): int",
    check: isPattern(1),
    spelling: { spark: "same" },
    description: "Where the first match of a regular expression starts, counted from 1; 0 if there is none.",
    samples: ["regexp_instr(name, '[0-9]')"],
  },
  {
    name: "levenshtein",
    signature: "(left: string, right: string): int",
    range: LENGTH,
    spelling: { spark: "same" },
    description: "How many characters differ between two texts: inserted, removed or replaced.",
    samples: ["levenshtein(name, text)"],
  },
  ofText("soundex", "string", "A code of how an English word sounds."),
  {
    name: "format_number",
    signature: "(value: number, digits: literal int): string",
    nullable: "always",
    check: isWithin(1, 0, 38),
    spelling: { spark: "same" },
    description: "The number with commas between thousands and so many digits after the point.",
    samples: ["format_number(x, 2)", "format_number(i, 0)"],
  },
  {
    name: "base64",
    signature: "(bytes: binary): string",
    spelling: { spark: "replace(base64(bytes), '\\r\\n')" },
    description: "Bytes as text in base 64, in one line (where Spark's own function breaks it, by a setting).",
    samples: ["base64(body)"],
  },
  {
    name: "unbase64",
    signature: "(text: string): binary",
    nullable: "always",
    spelling: { spark: "try_to_binary(text, 'base64')" },
    description: "Bytes of a text in base 64; null for other text (where Spark's own function fails for some).",
    samples: ["unbase64(text)"],
  },
  {
    name: "unhex",
    signature: "(text: string): binary",
    nullable: "always",
    spelling: { spark: "same" },
    description: "Bytes of a text in hexadecimal digits; null for other text.",
    samples: ["unhex(text)"],
  },
  {
    name: "try_to_binary",
    signature: "(text: string, format: literal string): binary",
    nullable: "always",
    check: isOneOf(1, ["hex", "base64", "utf-8"], "a form of bytes"),
    spelling: { spark: "same" },
    description: "Bytes of a text in the form 'hex', 'base64' or 'utf-8'; null for text in another form.",
    samples: ["try_to_binary(text, 'hex')", "try_to_binary(text, 'base64')"],
  },
  {
    name: "mask",
    nullable: "always",
    signature: "(text: string, capital?: literal string, small?: literal string, digit?: literal string): string",
    check: allOf(
      ...[1, 2, 3].map(
        (argument) =>
          ({ literals }: { readonly literals: readonly unknown[] }) =>
            oneCharacter(literals[argument], argument),
      ),
    ),
    spelling: { spark: "same" },
    description:
      "The text with capital letters, small letters and digits each replaced by one character (default X, x and n).",
    samples: ["mask(name)", "mask(name, '*', '*', '0')"],
  },
  {
    name: "luhn_check",
    nullable: "always",
    signature: "(digits: string): boolean",
    spelling: { spark: "same" },
    description: "Whether the digits pass the check of card numbers; false for other text.",
    samples: ["luhn_check(text)"],
  },
];

const oneCharacter = (literal: unknown, argument: number): { argument: number; problem: string } | undefined =>
  typeof literal === "string" && literal.length !== 1 ? { argument, problem: "must be one character." } : undefined;
