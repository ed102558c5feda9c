import { createReadStream } from "node:fs";

/** One record of a CSV file, and the line that it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What stands between cells, and around one that holds any of it. */
export interface CsvForm {
  readonly delimiter: string;
  readonly quote: string;
}

/** The records of a CSV file (RFC 4180, UTF-8), its header first. Lines end in LF or CRLF; empty lines are skipped. */
export async function* readCsvFile(path: string): AsyncGenerator<CsvRecord> {
  const file = createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 18 });
  yield* readCsv(file, path);
}

/**
 * The records of CSV text that comes in pieces. A quoted cell may hold commas, line ends and doubled quotes; a quote
 * that never closes and text behind a closing quote are errors, since both mean that cells have run together.
 */
export async function* readCsv(
  pieces: AsyncIterable<string> | Iterable<string>,
  name: string,
  { delimiter, quote }: CsvForm = { delimiter: ",", quote: '"' },
): AsyncGenerator<CsvRecord> {
  let state: "start" | "plain" | "quoted" | "closed" = "start";
  let cell = "";
  let cells: string[] = [];
  let line = 1;
  let beganAt = 1;
  let isFirst = true;
  for await (const piece of pieces) {
    const text = isFirst ? piece.replace(/^\uFEFF/, "") : piece;
    isFirst = false;
    const complete: CsvRecord[] = [];
    for (const character of text) {
      if (state === "quoted") {
        if (character === quote) state = "closed";
        else cell += character;
        if (character === "\n") line += 1;
        continue;
      }
      if (character === quote && (state === "start" || state === "closed")) {
        // A quote right behind a closing one was a doubled quote, which stands for one.
        if (state === "closed") cell += quote;
        state = "quoted";
      } else if (character === delimiter) {
        cells.push(cell);
        cell = "";
        state = "start";
      } else if (character === "\n") {
        cells.push(state === "plain" && cell.endsWith("\r") ? cell.slice(0, -1) : cell);
        line += 1;
        if (cells.length > 1 || cells[0] !== "" || state === "closed") complete.push({ line: beganAt, cells });
        beganAt = line;
        cells = [];
        cell = "";
        state = "start";
      } else if (state === "closed") {
        if (character !== "\r") throw new Error(`${name}:${line}: text stands behind a closing quote.`);
      } else {
        cell += character;
        state = "plain";
      }
    }
    yield* complete;
  }
  if (state === "quoted") throw new Error(`${name}:${beganAt}: a quote is opened in this record and never closed.`);
  if (cells.length > 0 || cell !== "" || state === "closed") {
    yield { line: beganAt, cells: [...cells, state === "plain" ? cell.replace(/\r$/, "") : cell] };
  }
}
