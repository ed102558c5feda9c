/** The external data source that is the lake: views find their tables below it. */
export const lakeSource = "lake";

/** The external file format by which external tables read Delta. */
export const deltaFormat = "delta";

/** The one in which what is kept as files of its own is written. */
export const parquetFormat = "parquet";

/** Where the scripts of a warehouse stand; `connection`: its name. */
export const viewsFile = (connection: string): string => `common/sql/${connection}/views.sql`;

export const databaseFile = (connection: string, environment: string): string =>
  `env/${environment}/sql/${connection}/1-database.sql`;

export const sourcesFile = (connection: string, environment: string): string =>
  `env/${environment}/sql/${connection}/2-lake.sql`;

export const localFile = (connection: string, environment: string): string =>
  `env/${environment}/warehouse/${connection}.json`;

/** The tables of a dedicated SQL pool, which a load leads to the lake of one environment. */
export const tablesFile = (connection: string, environment: string): string =>
  `env/${environment}/sql/${connection}/tables.sql`;

export const localPoolFile = (connection: string, environment: string): string =>
  `env/${environment}/dedicated/${connection}.json`;
