import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "../../compiler/compile.js";
import type { Artifact } from "../../compiler/emit/artifact.js";
import type { Privilege } from "../../compiler/model/grant.js";
import { createAclService } from "../../local/azure/blob/acl-service.js";
import { type AclTree, createTree } from "../../local/azure/blob/acl-tree.js";
import { createControls, type Script } from "../../local/azure/control.js";
import { createIssuer } from "../../local/azure/issuer.js";
import { listen } from "../../local/azure/listener.js";
import { targets } from "../../targets/index.js";
import { memoryHost } from "../golden.js";

/** Who is granted what on which table: `reads`, or `writes` with all that goes with it. */
export interface Declared {
  readonly principal: string;
  readonly table: string;
  readonly may: "reads" | "writes";
}

export const tables = ["silver.sales", "silver.users", "gold.stores"] as const;
export const folderOf = (table: string): string => table.replace(".", "/");

/** The principals of the project, as access lists know them. */
export const principals = {
  analysts: { kind: "group", id: "00000000-0000-0000-0000-00000000e001" },
  clerks: { kind: "group", id: "00000000-0000-0000-0000-00000000e002" },
  anna: { kind: "user", id: "00000000-0000-0000-0000-00000000a001" },
  loader: { kind: "service_principal", id: "00000000-0000-0000-0000-00000000d001" },
} as const;

export type PrincipalName = keyof typeof principals;

const all: readonly Privilege[] = ["select", "insert", "update", "delete"];

/** The project that declares this. */
export function projectOf(declared: readonly Declared[]): Readonly<Record<string, string>> {
  const words = Object.entries(principals).map(
    ([name, { kind, id }]) => `  ${name}: { entra: { ${kind}: ${name}, object_id: ${id} } }`,
  );
  const names = [...new Set(declared.map(({ principal }) => principal))];
  const grants = names.flatMap((name) => [
    `  ${name}:`,
    ...declared
      .filter(({ principal }) => principal === name)
      .map(({ table, may }) => {
        const privileges = may === "reads" ? ["select"] : all;
        return `    ${table}: { privileges: [${privileges.join(", ")}], files: true }`;
      }),
  ]);
  return {
    "sluice.yaml": `version: 1
project: shop
platform: { spark: databricks }
lake: { account: shopprod }
compute: { small: { workers: 1 } }
connections:
  events: { kind: kafka, servers: "broker:9092" }
principals:
${words.join("\n")}
environments:
  local: { on: this-machine }
  prod:
    databricks: https://adb-1.azuredatabricks.net
    compute: { small: { node: Standard_D4ds_v5 } }
`,
    "pipelines/sales.yaml": `pipeline: sales
sources:
  sales: { kind: kafka, connection: events, topic: sales, partitions: 1, format: json, columns: { id: bigint, store: int } }
bronze:
  sales: { from: sources.sales }
silver:
  sales: { from: bronze.sales, columns: { id: id, store: store } }
  users: { from: bronze.sales, columns: { id: id } }
gold:
  stores: { from: silver.sales, columns: { store: store } }
${grants.length === 0 ? "" : `grants:\n${grants.join("\n")}\n`}`,
  };
}

type Made = Pick<Artifact, "path" | "body">;

export interface Ran {
  readonly code: number;
  readonly text: string;
}

/** A storage account with the container of the lake, and somebody who may change its lists. */
export interface Lake {
  readonly tree: AclTree;
  /** Runs what is made of the project, as somebody does by hand. */
  readonly run: (declared: readonly Declared[], options?: readonly string[]) => Promise<Ran>;
  /** Runs the program that was made of any project, with what is in its `prod`. */
  readonly bring: (artifacts: readonly Made[], options?: readonly string[]) => Promise<Ran>;
  readonly play: (script: Script | undefined) => void;
  /** The changes that were asked for. */
  readonly writes: () => number;
}

export const pipeline = "00000000-0000-0000-0000-0000000000aa";
const admin = "00000000-0000-0000-0000-0000000000ad";

/** As the tables' pipeline has written them, and what else is in a lake. */
const written: readonly string[] = [
  ...tables.flatMap((table) =>
    ["_delta_log/00000000000000000000.json", "part-1.parquet", "day=1/part-2.parquet"].map(
      (name) => `${folderOf(table)}/${name}`,
    ),
  ),
  "checkpoints/sales/offsets/0",
  "silver/users_quarantine/part-1.parquet",
];

export interface LakeRequest {
  /** The files that are there; default: those of the project that declares rights. */
  readonly files?: readonly string[];
  readonly onSet?: (path: string, tree: AclTree) => void;
  /** What Azure Resource Manager answers, by path. */
  readonly arm?: (path: string, query: URLSearchParams) => unknown;
}

export async function withLake(work: (lake: Lake) => Promise<void>, request: LakeRequest = {}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sluice-lake-"));
  const tree = createTree("$superuser", "$superuser");
  for (const path of request.files ?? written) tree.make(path, false, pipeline);
  const [controls, issuer] = [createControls(), createIssuer(() => Date.now())];
  const service = createAclService({
    containers: new Map([["lake", tree]]),
    superusers: [admin],
    pageSize: 5,
    onSet: (path) => request.onSet?.(path, tree),
  });
  const storage = await listen({ service, controls, issuer, port: 0, latency: 0, onChange: () => {} });
  const arm = createServer((asked, answer) => {
    const url = new URL(asked.url ?? "/", "http://arm");
    const found = request.arm?.(decodeURIComponent(url.pathname), url.searchParams);
    answer.writeHead(found === undefined ? 404 : 200, { "content-type": "application/json" });
    answer.end(JSON.stringify(found ?? { error: { code: "NotFound" } }));
  });
  await new Promise<void>((resolve) => arm.listen(0, "127.0.0.1", resolve));
  const address = arm.address();
  const environment = {
    PATH: process.env["PATH"] ?? "",
    SLUICE_DFS: storage.url,
    SLUICE_ARM: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    SLUICE_STORAGE_TOKEN: issuer.issue(admin, "https://storage.azure.com"),
    SLUICE_ARM_TOKEN: "arm",
  };
  const bring: Lake["bring"] = (artifacts, options = ["--without-roles"]) => {
    const bodyOf = (path: string) => artifacts.find((one) => one.path === path)?.body ?? "";
    const [program, config] = [join(folder, "file_rights.py"), join(folder, "lake.files.json")];
    writeFileSync(program, bodyOf("common/grants/file_rights.py"));
    writeFileSync(config, bodyOf("env/prod/grants/lake.files.json"));
    return python([program, config, ...options], environment);
  };
  try {
    await work({
      bring,
      tree,
      play: (script) => controls.play(script),
      writes: () => controls.writes().length,
      run(declared, options) {
        const { artifacts, diagnostics } = compile(memoryHost(projectOf(declared)), targets);
        const errors = diagnostics.filter(({ severity }) => severity === "error");
        if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
        return bring(artifacts, options);
      },
    });
  } finally {
    await storage.stop();
    arm.close();
    rmSync(folder, { recursive: true });
  }
}

const python = (given: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> =>
  new Promise((resolve) => {
    execFile("python3", ["-B", "-X", "utf8", ...given], { env, encoding: "utf8" }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, text: `${stdout}${stderr}` });
    });
  });
