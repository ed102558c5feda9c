import { readFile } from "node:fs/promises";
import { printJson } from "../adf/expression/print-json.js";
import { parseJson } from "../adf/expression/read-json.js";
import { isObject, type Value } from "../adf/expression/value.js";
import { type Reply, type Requested, serve } from "./serve.js";

/** Rows that an API has at a path, and how it parts them into pages. */
export interface RowsAt {
  /** With a query, all of which must be asked for: `orders?state=paid`. */
  readonly path: string;
  /** The names that lead to the list of rows in an answer. */
  readonly rows: readonly string[];
  readonly paging:
    | { readonly kind: "none" }
    | { readonly kind: "next"; readonly next: readonly string[] }
    | { readonly kind: "page"; readonly parameter: string; readonly first: number }
    | { readonly kind: "offset"; readonly parameter: string; readonly size: number };
}

/** An API whose rows are those of samples. */
export interface RowsApi {
  /** `http://127.0.0.1:49152` */
  readonly address: string;
  /** From now on these are its rows at a path. */
  readonly show: (at: RowsAt, rows: readonly Value[]) => void;
  readonly stop: () => Promise<void>;
}

export interface RowsApiRequest {
  /** What all paths begin with: `api/v2`; may be empty. */
  readonly base: string;
  /** The header that must come with a key; undefined: none. */
  readonly key: { readonly header: string; readonly value: string } | undefined;
  /** How many rows a page has, if it is not asked for by how many are skipped. */
  readonly pageSize: number;
}

/** Starts an API that has no rows yet: what it is asked for is not found. */
export async function startRowsApi({ base, key, pageSize }: RowsApiRequest): Promise<RowsApi> {
  const shown = new Map<string, { readonly at: RowsAt; readonly rows: readonly Value[] }>();
  const server = await serve((asked): Reply => {
    if (key && asked.headers[key.header.toLowerCase()] !== key.value) return failed(401, "the key is not known");
    const found = [...shown.values()].find(({ at }) => isAskedFor(asked, base, at.path));
    if (asked.method !== "GET" || found === undefined) return failed(404, `nothing at ${asked.path}`);
    return answer(asked, found.at, found.rows, pageSize);
  });
  return {
    ...server,
    show: (at, rows) => {
      shown.set(at.path, { at, rows });
    },
  };
}

const failed = (status: number, error: string): Reply => ({ status, json: { error } });

function isAskedFor({ path, query }: Requested, base: string, at: string): boolean {
  const { pathname, searchParams } = new URL(at, "http://here/");
  return (
    path === `${base === "" ? "" : `/${base}`}${pathname}` &&
    [...searchParams].every(([name, value]) => query.get(name) === value)
  );
}

/** The parameter by which the address of a next page says where that begins. */
const continuation = "continue_at";

function answer({ url, query }: Requested, at: RowsAt, rows: readonly Value[], pageSize: number): Reply {
  const { paging } = at;
  const size = paging.kind === "offset" ? paging.size : paging.kind === "none" ? rows.length : pageSize;
  const from = beginning(query, paging, size);
  if (from === undefined) return failed(400, "there is no such page");
  const body = within({}, at.rows, rows.slice(from, from + size));
  if (paging.kind !== "next") return page(body);
  const next = new URL(url);
  next.searchParams.set(continuation, String(from + size));
  return page(within(body, paging.next, from + size < rows.length ? next.href : null));
}

const page = (body: Value): Reply => ({ status: 200, type: "application/json; charset=utf-8", text: printJson(body) });

/** The first row of a page; undefined where none is asked for as it must be. */
function beginning(query: URLSearchParams, paging: RowsAt["paging"], size: number): number | undefined {
  if (paging.kind === "none") return 0;
  const text = paging.kind === "next" ? (query.get(continuation) ?? "0") : query.get(paging.parameter);
  if (text === null || !/^\d+$/.test(text)) return undefined;
  if (paging.kind !== "page") return Number(text);
  return Number(text) < paging.first ? undefined : (Number(text) - paging.first) * size;
}

/** The same object with a value where names lead. */
function within(body: Value, [name, ...rest]: readonly string[], value: Value): Value {
  if (name === undefined) return value;
  const object = isObject(body) ? body : {};
  return { ...object, [name]: within(object[name] ?? {}, rest, value) };
}

/** Reads a file with an object on each line. An error says which line is none. */
export async function readRows(file: string): Promise<readonly Value[]> {
  const lines = (await readFile(file, "utf8")).split("\n");
  return lines.flatMap((line, at) => {
    if (line.trim() === "") return [];
    try {
      const row = parseJson(line);
      if (isObject(row)) return [row];
    } catch {
      // told below
    }
    throw new Error(`${file}:${at + 1}: it is no JSON object.`);
  });
}
