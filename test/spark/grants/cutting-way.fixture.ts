import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * A way to a server's socket, or to its port on this machine, on which messages can be lost.
 * @param onMessage is told what each message has
 */
export function cuttingWay(socket: string | number, onMessage: (text: string) => void = () => {}) {
  let count = 0;
  let cut: { readonly at: number; readonly when: "before" | "after" | "never" } | undefined;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = typeof socket === "number" ? connect(socket, "127.0.0.1") : connect(socket);
    for (const one of [client, database]) {
      open.add(one);
      one.on("error", () => {});
      one.on("close", () => {
        open.delete(one);
        client.destroy();
        database.destroy();
      });
    }
    let [isLost, isSilent] = [false, false];
    client.on("data", (chunk) => {
      count += 1;
      onMessage(chunk.toString("latin1"));
      if (cut?.at === count && cut.when === "before") return void client.destroy();
      if (cut?.at === count && cut.when === "never") isSilent = true;
      if (isSilent) return;
      if (cut?.at === count) isLost = true;
      database.write(chunk);
    });
    database.on("data", (chunk) => {
      if (isLost) client.destroy();
      else client.write(chunk);
    });
  });
  return {
    listen: () =>
      new Promise<number>((done) => {
        server.listen(0, "127.0.0.1", () => {
          const address: AddressInfo | string | null = server.address();
          done(typeof address === "object" && address !== null ? address.port : 0);
        });
      }),
    messages: () => count,
    cutAt: (at: number | undefined, when: "before" | "after" | "never" = "before") => {
      count = 0;
      cut = at === undefined ? undefined : { at, when };
    },
    close: () => {
      for (const one of open) one.destroy();
      server.close();
    },
  };
}
