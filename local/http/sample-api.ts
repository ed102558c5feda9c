import { readFile } from "node:fs/promises";
import type { JsonValue } from "../adf/json.js";
import { isObject } from "../adf/reader.js";
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
export type Samples = Readonly<Record<string, readonly JsonValue[]>>;

/** Starts an API that knows nothing yet. Paths that it has nothing for are not found, nor are pages behind the last. */
export async function startSampleApi(key: string): Promise<SampleApi> {
  const shown = new Map<string, Samples>();
  const server: HttpServer = await serve(({ method, path, query, headers }): Reply => {
    if (headers["authorization"] !== `Bearer ${key}`) return { status: 401, json: { error: "the key is not known" } };
    const samples = [...shown.values()].find((one) => Object.hasOwn(one, path));
    const pages = samples?.[path];
    const page = pages?.[Number(query.get("page") ?? "1") - 1];
    if (method !== "GET" || page === undefined) return { status: 404, json: { error: `nothing at ${path}` } };
    return { status: 200, json: page };
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
  const read: JsonValue = JSON.parse(await readFile(file, "utf8"));
  const samples = isObject(read) ? Object.entries(read) : [];
  const stray = samples.find(([path, pages]) => !path.startsWith("/") || !Array.isArray(pages));
  if (samples.length === 0 || stray !== undefined)
    throw new Error(
      `${file}: what an API answers is an object of paths, each with a list of pages: {"/3/movie/popular": [{…}, {…}]}.`,
    );
  return Object.fromEntries(samples.map(([path, pages]) => [path, Array.isArray(pages) ? pages : []]));
}
