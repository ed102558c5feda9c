const clock =
  "Use a time of the row, such as `enqueued_at` of events, `file_modified_at` of files or `landed_at` of a table that others write, which a table over bronze sees.";
const random = "Use what identifies the row; a hash of it (xxhash64) spreads evenly.";

const inFile = "A table over bronze sees the place of a row in its file as `file_row`, where the source is of files.";

/** Functions whose value is another one each time, and what to use in their place. */
export const nondeterministic: ReadonlyMap<string, string> = new Map([
  ...["current_timestamp", "now", "localtimestamp", "current_date", "curdate"].map((name) => [name, clock] as const),
  ...["rand", "random", "randn", "uuid", "shuffle"].map((name) => [name, random] as const),
  ["monotonically_increasing_id", "Its numbers depend on how rows are spread over tasks: use what identifies the row."],
  ["spark_partition_id", random],
  ["input_file_name", "A table over bronze sees the file of a row as `file_path`, where the source is of files."],
  ...["input_file_block_start", "input_file_block_length"].map((name) => [name, inFile] as const),
]);

const firstLast =
  "its result depends on the order of rows. Write min_by or max_by with a time: `max_by(value, event_time)`.";
const windowed =
  "rows before and after are not seen in a table's clauses. Write `deduplicate` for the first row of each key, or aggregates such as max_by with `window`, or with `write: replace`.";
const windows = "windows of time are the `window` clause of the table.";
const generates = "it makes several rows of one, which is the `explode` clause of the table.";
const session = "it depends on who runs it and where.";

/** Functions that Spark has and expressions cannot call, each with the way out. */
export const refusedFunctions: ReadonlyMap<string, string> = new Map([
  ["first", firstLast],
  ["first_value", firstLast],
  ["last", firstLast],
  ["last_value", firstLast],
  ["any_value", "it takes the value of any row. Write min or max, or min_by with a time."],
  ["mode", "between equally frequent values it takes any, by the order of rows. Count them in a table of their own."],
  ["histogram_numeric", "its buckets depend on the order of rows. Write width_bucket and group by it."],
  [
    "corr",
    "where one side does not vary it fails or is null, by a setting. Write covar_pop(y, x) / (stddev_pop(x) * stddev_pop(y)), for rows where neither is null.",
  ],
  ["negative", "write `-x`."],
  ["positive", "write `x`."],
  ["string", "write cast(… as string)."],
  ["url_decode", "it fails on bad input, and there is no spelling that does not."],
  ["url_encode", "it has no counterpart that reads it back safely."],
  [
    "parse_url",
    "it fails on bad addresses, or gives null, by a setting. Write regexp_extract, such as regexp_extract(url, '^https?://([^/]+)', 1).",
  ],
  [
    "make_timestamp",
    "it fails on a day that is none, or gives null, by a setting. Write try_to_timestamp of the text.",
  ],
  ["make_interval", "an interval is written out: INTERVAL 10 MINUTES."],
  ["make_dt_interval", "an interval is written out: INTERVAL 10 MINUTES."],
  ["make_ym_interval", "months are added by add_months."],
  ["to_number", "it fails on bad input. Write try_cast(… as decimal(12,2)), after replace for signs."],
  ["try_to_number", "its type depends on a format. Write try_cast(… as decimal(12,2)), after replace for signs."],
  ["to_char", "it fails on some input. Write format_number or date_format."],
  ["to_binary", "it fails on bad input. Write try_to_binary."],
  ["conv", "numbers that are too great are cut or fail, by a setting. Write hex, bin or unhex."],
  ["elt", "a number outside of the list fails or is null, by a setting. Write get(array(…), number), from 0."],
  ["array_insert", "the place 0 and places far outside fail. Write array_append, array_prepend or concat of slices."],
  ["assert_true", "failing is what `expect` with `else: fail` does."],
  ["raise_error", "failing is what `expect` with `else: fail` does."],
  ["format_string", "it fails where a value does not suit its format. Write concat, lpad and format_number."],
  ["printf", "it fails where a value does not suit its format. Write concat, lpad and format_number."],
  [
    "decode",
    "it fails on bytes that are no text in newer versions of Spark. Write cast(body as string) for UTF-8, or case for choices.",
  ],
  ["encode", "it drops or fails on what the character set lacks, by version. Write cast(text as binary) for UTF-8."],
  ["date_part", "write year, month, hour or another one named after the part."],
  ["extract", "write year, month, hour or another one named after the part."],
  ["schema_of_json", "a schema is written out."],
  ["json_tuple", "it makes several columns of one. Write get_json_object for each, or from_json."],
  ["bit_get", "it fails for a place outside. Write (value & 4) = 4."],
  ["getbit", "it fails for a place outside. Write (value & 4) = 4."],
  ["reflect", "it calls the virtual machine."],
  ["java_method", "it calls the virtual machine."],
  ["typeof", "types are known before anything runs."],
  ["int", "write try_cast(… as int)."],
  ["bigint", "write try_cast(… as bigint)."],
  ["double", "write try_cast(… as double)."],
  ["decimal", "write try_cast(… as decimal(12,2))."],
  ["boolean", "write try_cast(… as boolean)."],
  ["date", "write to_date(…)."],
  ["timestamp", "write try_to_timestamp(…)."],
  ["binary", "write cast(… as binary)."],
  ...["row_number", "rank", "dense_rank", "percent_rank", "ntile", "cume_dist", "lag", "lead", "nth_value"].map(
    (name) => [name, windowed] as const,
  ),
  ...["window", "session_window", "window_time"].map((name) => [name, windows] as const),
  ...["explode", "explode_outer", "posexplode", "posexplode_outer", "inline", "inline_outer", "stack"].map(
    (name) => [name, generates] as const,
  ),
  ...[
    "current_user",
    "user",
    "session_user",
    "current_database",
    "current_schema",
    "current_catalog",
    "current_timezone",
    "version",
  ].map((name) => [name, session] as const),
]);

/** The rest of Spark's functions, so that a message can tell them from a misspelling. */
export const sparkOnly: ReadonlySet<string> = new Set(
  (
    "acosh aes_decrypt aes_encrypt asinh atanh bit_reverse bitmap_and_agg bitmap_bit_position " +
    "bitmap_bucket_number bitmap_construct_agg bitmap_count bitmap_or_agg collate collation convert_timezone " +
    "count_min_sketch csc datepart dayname float from_csv from_xml grouping grouping_id hll_sketch_agg " +
    "hll_sketch_estimate hll_union hll_union_agg ilike is_valid_utf8 like listagg make_timestamp_ltz " +
    "make_timestamp_ntz make_valid_utf8 monthname nullifzero parse_json randstr range regexp regr_avgx regr_avgy " +
    "regr_count regr_sxx regr_sxy regr_syy rlike schema_of_csv sec sentences smallint sql_keywords string_agg " +
    "tinyint to_csv to_timestamp_ltz to_timestamp_ntz to_varchar to_xml try_aes_decrypt try_make_timestamp " +
    "try_parse_json try_parse_url try_url_decode try_variant_get uniform variant_get xpath xpath_boolean " +
    "xpath_double xpath_float xpath_int xpath_long xpath_number xpath_short xpath_string zeroifnull"
  ).split(" "),
);

/** Functions of other languages that have another name here. */
export const otherNames: ReadonlyMap<string, string> = new Map([
  ["average", "avg"],
  ["iif", "if"],
  ["charindex", "locate"],
  ["toupper", "upper"],
  ["uppercase", "upper"],
  ["tolower", "lower"],
  ["lowercase", "lower"],
  ["strftime", "date_format"],
]);
