import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeCertificate } from "../../local/azure/certificate.js";
import { answering } from "../spark/grants/answering.fixture.js";
import { cuttingWay } from "../spark/grants/cutting-way.fixture.js";

/** The service that tokens are for. */
const audience = "https://database.windows.net";

/** A server by the protocol of SQL Server, and a way to it on which messages can be lost. */
export interface TdsServer {
  /** `127.0.0.1:40001` */
  readonly address: string;
  /** The certificate's own, PEM: whoever takes it as an authority believes the server. */
  readonly cert: string;
  /** As the program answers it. */
  ask(question: object): Promise<unknown>;
  /** How many messages of clients have come to the way. */
  readonly messages: () => number;
  readonly cutAt: ReturnType<typeof cuttingWay>["cutAt"];
  stop(): Promise<void>;
}

/** @param users passwords of users that it has itself */
export async function tdsServer(
  users: Readonly<Record<string, string>> = {},
  {
    python: command = "python3",
    script = "test/publish/tds_server.py",
    env = process.env,
    more = [],
  }: {
    readonly python?: string;
    readonly script?: string;
    readonly env?: NodeJS.ProcessEnv;
    readonly more?: readonly string[];
  } = {},
): Promise<TdsServer> {
  const folder = mkdtempSync(join(tmpdir(), "sluice-tds-"));
  const { cert, key } = makeCertificate(Date.now());
  const [place, certFile, keyFile] = ["tds", "cert.pem", "key.pem"].map((name) => join(folder, name));
  writeFileSync(certFile ?? "", cert);
  writeFileSync(keyFile ?? "", key);
  const words = [place, certFile, keyFile, audience, JSON.stringify(users), ...more].map(String);
  const python = spawn(command, ["-B", script, ...words], { env, stdio: ["pipe", "pipe", "inherit"] });
  const server = answering(python);
  await server.answer();
  const way = cuttingWay(place ?? "");
  const port = await way.listen();
  return {
    address: `127.0.0.1:${port}`,
    cert,
    ask: server.ask,
    messages: way.messages,
    cutAt: way.cutAt,
    stop: async () => {
      way.close();
      await server.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
