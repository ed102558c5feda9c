import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { auth, Client, policies, types } from "cassandra-driver";
import type { CassandraEngine } from "../../../local/engines/engine.js";
import { type CassandraServer, startCassandra } from "./cassandra-server.js";
import { cuttingWay } from "./cutting-way.fixture.js";

/** A cluster of Cassandra, and a way to it on which messages can be lost. */
export interface KeptCassandra {
  readonly server: CassandraServer;
  /** `127.0.0.1:40001`: the way. */
  readonly address: string;
  readonly cutAt: ReturnType<typeof cuttingWay>["cutAt"];
  /** The messages that went the way since it was last asked. */
  sent(): readonly string[];
  /** As the superuser that it begins with. */
  readonly admin: Client;
  told(...statements: readonly string[]): Promise<void>;
  held(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export async function keptCassandra(engine: CassandraEngine): Promise<KeptCassandra> {
  const server = await startCassandra(engine, encrypted(engine.java));
  let sent: string[] = [];
  const way = cuttingWay(server.port, (text) => sent.push(text));
  const port = await way.listen();
  const admin = new Client({
    contactPoints: [`127.0.0.1:${server.port}`],
    authProvider: new auth.PlainTextAuthProvider("cassandra", "cassandra"),
    policies: { loadBalancing: new policies.loadBalancing.RoundRobinPolicy() },
    protocolOptions: { maxVersion: types.protocolVersion.v4 },
    isMetadataSyncEnabled: false,
  });
  return {
    ...{ server, admin, cutAt: way.cutAt, address: `127.0.0.1:${port}`, held: async () => heldIn(admin) },
    sent() {
      const all = sent;
      sent = [];
      return all;
    },
    async told(...statements) {
      for (const one of statements) await admin.execute(one);
    },
    async stop() {
      await admin.shutdown();
      way.close();
      await server.stop();
    },
  };
}

/** A certificate that nobody signed; who does not ask for encryption is let in too. */
const encrypted = (java: string) => async (folder: string) => {
  const [keystore, secret] = [join(folder, "keystore"), "of-the-store"];
  const subject = ["-dname", "CN=localhost", "-ext", "san=dns:localhost", "-keyalg", "EC", "-alias", "node"];
  const kept = ["-storetype", "PKCS12", "-keystore", keystore, "-storepass", secret];
  await promisify(execFile)(join(dirname(java), "keytool"), ["-genkeypair", ...subject, ...kept]);
  return `client_encryption_options: { enabled: true, optional: true, keystore: ${keystore}, keystore_password: ${secret}, store_type: PKCS12 }\n`;
};

/** All that the cluster keeps of roles and their rights, each right for itself; who makes a role is given rights on it. */
async function heldIn(admin: Client): Promise<readonly string[]> {
  const roles = await admin.execute("SELECT role, is_superuser, can_login, member_of FROM system_auth.roles");
  const rights = await admin.execute("SELECT role, resource, permissions FROM system_auth.role_permissions");
  return [
    ...roles.rows.map((row) => JSON.stringify(row.values())),
    ...rights.rows.flatMap((row) => {
      const permissions: unknown = row.get("permissions");
      const each: readonly unknown[] = Array.isArray(permissions) ? permissions : [];
      return each.map((one) => JSON.stringify([row.get("role"), row.get("resource"), one]));
    }),
  ].sort();
}
