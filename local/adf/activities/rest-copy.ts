import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ActivityError } from "../activity.js";
import { printJson } from "../expression/print-json.js";
import type { JsonObject } from "../json.js";
import type { Reader } from "../reader.js";
import type { Reading } from "../reading.js";
import type { Scope } from "../scope.js";
import { readDataset } from "./datasets.js";
import { readJsonDataset } from "./file-datasets.js";
import { answerOf, nextUrl, type PageRules, readPageRules, urlOf } from "./rest-pages.js";

/**
 * A copy of what an API answers, as it comes, page after page into one file with an object on each line.
 * https://learn.microsoft.com/azure/data-factory/connector-rest#export-json-response-as-is
 */
export function readAnswersCopy(
  source: Reader,
  sink: Reader,
  input: Reader,
  output: Reader,
  reading: Reading,
): (scope: Scope) => Promise<JsonObject> {
  source.only("type", ["RestSource"]);
  source.only("requestMethod", ["GET"]);
  const timing = {
    answered: milliseconds("httpRequestTimeout", source, 100_000),
    between: milliseconds("requestInterval", source, 1000),
  };
  const rules = readPageRules(source.object("paginationRules"));
  source.done();
  readSink(sink);
  const from = readResource(input, reading);
  const to = readJsonDataset(output, reading);
  return async (scope) => {
    const { path } = to(scope);
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, "w");
    let pages = 0;
    try {
      for await (const page of pagesOf(from(scope), rules, timing, scope)) {
        pages += 1;
        await file.write(`${page}\n`);
      }
    } finally {
      await file.close();
    }
    return { rowsRead: pages, rowsCopied: pages, filesWritten: 1 };
  };
}

function readSink(sink: Reader): void {
  sink.only("type", ["JsonSink"]);
  const store = sink.object("storeSettings");
  store.only("type", ["AzureBlobFSWriteSettings"]);
  store.done();
  const format = sink.object("formatSettings");
  format.only("type", ["JsonWriteSettings"]);
  format.only("filePattern", ["setOfObjects"]);
  format.done();
  sink.done();
}

/** Where the API is, and what is asked for first, with the holes for numbers. */
interface Asking {
  readonly address: string;
  readonly relative: string;
  readonly headers: Readonly<Record<string, string>>;
}

function readResource(use: Reader, reading: Reading): (scope: Scope) => Asking {
  const resource = readDataset(use, reading, {
    ...{ type: "RestResource", isTo: "read", home: "API" },
    read: (properties) => properties.text("relativeUrl"),
  });
  return (scope) => {
    const { said: relative, linkedService } = resource(scope);
    const api = scope.world.api?.(linkedService);
    if (api === undefined) throw new ActivityError(`There is no API of '${linkedService}' on this machine.`);
    return { ...api, relative };
  };
}

interface Timing {
  readonly answered: number;
  readonly between: number;
}

/** Answer after answer. One that is none fails the copy: what has been written by then is written anew by the next attempt. */
async function* pagesOf(
  { address, relative, headers }: Asking,
  rules: PageRules,
  timing: Timing,
  scope: Scope,
): AsyncGenerator<string> {
  const template = `${address}${relative}`;
  let url: string | undefined = urlOf(template, rules, 1);
  for (let page = 1; url !== undefined && page <= (rules.most ?? page); page += 1) {
    if (page > 1) await wait(timing.between, undefined, { signal: scope.world.signal });
    const text = await ask(url, headers, timing, scope);
    if (text === undefined) return;
    const body = answerOf(text, url);
    yield printJson(body);
    url = nextUrl(rules, template, { url, page }, body);
  }
}

/** Undefined: there is no content, which ends the pages. */
async function ask(
  url: string,
  headers: Asking["headers"],
  { answered }: Timing,
  scope: Scope,
): Promise<string | undefined> {
  const signal = AbortSignal.any([scope.world.signal, AbortSignal.timeout(answered)]);
  try {
    // What the service does with the key where it is sent elsewhere is not documented.
    const response = await fetch(url, {
      headers: { ...headers, accept: "application/json" },
      redirect: "manual",
      signal,
    });
    const text = await response.text();
    if (response.status === 204) return undefined;
    if (response.status >= 200 && response.status <= 299) return text;
    throw new ActivityError(`${url}: the API has answered with ${response.status}: ${text.slice(0, 1000)}`);
  } catch (error) {
    scope.world.signal.throwIfAborted();
    if (error instanceof ActivityError) throw error;
    throw new ActivityError(`${url}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A time span with parts of a second, as `00:00:00.0100000`. */
function milliseconds(name: string, source: Reader, otherwise: number): number {
  const text = source.optionalText(name);
  if (text === undefined) return otherwise;
  const [, hours, minutes, seconds, part = "0"] = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{7}))?$/.exec(text) ?? [];
  if (hours === undefined) source.problem(`'${name}' is no time span like '00:00:01': ${JSON.stringify(text)}.`);
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(part) / 10_000;
}
