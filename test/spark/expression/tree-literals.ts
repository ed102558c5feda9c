import { families } from "../../../compiler/expression/catalogue/catalogue.js";
import type { Pattern } from "../../../compiler/expression/catalogue/signature.js";
import { argumentsOf } from "./calls.js";

const PATTERNS = [
  "'[a-z]+'",
  "'^a'",
  "'(a)(b)?'",
  "'\\\\d+'",
  "r'\\s'",
  "''",
  "'🙂|x'",
  "'.'",
  "'[^a]*'",
  "'(?i)H(.)'",
  "','",
];
const COUNTS = ["0", "1", "2", "5", "9"];
const TIMES = [
  "'yyyy-MM-dd'",
  "'yyyy-MM-dd HH:mm:ss'",
  "'yyyyMMdd'",
  "'dd.MM.yyyy'",
  "'yyyy-MM-dd''T''HH:mm:ss.SSSSSS'",
  "'HH:mm'",
  "'MMM d, yyyy'",
  "'EEEE'",
  "'yyyy-MM-dd HH:mm:ssXXX'",
  "'D'",
  "'QQQ yyyy'",
  "'yy'",
  "'h a'",
];
const ZONES = [
  "'Europe/Warsaw'",
  "'UTC'",
  "'+02:00'",
  "'America/New_York'",
  "'Asia/Kolkata'",
  "'-09:30'",
  "'Australia/Lord_Howe'",
];

/** What may be written out at a place where an argument must be: of a function's samples, and more. */
const MORE: Readonly<Record<string, readonly (readonly string[])[]>> = {
  round: [[], ["0", "1", "2", "-1", "-3", "8", "40"]],
  bround: [[], ["0", "1", "2", "-1", "-3", "8", "40"]],
  lpad: [[], COUNTS],
  rpad: [[], COUNTS],
  repeat: [[], ["0", "1", "3", "-1"]],
  space: [COUNTS],
  array_repeat: [[], ["0", "1", "3"]],
  split: [[], PATTERNS],
  regexp_replace: [[], PATTERNS, ["'#'", "''", "'$0'", "'\\\\$'"]],
  regexp_extract: [[], PATTERNS, ["0", "1"]],
  regexp_extract_all: [[], PATTERNS, ["0", "1"]],
  regexp_like: [[], PATTERNS],
  regexp_count: [[], PATTERNS],
  regexp_substr: [[], PATTERNS],
  regexp_instr: [[], PATTERNS],
  str_to_map: [[], ["','", "'&'", "' '", "''"], ["':'", "'='", "''"]],
  to_date: [[], TIMES],
  try_to_timestamp: [[], TIMES],
  date_format: [[], TIMES],
  from_unixtime: [[], TIMES],
  date_trunc: [
    [
      "'year'",
      "'quarter'",
      "'MONTH'",
      "'week'",
      "'day'",
      "'hour'",
      "'minute'",
      "'second'",
      "'millisecond'",
      "'microsecond'",
      "'dd'",
    ],
  ],
  trunc: [[], ["'year'", "'quarter'", "'month'", "'week'", "'mm'"]],
  next_day: [[], ["'monday'", "'SU'", "'fri'"]],
  from_utc_timestamp: [[], ZONES],
  to_utc_timestamp: [[], ZONES],
  sha2: [[], ["224", "256", "384", "512"]],
  format_number: [[], ["0", "1", "2", "7", "38"]],
  sequence: [
    ["1", "0", "-3"],
    ["5", "0", "-5"],
    ["1", "2", "-1"],
  ],
  get_json_object: [[], ["'$.a'", "'$.b[0]'", "'$'", "'$.b'", "'$[1]'", "'$.a.b'"]],
  from_json: [
    [],
    [
      "'struct<a:int,b:array<string>>'",
      "'map<string,string>'",
      "'array<int>'",
      "'struct<a:double>'",
      "'array<struct<a:bigint>>'",
      "'struct<a:decimal(9,2),c:binary>'",
    ],
  ],
  try_to_binary: [[], ["'hex'", "'base64'", "'utf-8'"]],
  percentile: [[], ["0", "0.5", "0.95", "1"]],
  percentile_approx: [[], ["0", "0.5", "0.95", "1"], ["100", "10000"]],
  approx_count_distinct: [[], ["0.05", "0.1"]],
  width_bucket: [[], [], [], ["10", "1", "0", "-1", "9223372036854775807L"]],
  mask: [[], ["'*'", "'X'"], ["'x'", "'ż'"], ["'0'"]],
};

const samples = new Map(
  families.flatMap(({ rows }) =>
    rows.map(({ name, samples: calls }) => [name, calls.flatMap((call) => [argumentsOf(call) ?? []])] as const),
  ),
);

export function literalArguments(name: string, position: number, pattern: Pattern): readonly string[] {
  const written = (samples.get(name) ?? []).flatMap((list) => {
    const text = list[position];
    return text !== undefined && /^(-?[\d.]+L?|r?'.*'|true|false)$/s.test(text) ? [text] : [];
  });
  const all = [...written, ...(MORE[name]?.[position] ?? [])];
  if (all.length > 0) return all;
  return pattern.kind === "type" && pattern.type === "boolean" ? ["true", "false"] : ["1", "'a'"];
}
