import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { ApiPagingIr } from "../../compiler/ir/api.js";
import { readAnswersCopy } from "../../local/adf/activities/rest-copy.js";
import type { DatasetUse } from "../../local/adf/definition.js";
import type { JsonValue } from "../../local/adf/json.js";
import { readerOf } from "../../local/adf/reader.js";
import { newResults, type Scope } from "../../local/adf/scope.js";
import type { ApiAddress, World } from "../../local/adf/world.js";
import { type RowsApiRequest, startRowsApi } from "../../local/http/rows-api.js";
import { type Reply, type Requested, serve } from "../../local/http/serve.js";
import { paginationRules, timeSpan } from "../../targets/adf/paging.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-rest-"));
afterAll(() => rmSync(folder, { recursive: true }));

const rows = ["data", "items"];
const pages = { most: 50, waitMilliseconds: 10 };
const pagings: readonly ApiPagingIr[] = [
  { kind: "next", next: ["@odata.nextLink"], ...pages },
  { kind: "page", parameter: "page", first: 0, ...pages },
  { kind: "page", parameter: "p", first: 1, ...pages },
  { kind: "offset", parameter: "skip", size: 3, ...pages },
];

/** Of a page's address what stands for its number. */
const asked = (paging: ApiPagingIr): string =>
  paging.kind === "page" || paging.kind === "offset" ? `things?a=b&${paging.parameter}={${paging.kind}}` : "things?a=b";

const absent = () => {
  throw new Error("there is none");
};

function worldOf(api: ApiAddress): World {
  return {
    ...{ factory: "here", globalParameters: {}, returned: (value) => value, database: absent, functionApp: absent },
    ...{
      notebook: async () => {},
      parquet: async () => {},
      unzip: async () => undefined,
      dataFlow: async () => undefined,
    },
    ...{ folder: () => folder, api: () => api, tell: () => {}, halt: () => {}, signal: new AbortController().signal },
  };
}

const scopeOf = (api: ApiAddress): Scope => ({
  world: worldOf(api),
  run: {
    ...{ pipeline: "p", id: "1", at: "", parameters: {}, variables: new Map(), returned: new Map() },
    parent: undefined,
  },
  results: newResults(),
  within: [],
});

const location = { type: "AzureBlobFSLocation", fileSystem: "lake", folderPath: "landed", fileName: "rows.json" };

/** Runs a copy with these rules; gives what it says, and the lines that have landed. */
async function copied(
  rules: JsonValue,
  api: ApiAddress,
  url: string,
  source: Readonly<Record<string, JsonValue>> = {},
) {
  const problems: string[] = [];
  const datasets: Readonly<Record<string, DatasetUse>> = {
    api: useOf("RestResource", { relativeUrl: url }),
    lake: useOf("Json", { location }),
  };
  const none = () => {
    throw new Error("not asked for");
  };
  const run = readAnswersCopy(
    readerOf(
      { type: "RestSource", requestInterval: timeSpan(10), paginationRules: rules, ...source },
      "source",
      problems,
    ),
    readerOf(
      {
        type: "JsonSink",
        storeSettings: { type: "AzureBlobFSWriteSettings" },
        formatSettings: { type: "JsonWriteSettings", filePattern: "setOfObjects" },
      },
      "sink",
      problems,
    ),
    readerOf({ referenceName: "api" }, "input", problems),
    readerOf({ referenceName: "lake" }, "output", problems),
    {
      reach: {
        hasDatabase: () => false,
        hasStore: () => true,
        hasNotebook: () => false,
        functionsOf: () => undefined,
        hasApi: () => true,
      },
      ...{ activities: none, dataFlow: none, pipeline: none },
      dataset: (reference) => datasets[reference.text("referenceName")],
    },
  );
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const output = await run(scopeOf(api));
  const text = readFileSync(join(folder, "landed/rows.json"), "utf8");
  return { output, lines: text.split("\n").filter((line) => line !== "") };
}

const useOf = (type: string, properties: JsonValue): DatasetUse => ({
  dataset: { name: type, type, linkedService: "here", parameters: new Map(), properties },
  parameters: {},
});

const rowsIn = (lines: readonly string[]): unknown =>
  lines.flatMap((line) => {
    const body: { readonly data: { readonly items: readonly unknown[] } } = JSON.parse(line);
    return body.data.items;
  });

describe("the pages of an API", () => {
  it("are all of its rows in their order, however many are on a page", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...pagings),
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.string(), { maxLength: 14 }),
        async (paging, pageSize, texts) => {
          const things = texts.map((text, id) => ({ id, text }));
          const request: RowsApiRequest = { base: "v1", key: { header: "X-Key", value: "k" }, pageSize };
          const api = await startRowsApi(request);
          const here = paging.kind === "none" ? { kind: paging.kind } : paging;
          api.show(
            { path: "things?a=b", rows, paging: here },
            things.map(({ id, text }) => ({ id: BigInt(id), text })),
          );
          const address = { address: `${api.address}/v1/`, headers: { "x-key": "k" } };
          const { output, lines } = await copied(paginationRules({ paging, rows }), address, asked(paging));
          await api.stop();
          expect(rowsIn(lines)).toEqual(things);
          expect(output["rowsCopied"]).toBe(lines.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("end at the largest number of requests, one more than there may be", async () => {
    const api = await startRowsApi({ base: "", key: undefined, pageSize: 1 });
    for (const paging of pagings) {
      const few = paging.kind === "none" ? paging : { ...paging, most: 3 };
      api.show(
        { path: "things", rows, paging: few },
        Array.from({ length: 30 }, (_, id) => ({ id: BigInt(id) })),
      );
      const url = asked(few).replace("a=b&", "").replace("?a=b", "");
      const { output } = await copied(
        paginationRules({ paging: few, rows }),
        { address: `${api.address}/`, headers: {} },
        url,
      );
      expect(output["rowsCopied"]).toBe(4);
    }
    await api.stop();
  });

  it("keep the digits of whole numbers, and texts that look like something else", async () => {
    const body = '{"data":{"items":[{"id":9007199254740993,"at":"2026-01-01T00:00:00Z","n":1.5,"t":"a\\nb"}]}}';
    const { lines } = await answering(() => ({ status: 200, text: body }));
    expect(lines).toEqual([body]);
  });
});

/** Lets a server answer the requests of a copy that follows `$.next`. */
async function answering(answer: (asked: Requested) => Reply, rules: JsonValue = { AbsoluteUrl: "$.next" }) {
  const seen: Requested[] = [];
  const server = await serve((one) => {
    seen.push(one);
    return answer(one);
  });
  try {
    return { ...(await copied(rules, { address: `${server.address}/`, headers: { "x-key": "k" } }, "things")), seen };
  } finally {
    await server.stop();
  }
}

describe("a copy fails", () => {
  const fails = (answer: (asked: Requested) => Reply, why: RegExp, rules?: JsonValue) =>
    expect(answering(answer, rules)).rejects.toThrow(why);

  it("where the next page is at another host, which is never asked", async () => {
    const seen: Requested[] = [];
    const other = await serve((one): Reply => {
      seen.push(one);
      return { status: 200, json: {} };
    });
    await fails(() => ({ status: 200, json: { next: `${other.address}/steal` } }), /shown to another host/);
    await fails(() => ({ status: 200, json: { next: "https://169.254.169.254/" } }), /shown to another host/);
    await other.stop();
    expect(seen).toEqual([]);
  });

  it("where a page fails, is no object, or leads to no address", async () => {
    await fails(
      ({ query, url }) => (query.has("n") ? { status: 500 } : { status: 200, json: { next: `${url}?n=2` } }),
      /answered with 500/,
    );
    await fails(() => ({ status: 429, text: "slow down" }), /answered with 429: slow down/);
    await fails(() => ({ status: 302 }), /answered with 302/);
    await fails(() => ({ status: 200, text: "[1]" }), /no JSON object/);
    await fails(() => ({ status: 200, text: '{"a":' }), /no JSON object/);
    await fails(() => ({ status: 200, json: { next: "" } }), /not followed on this machine/);
    await fails(() => ({ status: 200, json: { next: "/more" } }), /not followed on this machine/);
    await fails(() => ({ status: 200, json: {} }), /no list at 'items'/, {
      "QueryParameters.{page}": "RANGE:1::1",
      "EndCondition:$.items": "Empty",
    });
  });

  it("before anything is asked, where a rule is none that is done here", async () => {
    const never = (): Reply => ({ status: 500 });
    await fails(never, /goes on for ever/, { "QueryParameters.{page}": "RANGE:1::1" });
    await fails(never, /'Headers.x' is not done/, { "Headers.x": "$.x" });
    await fails(never, /only 'RANGE/, { "QueryParameters.{page}": "RANGE:1:5:1", MaxRequestNumber: "7" });
    await fails(never, /not looked up/, { AbsoluteUrl: "$..next" });
    await fails(never, /supportRFC5988/, { supportRFC5988: "true" });
  });
});

it("an answer without content ends the pages", async () => {
  const { lines, seen } = await answering(({ query, url }) =>
    query.has("n") ? { status: 204 } : { status: 200, json: { next: `${url}?n=2` } },
  );
  expect([lines.length, seen.length]).toEqual([1, 2]);
  expect(seen.map(({ headers }) => headers["x-key"])).toEqual(["k", "k"]);
});
