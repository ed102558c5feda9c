import { readFile } from "node:fs/promises";
import { printJson } from "../adf/expression/print-json.js";
import { parseJson } from "../adf/expression/read-json.js";
import { isArray, isObject, type Value } from "../adf/expression/value.js";
import { type HttpServer, type Reply, serve } from "./serve.js";

/** An API that answers with samples: what it has is what a file says, until it is given another. */
export interface SampleApi {
  readonly address: string;
  /** Shown by whoever asks: `Authorization: Bearer <key>`. */
  readonly key: string;
  /** From now on it answers with this, beside what others have shown it. */
  readonly show: (samples: Samples, by?: string) => void;
  readonly stop: () => Promise<void>;
}

/** What is answered at each path, a page after another: `{"/3/movie/popular": [{"page": 1, …}, …]}`; `?page=2` asks for the second. */
export type Samples = Readonly<Record<string, readonly Value[]>>;

/** Starts an API that knows nothing yet. Paths that it has nothing for are not found, nor are pages behind the last. */
export async function startSampleApi(key: string): Promise<SampleApi> {
  const shown = new Map<string, Samples>();
  const server: HttpServer = await serve(({ method, path, query, headers }): Reply => {
    if (headers["authorization"] !== `Bearer ${key}`) return { status: 401, json: { error: "the key is not known" } };
    const samples = [...shown.values()].find((one) => Object.hasOwn(one, path));
    const pages = samples?.[path];
    const page = pages?.[Number(query.get("page") ?? "1") - 1];
    if (method !== "GET" || page === undefined) return { status: 404, json: { error: `nothing at ${path}` } };
    return { status: 200, type: "application/json; charset=utf-8", text: printJson(page) };
  });
  return {
    ...server,
    key,
    show: (samples, by = "") => {
      shown.set(by, samples);
    },
  };
}

/** Reads a file of samples. An error says what is not as it is to be. */
export async function readSamples(file: string): Promise<Samples> {
  const samples = samplesOf(await readFile(file, "utf8"));
  if (samples !== undefined) return samples;
  throw new Error(
    `${file}: what an API answers is an object of paths, each with a list of pages: {"/3/movie/popular": [{…}, {…}]}.`,
  );
}

/** The samples in a text, whose numbers keep their digits; undefined where it is none. */
export function samplesOf(text: string): Samples | undefined {
  const read = parsed(text);
  const samples = isObject(read) ? Object.entries(read) : [];
  const pages = samples.flatMap(([path, list]): [string, readonly Value[]][] =>
    path.startsWith("/") && isArray(list) ? [[path, list]] : [],
  );
  return samples.length === 0 || pages.length < samples.length ? undefined : Object.fromEntries(pages);
}

function parsed(text: string): Value {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}
