import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PostgresEngine } from "../../../local/engines/engine.js";

/** `user`: a superuser if none is said. */
export type Step =
  | { readonly script: string; readonly user?: string }
  | { readonly query: string }
  | { readonly attempts: readonly (readonly [role: string, statement: string])[] };

export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** What each step came to, on a server that is made for them: a failure or null; rows; a SQLSTATE or null for each attempt. */
export async function onServer(engine: PostgresEngine, steps: readonly Step[]): Promise<readonly unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), "sluice-grants-test-"));
  try {
    const python = spawn(
      engine.python,
      ["test/spark/grants/server.py", "local/sql", engine.home, join(folder, "postgres")],
      { env: { ...engine.env, PYTHONDONTWRITEBYTECODE: "1" }, stdio: ["pipe", "pipe", "pipe"] },
    );
    python.stdin.end(JSON.stringify(steps));
    const [out, log, code] = await Promise.all([
      textOf(python.stdout),
      textOf(python.stderr),
      new Promise((resolve) => python.on("close", resolve)),
    ]);
    if (code !== 0) throw new Error(log.slice(-3000));
    const results: unknown = JSON.parse(out);
    return Array.isArray(results) ? results : [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
