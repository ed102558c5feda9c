import { createServer, type Server, type Socket } from "node:net";
import { connect, createServer as createTlsServer } from "node:tls";
import { expect, it } from "vitest";
import type { RedisPlace } from "./destination.js";
import { patient } from "./patience.js";
import { redisKeeper } from "./redis-rights.js";
import { tlsOf } from "./tls.js";

/* Servers that no test has in earnest: old ones, those with replicas, and those that speak TLS. */

const script = 'ACL SETUSER reader resetkeys resetchannels nocommands clearselectors "(%R~a:* +get)"';

/** What a server of some version says. https://redis.io/docs/latest/develop/reference/protocol-spec/ */
const answering = (info: string) => (socket: Socket) => {
  const bulk = (text: string) => `$${text.length}\r\n${text}\r\n`;
  socket.on("error", () => {});
  socket.on("data", (sent) => {
    for (const [, command = ""] of sent.toString().matchAll(/\*\d+\r\n\$\d+\r\n([A-Z]+)\r\n/g)) {
      if (command === "AUTH") socket.write("+OK\r\n");
      else if (command === "INFO") socket.write(bulk(info.replaceAll("\n", "\r\n")));
      else if (command === "ACL") socket.write("$-1\r\n");
      else if (command === "CONFIG") socket.write(`*2\r\n${bulk("aclfile")}${bulk("")}`);
      else socket.write("-ERR unknown command\r\n");
    }
  });
};

async function rowsOf(server: Server, at: (port: number) => Partial<RedisPlace>) {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  try {
    const address = server.address();
    const port = address !== null && typeof address === "object" ? address.port : 0;
    const place: RedisPlace = {
      ...{ engine: "redis", connection: "cache", host: "127.0.0.1", port, reachedAt: undefined, user: "admin" },
      ...{ ssl: "verify-full", password: { vault: "https://shop.vault.azure.net", secret: "password" } },
      ...at(port),
    };
    const keeper = redisKeeper(place, async () => "canary", { ...patient, operation: 1500 });
    const rows = await keeper.opened((session) => session.differences({ script }));
    return rows.map(({ action, privilege }) => `${action} ${privilege}`);
  } finally {
    server.close();
  }
}

const plain = { ssl: "disable" } as const;

it("says of a server before 7.0 that it has no selectors", async () => {
  const rows = await rowsOf(createServer(answering("redis_version:6.2.14\nredis_mode:standalone\n")), () => plain);
  expect(rows).toEqual(["stop Redis 6.2.14 has no selectors, which need 7.0 or later"]);
});

it("tells of replicas, whose users are their own", async () => {
  const info = "redis_version:7.2.4\nredis_mode:standalone\nconfig_file:/etc/redis.conf\nconnected_slaves:2\n";
  expect(await rowsOf(createServer(answering(info)), () => plain)).toEqual([
    "make USER",
    "grant +get",
    expect.stringMatching(/^hand Is forgotten .* 'CONFIG REWRITE' there keeps it/),
    "hand To be run at each of its 2 replicas too, whose users are their own: the script",
  ]);
});

it("tells of the server that it follows, where it is a replica itself", async () => {
  const facts = "role:slave\nmaster_host:10.0.0.4\nmaster_port:6380\nconnected_slaves:0\n";
  const info = `redis_version:7.2.4\nredis_mode:standalone\nconfig_file:\n${facts}`;
  expect(await rowsOf(createServer(answering(info)), () => plain)).toEqual([
    "make USER",
    "grant +get",
    expect.stringMatching(/^hand Is forgotten/),
    "hand To be run at 10.0.0.4:6380 too, of which it is a replica with users of its own: the script",
  ]);
});

it("brings nothing to a sentinel, whose users are none of the server's", async () => {
  const rows = await rowsOf(createServer(answering("redis_version:7.2.4\nredis_mode:sentinel\n")), () => plain);
  expect(rows).toEqual(["stop it is a sentinel, which holds no keys: name the server that it watches over"]);
});

/** Of cache.example.org, signed by itself, until 2126. */
const certificate = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBrTCCAVOgAwIBAgIUarmBhb0BqePkp4RecBVB+e0tSBUwCgYIKoZIzj0EAwIw
HDEaMBgGA1UEAwwRY2FjaGUuZXhhbXBsZS5vcmcwIBcNMjYxMTI4MTIwMzA2WhgP
MjEyNjExMDQxMjAzMDZaMBwxGjAYBgNVBAMMEWNhY2hlLmV4YW1wbGUub3JnMFkw
EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEzDohXE7DdO585o9e4oEcuqfelt1Bqfl9
pLqTme6/R2WAL3SOweU0DTgiyWdqWSdQGjrmybSd94klTGhIUw4WeKNxMG8wHQYD
VR0OBBYEFBhxLz2RynIzysxnclK3dV4QPZ8PMB8GA1UdIwQYMBaAFBhxLz2RynIz
ysxnclK3dV4QPZ8PMA8GA1UdEwEB/wQFMAMBAf8wHAYDVR0RBBUwE4IRY2FjaGUu
ZXhhbXBsZS5vcmcwCgYIKoZIzj0EAwIDSAAwRQIhAJfD5AkwNmeXT/6w8bDtuDDG
RB9w6czSIWWTkdwMp33oAiBUWg0Aku83Ux+WG+Rx4W8SU4mz9IyWW3/Z50T1NS4O
cQ==
-----END CERTIFICATE-----`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgJS/b4dPPXWsdmxd0
OeGFRp7Y5oB0Lsge7JbVze7UN9ChRANCAATMOiFcTsN07nzmj17igRy6p96W3UGp
+X2kupOZ7r9HZYAvdI7B5TQNOCLJZ2pZJ1AaOubJtJ33iSVMaEhTDhZ4
-----END PRIVATE KEY-----`,
};

it("verifies an address as well as a name, and asks for names alone", async () => {
  const place = { host: "127.0.0.1", reachedAt: undefined, ssl: "verify-full" } as const;
  expect(tlsOf({ ...place, host: "cache.example.org" })).toEqual({
    rejectUnauthorized: true,
    servername: "cache.example.org",
  });
  expect(tlsOf(place)).not.toHaveProperty("servername");
  const server = createTlsServer(certificate, (socket) => socket.end());
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const refused = await new Promise<string>((done) =>
    connect({ host: place.host, port, ca: certificate.cert, ...tlsOf(place) })
      .on("error", ({ message }) => done(message))
      .on("secureConnect", () => done("let in")),
  );
  server.close();
  expect(refused).toMatch(/IP: 127\.0\.0\.1 is not in the cert's list/);
});

it("speaks TLS where nothing else is said, and verifies the server", async () => {
  const info = "redis_version:6.0.0\n";
  const tls = () => createTlsServer(certificate, answering(info));
  await expect(rowsOf(tls(), () => ({}))).rejects.toThrow(/self-signed certificate/);
  await expect(rowsOf(tls(), () => ({ ssl: "verify-ca" }))).rejects.toThrow(/self-signed certificate/);
  expect(await rowsOf(tls(), () => ({ ssl: "require" }))).toHaveLength(1);
  // Who does not speak it is not spoken to openly.
  await expect(rowsOf(createServer(answering(info)), () => ({}))).rejects.toThrow();
});
