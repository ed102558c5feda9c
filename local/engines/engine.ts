import type { SparkApi } from "./versions.js";

/** What it takes to start Spark on this machine. */
export interface SparkEngine {
  /** How a session reaches it. */
  readonly api: SparkApi;
  /** A Python that has PySpark, Delta and pandas. */
  readonly python: string;
  /** What the session needs on its class path, in front of Spark's own. */
  readonly jars: readonly string[];
  /** As the session takes them: one with blanks stands in quotes. */
  readonly javaOptions: readonly string[];
  /** What the process needs on top of the user's own environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** What it takes to start a Kafka broker on this machine. */
export interface KafkaEngine {
  readonly java: string;
  readonly javaOptions: readonly string[];
  /** What Java needs on its class path. */
  readonly classpath: string;
}

/** What it takes to start databases on this machine. */
export interface SqlEngine {
  /** A Python that has py4j. */
  readonly python: string;
  /** What Java needs on its class path. */
  readonly classpath: string;
  /** What the process needs on top of the user's own environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** What it takes to start a PostgreSQL server on this machine. */
export interface PackagesEngine {
  /** A Python that finds the packages in `env`. */
  readonly python: string;
  /** What the process needs on top of the user's own environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** What it takes to start a Cassandra server on this machine, and what asks it. */
export interface CassandraEngine {
  readonly java: string;
  /** What Java needs on its class path. */
  readonly classpath: string;
  /** The agent that measures objects, which the server needs in its JVM. */
  readonly agent: string;
  /** A Python that finds the driver in `env`. */
  readonly python: string;
  /** Cassandra's own shell, a program of that Python. */
  readonly cqlsh: string;
  /** What the Python needs on top of the user's own environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** A PostgreSQL server, and what asks it. */
export interface PostgresEngine {
  /** A Python that finds pg8000 in `env`. */
  readonly python: string;
  /** The server's own folder, with `bin`, `lib` and `share`. */
  readonly home: string;
  /** What the process needs on top of the user's own environment. */
  readonly env: Readonly<Record<string, string>>;
}
