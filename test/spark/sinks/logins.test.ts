import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.js";
import { ensureKafka, ensureSpark } from "../../../local/engines/engines.js";
import { type Broker, startBroker } from "../../../local/kafka/broker.js";
import { ensureTopic } from "../../../local/kafka/topics.js";
import { type Runner, startRunner } from "../../../local/runner/runner.js";
import { targets } from "../../../targets/index.js";
import { memoryHost } from "../../golden.js";

/**
 * The logins of the project's module, as they are but for TLS, at a broker that asks for them as Event Hubs does: a
 * connection string as the password of one user, or a token that a server gives to an application.
 */
const connectionString = 'Endpoint=sb://ns/;SharedAccessKeyName=n;SharedAccessKey=a"b\\c=';
const application = { id: "an-application", secret: 'its "secret" \\' };

const folder = mkdtempSync(join(tmpdir(), "sluice-logins-"));
const artifacts = join(folder, "common/databricks/notebook");
const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

let tokens: Server;
let broker: Broker;
let runner: Runner;

beforeAll(async () => {
  const [project = "", pipeline = ""] = readFileSync("test/golden/project-sinks/input.yaml", "utf8").split("---\n");
  const compiled = compile(memoryHost({ "sluice.yaml": project, "pipelines/orders.yaml": pipeline }), targets);
  for (const { path, body } of compiled.artifacts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), body);
  }
  writeFileSync(join(artifacts, "orders/login.py"), notebook);
  tokens = await tokenServer();
  const spark = await ensureSpark(console.log);
  broker = await startBroker({
    engine: await ensureKafka(spark, console.log),
    python: spark.python,
    folder: join(folder, "kafka"),
    login: {
      "listener.name.login.sasl.enabled.mechanisms": "PLAIN,OAUTHBEARER",
      "listener.name.login.plain.sasl.jaas.config": `org.apache.kafka.common.security.plain.PlainLoginModule required user_$ConnectionString="${connectionString.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}";`,
      "listener.name.login.oauthbearer.sasl.jaas.config":
        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;",
      "listener.name.login.oauthbearer.sasl.server.callback.handler.class":
        "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler",
      "sasl.oauthbearer.jwks.endpoint.url": `${addressOf(tokens)}/keys`,
      "sasl.oauthbearer.expected.audience": "sluice",
    },
  });
  for (const topic of ["password", "application", "refused"]) await ensureTopic(broker.bootstrap, topic, 1);
  runner = await startRunner(spark, {
    folder: join(folder, "spark"),
    env: { RIGHT: connectionString, WRONG: `${connectionString}x`, APPLICATION: application.secret },
  });
});

afterAll(async () => {
  await runner?.stop();
  await broker?.stop();
  tokens?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends one event and reads it, with the module's own functions. */
const notebook = `# Databricks notebook source
# MAGIC %run ../common

# COMMAND ----------

login = json.loads(parameter("login"))
topic = parameter("topic")
connection = {**kafka_options(parameter("servers"), **login), "kafka.security.protocol": "SASL_PLAINTEXT"}
if "kafka.sasl.oauthbearer.token.endpoint.url" in connection:
    print(connection["kafka.sasl.oauthbearer.token.endpoint.url"])
    connection["kafka.sasl.oauthbearer.token.endpoint.url"] = parameter("tokens")
spark.createDataFrame([("hello",)], "value string").write.format("kafka").options(**sending_to(topic, connection)).save()
run = (
    hub_events(topic, connection)
    .writeStream.format("memory").queryName(topic)
    .option("checkpointLocation", parameter("checkpoint")).trigger(availableNow=True).start()
)
run.awaitTermination()
print(spark.table(topic).selectExpr("cast(body as string)").first()[0])
`;

async function loggedIn(topic: string, login: Readonly<Record<string, string>>) {
  const printed: string[] = [];
  const parameters = {
    ...{ topic, login: JSON.stringify(login), servers: broker.guarded, tokens: `${addressOf(tokens)}/token` },
    ...{ checkpoint: join(folder, "checkpoints", topic), vault: "environment" },
  };
  const outcome = await runner.run(
    [{ name: topic, path: join(artifacts, "orders/login.py"), form: "databricks", parameters }],
    (event) => event.kind === "printed" && printed.push(event.line),
  );
  return { outcome, printed };
}

it("a connection string is the password of Event Hubs' one user, whatever characters it has", async () => {
  const login = { identity: "password", user: "$ConnectionString", password: "right" };
  expect(await loggedIn("password", login)).toEqual({ outcome: { kind: "done" }, printed: ["hello"] });
});

it("a wrong connection string is refused", async () => {
  const login = { identity: "password", user: "$ConnectionString", password: "wrong" };
  const { outcome } = await loggedIn("refused", login);
  expect(outcome).toMatchObject({ kind: "failed" });
  expect(JSON.stringify(outcome)).toContain("Authentication failed");
});

it("an application fetches a token with its secret, for the namespace, in its own tenant", async () => {
  const login = {
    ...{ identity: "application", client_id: application.id, tenant: "a-tenant", client_secret: "application" },
  };
  expect(await loggedIn("application", login)).toEqual({
    outcome: { kind: "done" },
    printed: ["https://login.microsoftonline.com/a-tenant/oauth2/v2.0/token", "hello"],
  });
});

/** Gives tokens as Entra ID does, and the key that they are signed with. */
function tokenServer(): Promise<Server> {
  const expected = `Basic ${Buffer.from(`${application.id}:${application.secret}`).toString("base64")}`;
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      const form = new URLSearchParams(body);
      const isKeys = request.url === "/keys";
      const isRight =
        request.headers.authorization === expected &&
        form.get("grant_type") === "client_credentials" &&
        form.get("scope") === "https://127.0.0.1/.default";
      response.statusCode = isKeys || isRight ? 200 : 401;
      response.setHeader("content-type", "application/json");
      const key = { ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" };
      response.end(
        JSON.stringify(isKeys ? { keys: [key] } : { access_token: token(privateKey), token_type: "Bearer" }),
      );
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

function token(key: KeyObject): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: application.id, aud: "sluice", scope: "hubs", iat: now, exp: now + 3600 };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "RS256", kid: "one", typ: "JWT" })}.${part(claims)}`;
  return `${signed}.${sign("sha256", Buffer.from(signed), key).toString("base64url")}`;
}

function addressOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}
