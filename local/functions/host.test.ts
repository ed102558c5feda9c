import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readFunctionApp } from "./app.js";
import { type FunctionHost, startHost } from "./host.js";

const python = process.env["SLUICE_PYTHON"] || "python3";
const root = mkdtempSync(join(tmpdir(), "sluice-host-"));
const hosts: FunctionHost[] = [];
afterAll(async () => {
  await Promise.all(hosts.map((host) => host.stop()));
  rmSync(root, { recursive: true });
});

type Json = Readonly<Record<string, unknown>>;
const http = (more: Json = {}) => [
  { type: "httpTrigger", direction: "in", name: "req", ...more },
  { type: "http", direction: "out", name: "$return" },
];
const timer = [{ type: "timerTrigger", direction: "in", name: "t", schedule: "0 0 5 * * *" }];

let apps = 0;
/** Writes an app; of each function its bindings and its code. */
function write(
  functions: Readonly<Record<string, { readonly bindings: unknown; readonly code: string; readonly more?: Json }>>,
  values: Json = {},
): string {
  const folder = join(root, `app-${++apps}`);
  mkdirSync(folder);
  const put = (path: string, text: string) => writeFileSync(join(folder, path), text);
  put("host.json", JSON.stringify({ version: "2.0" }));
  put(
    "local.settings.json",
    JSON.stringify({ IsEncrypted: false, Values: { FUNCTIONS_WORKER_RUNTIME: "python", ...values } }),
  );
  for (const [name, { bindings, code, more }] of Object.entries(functions)) {
    mkdirSync(join(folder, name));
    put(join(name, "function.json"), JSON.stringify({ bindings, ...more }));
    put(join(name, "__init__.py"), code);
  }
  return folder;
}

async function start(...[functions, values]: Parameters<typeof write>): Promise<FunctionHost> {
  const app = readFunctionApp(write(functions, values));
  const host = await startHost({ app, python, settings: app.settings, log: join(root, "log") });
  hosts.push(host);
  return host;
}

const said = async (response: Response) => [response.status, await response.text()];

describe("a function with an HTTP trigger", () => {
  const echo = `import json, os
def main(req):
    return json.dumps([req.method, req.params, req.headers.get("x-a"), req.get_body().hex(), os.environ.get("OWN"), os.environ.get("HOME")])
`;

  it("gets the request and the app's settings, and none of this process's own", async () => {
    const host = await start({ echo: { bindings: http(), code: echo } }, { OWN: "a setting" });
    const headers = { "x-functions-key": host.key, "x-a": "b" };
    const body = Buffer.from([0xff, 0x00, 0xc5]);
    const answer = await fetch(`${host.address}/api/ECHO?from=1`, { method: "POST", headers, body });
    expect(await said(answer)).toEqual([200, '["POST", {"from": "1"}, "b", "ff00c5", "a setting", null]']);
  });

  it.each([
    ["function", undefined, 401],
    ["function", "wrong", 401],
    ["function", "key", 200],
    ["anonymous", undefined, 200],
    ["admin", "key", 401],
  ] as const)("that wants the key of %s answers %s with %i", async (authLevel, given, status) => {
    const host = await start({ one: { bindings: http({ authLevel }), code: 'def main(req):\n    return "a"\n' } });
    const key = given === "key" ? host.key : given;
    const headers = key === undefined ? {} : { "x-functions-key": key };
    expect((await fetch(`${host.address}/api/one`, { headers })).status).toBe(status);
    expect((await fetch(`${host.address}/api/one${key === undefined ? "" : `?code=${key}`}`)).status).toBe(status);
  });

  it("is not found by another name, nor with a method that it does not take", async () => {
    const code = "def main(req):\n    pass\n";
    const host = await start({
      one: { bindings: http({ authLevel: "anonymous", methods: ["post"] }), code },
      morning: { bindings: timer, code: "def main(t):\n    pass\n" },
    });
    expect((await fetch(`${host.address}/api/one`, { method: "POST" })).status).toBe(204);
    for (const path of ["/api/one", "/api/two", "/api/morning", "/one", "/api/one/more"])
      expect((await fetch(host.address + path)).status, path).toBe(404);
  });

  it("answers with a status of its own, or with 500 and no word where it fails", async () => {
    const code = `class Answer:
    status_code, mimetype, charset = 418, "application/json", "utf-8"
    def get_body(self):
        return b'{"a": 1}'
def main(req):
    if req.params["as"] == "answer":
        return Answer()
    if req.params["as"] == "number":
        return 7
    raise ValueError("a secret of the function")
`;
    const host = await start({ one: { bindings: http({ authLevel: "anonymous" }), code } });
    const answer = await fetch(`${host.address}/api/one?as=answer`);
    expect([answer.headers.get("content-type"), ...(await said(answer))]).toEqual([
      "application/json",
      418,
      '{"a": 1}',
    ]);
    expect(await said(await fetch(`${host.address}/api/one?as=number`))).toEqual([500, ""]);
    expect(await said(await fetch(`${host.address}/api/one?as=error`))).toEqual([500, ""]);
    expect(readFileSync(join(root, "log"), "utf8")).toMatch(
      /TypeError: an HTTP function returns .* not int[\s\S]*ValueError: a secret/,
    );
  });
});

describe("a function with a timer", () => {
  const code = 'import os\ndef main(t):\n    open(os.environ["FILE"], "a").write(str(t.past_due))\n';

  it("is run when its timer comes, and by hand with the master's key alone", async () => {
    const FILE = join(root, "ran");
    const host = await start({ morning: { bindings: timer, code } }, { FILE });
    await host.run("morning");
    expect(readFileSync(FILE, "utf8")).toBe("False");
    const byHand = (headers: Readonly<Record<string, string>>) =>
      fetch(`${host.address}/admin/functions/morning`, { method: "POST", headers, body: "{}" });
    expect((await byHand({})).status).toBe(401);
    expect((await byHand({ "x-functions-key": host.key })).status).toBe(401);
    expect((await byHand({ "x-functions-key": host.master })).status).toBe(202);
    await expect.poll(() => readFileSync(FILE, "utf8")).toBe("FalseFalse");
    await expect(host.run("evening")).rejects.toThrow(/has no function 'evening' with a timer/);
  });

  it("that fails, or ends in the middle, is told", async () => {
    const host = await start({
      fails: { bindings: timer, code: 'def main(t):\n    raise OSError("no more")\n' },
      ends: { bindings: timer, code: "import os\ndef main(t):\n    os._exit(0)\n" },
      broken: { bindings: timer, code: "def main(t:\n" },
    });
    await expect(host.run("fails")).rejects.toThrow("The function 'fails' has failed: OSError: no more");
    await expect(host.run("ends")).rejects.toThrow(/the process of 'ends' has ended in the middle/);
    await expect(host.run("broken")).rejects.toThrow(/'broken' has failed: SyntaxError/);
  });

  it("has no more time than its app gives", async () => {
    const folder = write({ slow: { bindings: timer, code: "import time\ndef main(t):\n    time.sleep(60)\n" } });
    writeFileSync(join(folder, "host.json"), JSON.stringify({ version: "2.0", functionTimeout: "00:00:01" }));
    const app = readFunctionApp(folder);
    const host = await startHost({ app, python, settings: {}, log: join(root, "log") });
    hosts.push(host);
    await expect(host.run("slow")).rejects.toThrow("it took longer than the 1 seconds of 'functionTimeout'");
  });

  it("has all the time that it takes where its app says so", async () => {
    const FILE = join(root, "endless");
    const code = `import os\ndef main(t):\n    open(os.environ["FILE"], "w").write("done")\n`;
    const folder = write({ endless: { bindings: timer, code } });
    writeFileSync(join(folder, "host.json"), JSON.stringify({ version: "2.0", functionTimeout: "-1" }));
    const app = readFunctionApp(folder);
    expect(app.seconds).toBeUndefined();
    const host = await startHost({ app, python, settings: { FILE }, log: join(root, "log") });
    hosts.push(host);
    await host.run("endless");
    expect(readFileSync(FILE, "utf8")).toBe("done");
  });

  it("ends when nobody is there any more who has asked", async () => {
    const folder = write({ slow: { bindings: timer, code: "import time\ndef main(t):\n    time.sleep(60)\n" } });
    const worker = spawn(python, ["local/functions/function_worker.py"], {
      stdio: ["pipe", "ignore", "inherit", "pipe"],
    });
    const script = join(folder, "slow", "__init__.py");
    const order = { app: folder, script, entry: "main", argument: "t", timer: { past_due: false } };
    worker.stdin?.end(`${JSON.stringify(order)}\n`);
    expect(await new Promise((resolve) => worker.once("exit", resolve))).toBe(1);
  });

  it("ends with its host", async () => {
    const FILE = join(root, "slow");
    const slow = `import os, time\ndef main(t):\n    open(os.environ["FILE"], "w").write(str(os.getpid()))\n    time.sleep(60)\n`;
    const host = await start({ slow: { bindings: timer, code: slow } }, { FILE });
    const running = host.run("slow").catch((error: Error) => error.name);
    await expect.poll(() => readPid(FILE), { timeout: 10_000 }).toBeGreaterThan(0);
    await host.stop();
    expect(await running).toBe("AbortError");
    await expect.poll(() => isAlive(readPid(FILE))).toBe(false);
  });
});

const readPid = (file: string): number => {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return 0;
  }
};

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

it("what is not done here is named before anything begins, all of it", () => {
  const code = "";
  const queue = { type: "queue", direction: "out", name: "q", queueName: "x" };
  const folder = write({
    a: { bindings: [...timer, queue], code },
    b: { bindings: [...timer, ...http()], code, more: { retry: { strategy: "fixedDelay" } } },
    c: { bindings: http({ route: "other/{id}" }), code },
    d: { bindings: [], code, more: { disabled: true } },
  });
  writeFileSync(join(folder, "host.json"), JSON.stringify({ version: "1.0", extensions: {}, functionTimeout: "5" }));
  const problems = (path: string): readonly string[] => {
    try {
      readFunctionApp(path);
    } catch (error) {
      return error instanceof Error ? error.message.replaceAll(`${path}/`, "").split("\n").slice(1, -1) : [];
    }
    return [];
  };
  expect(problems(folder)).toEqual([
    '  host.json: version: "1.0" is not done on this machine, only "2.0".',
    "  host.json: 'functionTimeout' must be a time like '00:05:00', or '-1' for no end; it is '5'.",
    "  host.json: 'extensions' is not done on this machine.",
    "  a/function.json, 'q': bindings of the type 'queue' are not done on this machine.",
    "  b/function.json: a function has one trigger.",
    "  b/function.json: 'retry' is not done on this machine.",
    "  c/function.json, 'req': 'route' is not done on this machine.",
    "  d/function.json: disabled: true is not done on this machine, only false.",
    "  d/function.json: a function has one trigger.",
  ]);
  expect(problems(join(root, "none")).at(-1)).toMatch(/there is no function in it/);
});
