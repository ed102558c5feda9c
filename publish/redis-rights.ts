import type { Json } from "../compiler/emit/json.js";
import type { RedisPlace } from "./destination.js";
import type { Patience } from "./patience.js";
import { textAt } from "./records.js";
import { type Categories, categoriesIn, changesOfUser, type HeldUser, selectorsOf, usersIn } from "./redis-acl.js";
import { onRedis, type RedisServer } from "./redis-client.js";
import type { RightsRow } from "./rights.js";
import type { PasswordOf, RightsKeeper } from "./rights-keeper.js";

/** The rights of users of one Redis server: what they have is read user by user, and the script's commands are sent in one transaction. */
export const redisKeeper = (place: RedisPlace, passwordOf: PasswordOf, { operation }: Patience): RightsKeeper => ({
  where: `the Redis of connections.${place.connection} (${place.host}:${place.port}), as ${place.user}`,
  opened: async (use) =>
    onRedis(place, await passwordOf(place), operation, async (server) =>
      use({
        differences: (wanted) => differences(server, wanted),
        bring: (wanted) => bring(server, wanted),
      }),
    ),
});

async function differences(server: RedisServer, wanted: Json): Promise<readonly RightsRow[]> {
  const about = factsIn(textOf(await server.ask(["INFO"])));
  const stop = stopOf(about);
  if (stop !== undefined) return [{ action: "stop", grantee: undefined, privilege: stop, object: undefined }];
  const users = usersIn(textAt(wanted, "script") ?? "");
  const held: (HeldUser | undefined)[] = [];
  for (const { name } of users) held.push(heldIn(await server.ask(["ACL", "GETUSER", name])));
  const categories = await categoriesOf(
    server,
    held.filter((one) => one !== undefined),
  );
  return [
    ...users.flatMap((user, at) => {
      const one = held[at];
      return changesOfUser(user, one && selectorsOf(one, categories));
    }),
    ...(await keptOf(server, about)),
  ];
}

/** All at once, or none: what is sent before EXEC is forgotten where the connection breaks off. https://redis.io/docs/latest/develop/using-commands/transactions/ */
async function bring(server: RedisServer, wanted: Json): Promise<void> {
  await server.ask(["MULTI"]);
  for (const { command } of usersIn(textAt(wanted, "script") ?? "")) await server.ask(command);
  const done = await server.ask(["EXEC"]);
  const failed = (Array.isArray(done) ? done : [done]).find((reply) => reply !== "OK");
  if (failed !== undefined) throw failed instanceof Error ? failed : new Error("EXEC answers something unknown");
  const left = await differences(server, wanted);
  if (left.some(({ action }) => action === "keep")) await server.ask(["ACL", "SAVE"]);
  const other = left.filter(({ action }) => action !== "keep" && action !== "hand");
  if (other.length > 0)
    throw new Error(
      `it took the commands, and has something else: ${other.map(({ grantee, privilege }) => `${grantee} ${privilege}`).join(", ")}`,
    );
}

/** `name:value` lines. https://redis.io/docs/latest/commands/info/ */
const factsIn = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/^([a-z_0-9]+):(.*?)\r?$/gm)].map(([, name = "", value = ""]) => [name, value] as const));

function stopOf(about: ReadonlyMap<string, string>): string | undefined {
  const version = about.get("redis_version") ?? "";
  if (!(Number.parseInt(version, 10) >= 7)) return `Redis ${version} has no selectors, which need 7.0 or later`;
  const mode = about.get("redis_mode");
  if (mode === "cluster")
    return "it is one node of a cluster, and users are each node's own: take the connection's 'identity' out, and run the script at each node";
  // It takes the commands, for users of its own. https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/
  if (mode === "sentinel") return "it is a sentinel, which holds no keys: name the server that it watches over";
  return undefined;
}

/** Users are in memory: who writes them where the server reads them when it starts. https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/ */
async function keptOf(server: RedisServer, about: ReadonlyMap<string, string>): Promise<readonly RightsRow[]> {
  const row = (action: RightsRow["action"], privilege: string): RightsRow => ({
    ...{ action, privilege, grantee: undefined, object: undefined },
  });
  const answer = await server.ask(["CONFIG", "GET", "aclfile"]);
  const file = Array.isArray(answer) ? textOf(answer[1]) : "";
  const replicas = Number(about.get("connected_slaves") ?? 0);
  const followed =
    about.get("role") === "slave" ? `${about.get("master_host")}:${about.get("master_port")}` : undefined;
  const forgotten =
    (about.get("config_file") ?? "") === ""
      ? "Is forgotten when the server restarts, which has neither an 'aclfile' nor a file of its configuration; publish again then"
      : "Is forgotten when the server restarts, which has no 'aclfile'; 'CONFIG REWRITE' there keeps it, and all else that was configured since it started";
  return [
    ...(file === ""
      ? [row("hand", forgotten)]
      : [row("keep", "ACL SAVE, which keeps all users of the server as they are now")]),
    ...(replicas === 0
      ? []
      : [row("hand", `To be run at each of its ${replicas} replicas too, whose users are their own: the script`)]),
    ...(followed === undefined
      ? []
      : [row("hand", `To be run at ${followed} too, of which it is a replica with users of its own: the script`)]),
  ];
}

async function categoriesOf(server: RedisServer, users: readonly HeldUser[]): Promise<Categories> {
  const named = categoriesIn(users);
  const all = named.includes("all") ? listOf(await server.ask(["ACL", "CAT"])) : [];
  const known = new Map<string, readonly string[]>();
  for (const name of new Set([...named.filter((one) => one !== "all"), ...all]))
    known.set(name, listOf(await server.ask(["ACL", "CAT", name])));
  return named.includes("all") ? known.set("all", [...new Set([...known.values()].flat())]) : known;
}

/** A list of names and values by turns. */
function heldIn(reply: unknown): HeldUser | undefined {
  if (reply === null) return undefined;
  const root = pairsIn(reply);
  const selectors = root.get("selectors");
  if (!Array.isArray(selectors)) throw new Error("ACL GETUSER answers something unknown");
  return {
    rules: [root, ...selectors.map(pairsIn)].map((one) => ({
      commands: textOf(one.get("commands")),
      keys: textOf(one.get("keys")),
      channels: textOf(one.get("channels")),
    })),
  };
}

function pairsIn(reply: unknown): ReadonlyMap<string, unknown> {
  if (!Array.isArray(reply)) throw new Error("ACL GETUSER answers something unknown");
  const names = reply.filter((_, at) => at % 2 === 0).map(textOf);
  return new Map(names.map((name, at): [string, unknown] => [name, reply[2 * at + 1]]));
}

function textOf(value: unknown): string {
  if (typeof value !== "string") throw new Error("The server answers something that is no text");
  return value;
}

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(textOf) : []);
