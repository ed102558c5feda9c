import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CassandraEngine } from "../../../local/engines/engine.js";
import { startKept, tailOf } from "../../../local/processes/kept.js";
import { freePorts } from "../../../local/processes/ports.js";

/**
 * `cqlsh`: options of the shell, which runs `script`; it answers `{ code, out, errors }`. `statements` and `query`: as the superuser
 * that a cluster begins with. `attempts`: each as a user whose password is `of <user>`.
 */
export type Step =
  | { readonly cqlsh: readonly string[]; readonly script: string }
  | { readonly statements: readonly string[] }
  | { readonly query: string }
  | { readonly attempts: readonly (readonly [user: string, statement: string])[] };

/** A cluster of one node that asks who one is and what he may, and forgets nothing of it for a while. */
export interface CassandraServer {
  readonly port: number;
  /** Takes steps, and tells what each came to. */
  readonly ask: (steps: readonly Step[]) => Promise<readonly unknown[]>;
  stop(): Promise<void>;
}

export async function onCassandra(
  engine: CassandraEngine,
  body: (port: number, ask: CassandraServer["ask"]) => Promise<void>,
): Promise<void> {
  const server = await startCassandra(engine);
  try {
    await body(server.port, server.ask);
  } finally {
    await server.stop();
  }
}

/** @param more lines of its settings, made of its folder */
export async function startCassandra(
  engine: CassandraEngine,
  more: (folder: string) => Promise<string> = async () => "",
): Promise<CassandraServer> {
  const folder = await mkdtemp(join(tmpdir(), "cassandra-"));
  const [port = 0, storage = 0] = await freePorts(2);
  await writeFile(join(folder, "cassandra.yaml"), settings(port, storage) + (await more(folder)));
  await writeFile(join(folder, "logback.xml"), logging);
  const log = join(folder, "log");
  const server = await startKept({
    python: engine.python,
    record: join(folder, "process.json"),
    command: [engine.java, ...options(engine, folder), "-cp", engine.classpath, daemon],
    env: {},
    cwd: folder,
    log,
  });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    // The role may be made before anybody is let in.
    const isUp = async () =>
      (await readFile(log, "utf8")).includes("Created default superuser role") && (await isReached(port));
    for (let tries = 0; !(await isUp()); tries++) {
      if (server.hasEnded() || tries > 900) throw new Error(`Cassandra does not start.\n${await tailOf(log)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, ask: (steps) => asked(engine, port, steps), stop };
}

const isReached = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });

/** What each step came to. */
async function asked(engine: CassandraEngine, port: number, steps: readonly Step[]): Promise<readonly unknown[]> {
  const python = spawn(engine.python, ["test/spark/grants/cassandra_steps.py", engine.cqlsh, String(port)], {
    env: { ...engine.env, PYTHONDONTWRITEBYTECODE: "1" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  python.stdin.end(JSON.stringify(steps));
  const [out, errors, code] = await Promise.all([
    textOf(python.stdout),
    textOf(python.stderr),
    new Promise((resolve) => python.on("close", resolve)),
  ]);
  if (code !== 0) throw new Error(errors.slice(-3000));
  const results: unknown = JSON.parse(out);
  return Array.isArray(results) ? results : [];
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

const daemon = "org.apache.cassandra.service.CassandraDaemon";

/** What is granted holds at once: by itself a node remembers it for two seconds. */
const settings = (port: number, storage: number): string => `cluster_name: test
num_tokens: 1
partitioner: org.apache.cassandra.dht.Murmur3Partitioner
authenticator: PasswordAuthenticator
authorizer: CassandraAuthorizer
role_manager: CassandraRoleManager
roles_validity: 0ms
permissions_validity: 0ms
credentials_validity: 0ms
dynamic_data_masking_enabled: true
commitlog_sync: periodic
commitlog_sync_period: 10000ms
auto_snapshot: false
seed_provider: [{ class_name: org.apache.cassandra.locator.SimpleSeedProvider, parameters: [{ seeds: "127.0.0.1:${storage}" }] }]
listen_address: 127.0.0.1
storage_port: ${storage}
rpc_address: 127.0.0.1
native_transport_port: ${port}
endpoint_snitch: SimpleSnitch
memtable_allocation_type: heap_buffers
`;

const logging = `<configuration>
  <appender name="out" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%d %level %logger{0} %msg%n</pattern></encoder></appender>
  <root level="WARN"><appender-ref ref="out"/></root>
  <logger name="org.apache.cassandra.auth.CassandraRoleManager" level="INFO"/>
</configuration>
`;

/** A node alone waits for no others, and hashes passwords quickly. Modules are opened as the vendor's own `jvm17-server.options` has it. */
const options = ({ agent }: CassandraEngine, folder: string): readonly string[] => [
  ...["-Xms128m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"],
  ...Object.entries(opened).flatMap(([module, packages]) =>
    packages.map((name) => `--add-opens=${module}/${name}=ALL-UNNAMED`),
  ),
  ...Object.entries(exported).flatMap(([module, packages]) =>
    packages.map((name) => `--add-exports=${module}/${name}=ALL-UNNAMED`),
  ),
  ...[`-javaagent:${agent}`, "-Djdk.attach.allowAttachSelf=true"],
  ...[`-Dcassandra.config=file://${folder}/cassandra.yaml`, `-Dcassandra.storagedir=${folder}`],
  ...[`-Dlogback.configurationFile=${folder}/logback.xml`, "-Dcassandra-foreground=yes"],
  ...["-Dcassandra.ring_delay_ms=0", "-Dcassandra.superuser_setup_delay_ms=0", "-Dcassandra.initial_token=0"],
  ...["-Dcassandra.skip_wait_for_gossip_to_settle=0", "-Dcassandra.auth_bcrypt_gensalt_log2_rounds=4"],
];

const opened = {
  "java.base": [
    ...["java.io", "java.lang", "java.lang.module", "java.lang.ref", "java.lang.reflect", "java.nio", "java.util"],
    ...["java.util.concurrent", "java.util.concurrent.atomic", "jdk.internal.loader", "jdk.internal.math"],
    ...["jdk.internal.misc", "jdk.internal.module", "jdk.internal.ref", "jdk.internal.reflect"],
    ...["jdk.internal.util.jar", "sun.nio.ch"],
  ],
  "jdk.management": ["com.sun.management.internal"],
} as const;

const exported = {
  "java.base": ["java.lang.ref", "jdk.internal.misc", "jdk.internal.ref", "jdk.internal.perf", "sun.nio.ch"],
  "java.management.rmi": ["com.sun.jmx.remote.internal.rmi"],
  "java.rmi": ["sun.rmi.registry", "sun.rmi.server", "sun.rmi.transport.tcp"],
  "java.sql": ["java.sql"],
  "jdk.attach": ["sun.tools.attach"],
  "jdk.compiler": ["com.sun.tools.javac.file"],
  "jdk.unsupported": ["sun.misc"],
} as const;
