import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readForm } from "./form.js";
import type { Reader } from "./reader.js";
import { NotKnown } from "./tokens.js";

/** Asks for the folders with files of Parquet that a text does not name. */
export interface FoldersQuery {
  /** Below which they are looked for, with a slash at its end. */
  readonly below: string;
  readonly source: string;
  /** The variable with the text. */
  readonly used: string;
}

const form = `SELECT [f].[folder] AS [folder]
  FROM (
    SELECT DISTINCT N'#below' + [r].filepath(1) + N'/' + [r].filepath(2) + N'/' AS [folder]
    FROM OPENROWSET(
      BULK '#files',
      DATA_SOURCE = '#source',
      FORMAT = 'PARQUET'
    ) WITH (
      [#column] #type
    ) AS [r]
  ) AS [f]
  WHERE CHARINDEX([f].[folder], #used) = 0
  ORDER BY [f].[folder]`;

/** https://learn.microsoft.com/azure/synapse-analytics/sql/query-specific-files#filepath */
export function parseFoldersQuery(reader: Reader): FoldersQuery {
  const read = readForm(reader, form);
  const below = read("below");
  if (read("files") !== `${below}*/*/*.parquet`)
    throw new NotKnown(`The folders of ${read("files")} are not known here.`);
  return { below, source: read("source"), used: read("used") };
}

/** The folders, of two levels, that have files of Parquet. */
export function foldersBelow(root: string, below: string): readonly string[] {
  const namesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);
  return namesIn(join(root, below)).flatMap((run) =>
    namesIn(join(root, below, run))
      .filter((partition) => namesIn(join(root, below, run, partition)).some((file) => file.endsWith(".parquet")))
      .map((partition) => `${below}${run}/${partition}/`),
  );
}
