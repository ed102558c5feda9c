import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { requirePython } from "../engines/python.js";

const worker = fileURLToPath(new URL("batch_worker.py", import.meta.url));
const batches = "pyspark.sql.connect.streaming.worker.foreach_batch_worker";

it("a worker of batches has told its secret and its number before PySpark is loaded, which may take as long as it likes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sluice-worker-"));
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    // A PySpark that is not loaded before there is a file, and a worker of it that gives back what it gets.
    const told = join(folder, "told");
    const path = join(folder, `${batches.replaceAll(".", "/")}.py`);
    mkdirSync(dirname(path), { recursive: true });
    const waiting = [
      "import os, time",
      `while not os.path.exists(${JSON.stringify(told)}):`,
      "    time.sleep(0.01)",
      "",
    ];
    writeFileSync(join(folder, "pyspark/__init__.py"), waiting.join("\n"));
    const echo = ["def main(infile, outfile):", "    outfile.write(infile.read(5))", "    outfile.flush()", ""];
    writeFileSync(path, echo.join("\n"));

    const { port } = Object(server.address());
    const env = { PYTHONPATH: folder, PYTHON_WORKER_FACTORY_PORT: `${port}`, PYTHON_WORKER_FACTORY_SECRET: "a secret" };
    const child = spawn((await requirePython()).path, [worker, "-m", batches], { env, stdio: "inherit" });
    const ended = once(child, "exit");
    const [socket]: readonly Socket[] = await once(server, "connection");
    if (socket === undefined) throw new Error("Nothing has connected.");
    const read = reader(socket);

    expect((await read(4)).readInt32BE()).toBe("a secret".length);
    expect((await read("a secret".length)).toString()).toBe("a secret");
    socket.write(Buffer.from([0, 0, 0, 2, ...Buffer.from("ok")]));
    expect((await read(4)).readInt32BE()).toBe(child.pid);
    writeFileSync(told, "");
    socket.write("batch");
    expect((await read(5)).toString()).toBe("batch");
    expect(await ended).toEqual([0, null]);
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Reads so many bytes. */
function reader(socket: Socket): (bytes: number) => Promise<Buffer> {
  return async (bytes) => {
    for (;;) {
      const found: unknown = socket.read(bytes);
      if (Buffer.isBuffer(found)) return found;
      await once(socket, "readable");
    }
  };
}
