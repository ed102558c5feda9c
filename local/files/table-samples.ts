import { basename } from "node:path";
import { type LocalRowsFeed, type LocalTableFeed, placeOf } from "../job.js";

/** What a file of rows for a Delta table is written in, by its name. */
export const formatOf = (file: string): "json" | "csv" => (file.endsWith(".csv") ? "csv" : "json");

/** Looks at a file's name before anything is added anywhere. */
export function checkSample(file: string): void {
  if (!/^[^._].*\.(json|csv)$/.test(basename(file)))
    throw new Error(
      `${file}: rows for a Delta table come in files called '….json' (an object on each line) or '….csv' (with a header).`,
    );
}

/** What is said of a file of which nothing was added: it may be mended. */
export class UnfitFile extends Error {}

/** Sources that read one table have one table here too, which their samples make: with the same columns. */
export function assertAlike(feeds: readonly (LocalTableFeed | LocalRowsFeed)[]): void {
  const columns = (feed: LocalTableFeed | LocalRowsFeed) =>
    [
      ...feed.columns.map((column) => (typeof column === "string" ? column : `${column.name} ${column.type}`)),
      ...("is_whole" in feed && feed.is_whole ? ["all rows"] : []),
    ].toSorted();
  for (const [at, feed] of feeds.entries()) {
    const first = feeds.slice(0, at).find((other) => placeOf(other) === placeOf(feed));
    if (first && columns(first).join() !== columns(feed).join())
      throw new Error(
        `${first.source} and ${feed.source} read one table with other columns, or one reads it whole and the other does not, and on this machine its samples make it with those of one source: declare the same in both, or leave the 'producer' to the one that has all of them.`,
      );
  }
}
