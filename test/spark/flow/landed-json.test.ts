import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import type { RunRequest } from "../../../local/request.js";
import { runJob } from "../../../local/run.js";
import { memoryHost, readCase } from "../../golden.js";
import { openFlow } from "../landings/flow.js";
import {
  broken,
  fits,
  lineOf,
  misfits as misfitsOfViews,
  nameOfMisfit,
  order,
  passed,
  taken,
} from "../warehouse/lines-values.js";
import { compileInto } from "./project.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-json-"));
const byFirst = ([a]: readonly unknown[], [b]: readonly unknown[]) => (String(a) < String(b) ? -1 : 1);
const bySecond = ([, a]: readonly unknown[], [, b]: readonly unknown[]) => (String(a) < String(b) ? -1 : 1);
afterAll(() => rmSync(folder, { recursive: true }));

it("waves of lines of JSON are landed as they are, typed, taken apart and merged as a calculation in plain Python has it", async () => {
  const samples = join(folder, "project/samples");
  mkdirSync(samples, { recursive: true });
  const lists = (wave: number, text: string) => writeFileSync(join(samples, `lists-${wave}.json`), text);
  const visits = (wave: number, ...lines: readonly string[]) =>
    writeFileSync(join(samples, `visits-${wave}.json.gz`), gzipSync(lines.join("\r\n")));
  const archived = (wave: number, entries: Readonly<Record<string, string>>) => {
    const program = `import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w") as archive:
    [archive.writestr(name, text) for name, text in json.loads(sys.argv[2]).items()]`;
    const path = join(samples, `archived-${wave}.zip`);
    execFileSync("python3", ["-c", program, path, JSON.stringify(entries)]);
  };
  lists(1, '{"list":"old","results":[{"id":1,"title":"Gone","vote_average":1}]}\n');
  lists(
    2,
    [
      '\ufeff{"list":"top","page":1,"results":[{"id":9007199254740993,"title":"Łódź, \\"1, 2\\"\\nand \\u0001","vote_average":8.5,"more":{}},{"id":2}]}',
      "",
      ' { "results" : [ ] , "list" : "none" } ',
      '{"list":"null","results":null}',
      '{"list":"lacking"}\n',
    ].join("\n"),
  );
  visits(1, '{"visit_id":1,"at":"2026-01-01T10:00:00Z","spent":1.50,"tags":["a","b"],"place":{"city":"Gdynia"}}');
  visits(
    2,
    '{"visit_id":1,"at":"2026-01-02T10:00:00Z","spent":12345.67,"tags":[],"place":{"seat":7,"city":null}}',
    '{"visit_id":2,"at":"2026-01-02T10:00:00Z","tags":[null,"c,d"]}',
    '{"visit_id":1,"at":"2026-01-01T09:00:00Z","spent":9}',
    '{"visit_id":3}',
    '{"visit_id":-4,"at":"2026-01-02T10:00:00Z"}',
    "",
  );
  archived(1, {
    "a.json": '{"film":"one","year":1999}\n{"film":"two"}',
    "below/a.json": '{"film":"three","year":-1}\n',
  });
  const request: RunRequest = {
    artifactsDir: join(folder, "artifacts"),
    projectDir: join(folder, "project"),
    stateDir: join(folder, "run"),
  };
  compileInto(request.artifactsDir, memoryHost(readCase("project-landed-json").input));
  const tables: Record<string, unknown> = {};
  const result = await runJob(request, async ({ runner, places }) => {
    const rows = async (table: string, ...columns: readonly string[]) =>
      (await runner.rows(join(places.state, "lake/silver", table), columns)).map((row) =>
        columns.map((one) => row[one]),
      );
    const films = await rows("films", "list", "movie_id", "title", "vote_average");
    tables["films"] = films.map(([list, id, ...rest]) => [list, String(id), ...rest]).toSorted(bySecond);
    const merged = await rows("visits", "visit_id", "at", "spent", "tags", "place");
    tables["visits"] = merged.toSorted((a, b) => Number(a[0]) - Number(b[0]));
    tables["aside"] = (await rows("visits_quarantine", "visit_id")).flat();
    tables["archived"] = (await rows("archived", "film", "year")).toSorted(byFirst);
  });
  expect(result.failure).toBeUndefined();
  expect(result).toMatchObject({ kind: "done", waves: 2 });
  const script = fileURLToPath(new URL("./landed_json.py", import.meta.url));
  const expected = execFileSync("python3", [script, samples], { encoding: "utf8" });
  expect(tables).toEqual(JSON.parse(expected));
});

/** What is wrong with the second line of a file, and what is said of it. */
const misfits: Readonly<Record<string, readonly [line: string, says: string]>> = {
  text: ['{"id":2,"n":"7"}', "`n` is no int"],
  large: ['{"id":2,"n":2147483648}', "`n` is no int"],
  fraction: ['{"id":2,"n":1.5}', "`n` is no int"],
  nested: ['{"id":2,"films":[{"id":1},{"id":"x"}]}', "`films` is no array<struct<id:bigint>>"],
  other: ['{"id":2,"films":{"id":1}}', "`films` is no array<struct<id:bigint>>"],
  day: ['{"id":2,"at":"soon"}', "`at` is no timestamp"],
  seconds: ['{"id":2,"at":1767225600}', "`at` is no timestamp"],
  milliseconds: ['{"id":2,"at":1767225600000}', "`at` is no timestamp"],
  digits: ['{"id":2,"at":"2026"}', "`at` is no timestamp"],
  hour: ['{"id":2,"at":"10:00"}', "`at` is no timestamp"],
  time: ['{"id":2,"on":"2026-01-01T10:00:00Z"}', "`on` is no date"],
  days: ['{"id":2,"on":"20454"}', "`on` is no date"],
  rounded: ['{"id":2,"spent":1.005}', "`spent` is no decimal(9,2)"],
  rounded_text: ['{"id":2,"spent":"1.005"}', "`spent` is no decimal(9,2)"],
  many_digits: ['{"id":2,"spent":12345678}', "`spent` is no decimal(9,2)"],
  comma: ['{"id":2,"spent":"1,50"}', "`spent` is no decimal(9,2)"],
  power: ['{"id":2,"spent":1e99999999}', "`spent` is no decimal(9,2)"],
  power_below: [
    '{"id":2,"paid":[{"of":{"1e99999999":1.5,"a":"1e-99999999"}}]}',
    "`paid` is no array<struct<of:map<string,decimal(9,2)>,on:date>>",
  ],
  rounded_below: [
    '{"id":2,"paid":[{"of":{"a":1.50}},{"of":{"a":1,"b":0.001}}]}',
    "`paid` is no array<struct<of:map<string,decimal(9,2)>,on:date>>",
  ],
  time_below: [
    '{"id":2,"paid":[{"on":"2026-01-01"},{"of":null,"on":"2026-01-01 10:00:00"}]}',
    "`paid` is no array<struct<of:map<string,decimal(9,2)>,on:date>>",
  ],
  null: ['{"id":null,"n":1}', "`id` is null"],
  missing: ['{"n":1}', "`id` is null"],
  array: ['[{"id":2}]', "it is no JSON object"],
  cut: ['{"id":2,', "it is no JSON object"],
  two: ['{"id":2} {"id":3}', "it is no JSON object"],
  word: ["null", "it is no JSON object"],
  no_json: ["not JSON", "it is no JSON object"],
  megabyte: ["x".repeat(1_000_000), "it is no JSON object"],
  number: [`{"id":2,"spent":${"9".repeat(1_000_000)}}`, "it is no JSON object"],
  deep: [`{"id":2,"more":${"[".repeat(1_001)}${"]".repeat(1_001)}}`, "it is no JSON object"],
  open: ["[".repeat(100_000), "it is no JSON object"],
  year_10000: ['{"id":2,"at":"+10000-01-01T00:00:00Z"}', "`at` is no timestamp"],
  nulls: ['{"id":null,"n":null,"at":null,"films":null,"on":null,"spent":null,"paid":null,"name":null}', "`id` is null"],
};

/** What is strange and fits: texts of 1 MB, nulls, levels that nobody reads, the last of a name that is there twice, the last day. */
const strange = [
  `{"id":1,"unknown":"${"x".repeat(1_000_000)}","name":"${"y".repeat(1_000_000)}","more":${"[".repeat(500)}${"]".repeat(500)}}`,
  '{"id":2,"n":null,"at":null,"films":null,"on":null,"spent":null,"paid":null,"name":null}',
  '{"id":2,"id":3,"spent":1.5,"spent":2.5,"name":"a","name":"b","at":"9999-12-31T23:59:59.999999Z","on":"9999-12-31"}',
];

/** An answer behind one with two rows, and the rows of both, or what is said of it. */
const unlisted: Readonly<Record<string, readonly [line: string, says: readonly number[] | string]>> = {
  none: ['{"data":{"items":[]}}', [1, 5]],
  more: ['{"data":{"items":[{"id":3,"n":1},{"id":2,"other":{}}],"total":4}}', [1, 5, 3, 2]],
  lacking: ['{"data":{}}', "row 3: it is no JSON object"],
  elsewhere: ['{"items":[{"id":3}]}', "row 3: it is no JSON object"],
  null: ['{"data":{"items":null}}', "row 3: it is no JSON object"],
  other: ['{"data":{"items":{"id":3}}}', "row 3: it is no JSON object"],
  text: ['{"data":{"items":[{"id":3},"x"]}}', "row 4: it is no JSON object"],
  misfit: ['{"data":{"items":[{"id":3},{"id":4,"n":"7"}]}}', "row 4: `n` is no int"],
  unkeyed: ['{"data":{"items":[{"n":3}]}}', "row 3: `id` is null"],
  behind: ['{"data":{"items":[{"id":3}]}} x', "row 3: it is no JSON object"],
  rounded: ['{"data":{"items":[{"id":3},{"id":4,"spent":1.0000000000000000000001}]}}', "row 4: `spent` is no decimal"],
  power: ['{"data":{"items":[{"id":3},{"id":4,"spent":1e99999999}]}}', "row 4: `spent` is no decimal"],
  numbers: ['{"data":{"items":[3]}}', "row 3: it is no JSON object"],
  exact: [
    '{"n":-1.5E0,"data":{"items":[{"id":9007199254740993,"spent":-1.50E+1,"name":"1, \\"2\\""}]}}',
    [1, 5, 9007199254740992],
  ],
};

it("a line that is no object, or has a field that does not fit, stops the batch with its file and row", async () => {
  const columns =
    "id bigint NOT NULL, n int, at timestamp, films array<struct<id:bigint>>, `on` date, spent decimal(9,2), paid array<struct<of:map<string,decimal(9,2)>,on:date>>, name string";
  const fits = [
    '{"id":1,"other":true,"name":123456789012345678901234567890,"spent":1.50,"at":"2026-01-01T10:00:00.123Z","on":"2026-01-01","paid":[{"of":{"a":0.1,"b":null},"on":"0001-01-01"},null]}',
    '{"id":1,"spent":"1234567.890","name":12345678.0,"at":"2026-01-01","on":" 2026-01-01T00:00:00","paid":[]}',
    '{"id":1,"spent":1e3,"name":12345678901234567890.10,"at":"2026-01-01 10:00:00.123456+02:00","on":null,"paid":null}',
  ];
  const flow = await openFlow([
    { name: "lines", format: "json", landed: { id: "bigint!", n: "int" }, keys: ["id"], sequenceBy: ["n"] },
  ]);
  for (const [name, [line]] of Object.entries(misfits))
    flow.write(`misfits/${name}/landing=0000000001/rows.json`, `${fits.join("\n")}\n\n${line}\n{"id":"later"}\n`);
  for (const [name, [line]] of Object.entries(unlisted))
    flow.write(
      `misfits/unlisted/${name}/landing=0000000001/rows.json`,
      `{"data":{"items":[{"id":1},{"id":5}]}}\n${line}\n`,
    );
  flow.write("misfits/fits/landing=0000000001/rows.json", [...fits, ...strange].join("\n"));
  const looking = `
fitting = landed_rows(spark, Landed("", f"{parameter('lake')}/fits", "json", "${columns}"), 1, 1)
expect_fit(fitting, "fits")
print("fits", json.dumps([[str(row[name]) for name in ("spent", "at", "on", "paid", "name")] for row in fitting.orderBy("_at").collect()]))
for name in ${JSON.stringify(Object.keys(misfits))}:
    try:
        expect_fit(landed_rows(spark, Landed("", f"{parameter('lake')}/{name}", "json", "${columns}"), 1, 1), name)
        print("misfits", json.dumps([name, "nothing"]))
    except RuntimeError as error:
        print("misfits", json.dumps([name, str(error)]))
for name in ${JSON.stringify(Object.keys(unlisted))}:
    landed = Landed("", f"{parameter('lake')}/unlisted/{name}", "json", "${columns}", ("data", "items"))
    try:
        expect_fit(landed_rows(spark, landed, 1, 1), name)
        print("unlisted", json.dumps([name, [row["id"] for row in landed_rows(spark, landed, 1, 1).orderBy("_at").collect()]]))
    except RuntimeError as error:
        print("unlisted", json.dumps([name, str(error)]))
dbutils.notebook.exit("")
`;
  expect(await flow.run("silver_lines", "misfits", {}, looking)).toBeUndefined();
  const told = flow.printed.flatMap((line) => (line.startsWith("misfits ") ? [JSON.parse(line.slice(8))] : []));
  const fitting = flow.printed.flatMap((line) => (line.startsWith("fits ") ? JSON.parse(line.slice(5)) : []));
  expect(fitting).toEqual([
    [
      "1.50",
      "2026-01-01 10:00:00.123000",
      "2026-01-01",
      "[Row(of={'a': Decimal('0.10'), 'b': None}, on=datetime.date(1, 1, 1)), None]",
      "123456789012345678901234567890",
    ],
    ["1234567.89", "2026-01-01 00:00:00", "2026-01-01", "[]", "1.2345678E7"],
    ["1000.00", "2026-01-01 08:00:00.123456", "None", "None", "1.2345678901234567E19"],
    ["None", "None", "None", "None", "y".repeat(1_000_000)],
    ["None", "None", "None", "None", "None"],
    ["2.50", "9999-12-31 23:59:59.999999", "9999-12-31", "None", "b"],
  ]);
  const ofLists = flow.printed.flatMap((line) => (line.startsWith("unlisted ") ? [JSON.parse(line.slice(9))] : []));
  flow.close();
  expect(Object.fromEntries(ofLists)).toEqual(
    Object.fromEntries(
      Object.entries(unlisted).map(([name, [, says]]) => [
        name,
        typeof says === "string" ? expect.stringContaining(`landing=0000000001/rows.json, ${says}`) : says,
      ]),
    ),
  );
  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(
      Object.entries(misfits).map(([name, [, says]]) => [
        name,
        expect.stringMatching(
          new RegExp(`^${name}: .*${name}/landing=0000000001/rows.json, row 4: ${says.replaceAll(/[()]/g, "\\$&")}`),
        ),
      ]),
    ),
  );
});

it("what views of lines show is what notebooks take from them, and what notebooks take besides is known", async () => {
  const flow = await openFlow([
    { name: "lines", format: "json", landed: { id: "bigint!", n: "int" }, keys: ["id"], sequenceBy: ["n"] },
  ]);
  const columns =
    "id bigint, seats int, guest string, paid boolean, spent decimal(9,2), weight double, day date, at timestamp";
  const write = (name: string, text: string) => flow.write(`seen/${name}/landing=0000000001/rows.json`, text);
  write("fits", fits.map(([column, text]) => lineOf({ [column]: text })).join(""));
  write("passed", passed);
  write("misfits", misfitsOfViews.map(([column, text]) => lineOf({ [column]: text })).join(""));
  const lines = Object.entries(broken).flatMap(([name, text]) =>
    name.startsWith("twice") ? [] : text.split("\n").flatMap((line) => (line === "" ? [] : [[name, line] as const])),
  );
  write("broken", lines.map(([, line]) => line).join("\n"));
  const looking = `
def read(name):
    return landed_rows(spark, Landed("", f"{parameter('lake')}/{name}", "json", "${columns}"), 1, 1).orderBy("_at")
def shown(name):
    rows = read(name).selectExpr("CAST(id AS string)", "CAST(seats AS string)", "guest", "CAST(CAST(paid AS int) AS string)", "CAST(spent AS string)", "CAST(weight AS string)", "CAST(day AS string)", '''date_format(at, "yyyy-MM-dd'T'HH:mm:ss.SSSSSS")''', "_misfit")
    return [list(row) for row in rows.collect()]
print("seen", json.dumps({
    "fits": shown("fits"),
    "passed": shown("passed"),
    **{name: [row["_misfit"] for row in read(name).select("_misfit").collect()] for name in ("misfits", "broken")},
}))
dbutils.notebook.exit("")
`;
  expect(await flow.run("silver_lines", "seen", {}, looking)).toBeUndefined();
  const [seen] = flow.printed.flatMap((line) => (line.startsWith("seen ") ? [JSON.parse(line.slice(5))] : []));
  flow.close();
  const written: readonly (readonly (string | null)[])[] = seen.fits;
  expect(written.map((row, at) => row[order.indexOf(fits[at]?.[0] ?? "id")])).toEqual(fits.map(([, , value]) => value));
  expect(written.filter((row) => row.at(-1) !== null)).toEqual([]);
  const usual = ["1", "2", "a", "1", "1.50", "1.5", "2026-03-01", "2026-03-01T10:00:00.000000", null];
  const bare = Array(9).fill(null);
  expect(seen.passed).toEqual([usual, usual, bare, bare, bare, ["5", ...bare.slice(1)]]);
  expect(misfitsOfViews.filter((_, at) => seen.misfits[at] === null).map(nameOfMisfit)).toEqual(taken.misfits);
  const refused = lines.filter((_, at) => seen.broken[at] !== null).map(([name]) => name);
  const whole = lines.filter(([name]) => !refused.includes(name)).map(([name]) => name);
  expect([...new Set(whole)]).toEqual(taken.broken);
});
