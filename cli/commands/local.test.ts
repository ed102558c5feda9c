import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { plain } from "../../compiler/diagnostics/frame.js";
import { runCommand } from "../main.js";

const cwd = mkdtempSync(join(tmpdir(), "sluice-local-"));
afterAll(() => rmSync(cwd, { recursive: true }));

/** The command until it has said where it is, its variables, and Ctrl-C as it alone hears it. */
async function started(...words: readonly string[]) {
  const others = process.listeners("SIGINT");
  let out = "";
  let speak = (): void => {};
  const hasSpoken = new Promise<void>((resolve) => {
    speak = resolve;
  });
  const ended = runCommand(["local", "azure", ...words], {
    cwd,
    now: () => 0,
    palette: plain,
    out: (text) => {
      out += text;
      speak();
    },
    err: () => {},
  });
  await hasSpoken;
  const variables = new Map(
    [...out.matchAll(/^export (\w+)=(.+)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
  const interrupt = () => {
    for (const ear of process.listeners("SIGINT").filter((one) => !others.includes(one))) ear("SIGINT");
  };
  return { variables, interrupt, ended };
}

it.each<[option: string, value: string]>([
  ["--state", "a-file/below"],
  ["--port", "65532"],
  ["--securable", "table/shop.orders"],
  ...(process.platform === "linux" ? [["--state", "/proc/sluice"] satisfies [string, string]] : []),
])("refuses %s %s before it listens", async (option, value) => {
  writeFileSync(join(cwd, "a-file"), "");
  let said = "";
  const err = (text: string) => {
    said += text;
  };
  const world = { cwd, now: () => 0, palette: plain, out: () => {}, err };
  expect(await runCommand(["local", "azure", option, value], world)).toBe(2);
  expect(said).toContain(value);
});

it("says what leads to it, has what it is told to have, keeps it, and ends by Ctrl-C", async () => {
  const account = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/lake";
  const given = [
    ...["--factory", "s/g/f-1", "--integration-runtime", "self-hosted", "--container", "lake/state"],
    ...["--workspace", "s/g/ws-1", "--pool", "small", "--credential", "deployer", "--secret", "shop/admin=a=b"],
    ...["--resource", account, "--principal", "00000000-0000-0000-0000-00000000000a"],
    ...["--securable", "view/shop.sales.days", "--identity", "grp-analysts"],
  ];
  const first = await started("--state", "kept", ...given);
  first.interrupt();
  expect(await first.ended).toBe(0);
  const folder = '{"path":"/Shared/a"}';
  const second = await started("--state", "kept", ...given);
  const { variables } = second;
  const headers = { Authorization: `Bearer ${variables.get("SLUICE_TOKEN")}` };
  const factory = "/subscriptions/s/resourceGroups/g/providers/Microsoft.DataFactory/factories/f-1";
  const found = [
    await fetch(`${variables.get("SLUICE_ARM")}${factory}?api-version=2018-06-01`, { headers }),
    await fetch(`${variables.get("SLUICE_ARM")}${factory}/integrationRuntimes/self-hosted?api-version=2018-06-01`, {
      headers,
    }),
    await fetch(`${variables.get("SLUICE_ARM")}${factory}/credentials/deployer?api-version=2018-06-01`, { headers }),
    await fetch(
      `${variables.get("SLUICE_ARM")}/subscriptions/s/resourceGroups/g/providers/Microsoft.Synapse/workspaces/ws-1/bigDataPools/small?api-version=2021-06-01-preview`,
      { headers },
    ),
    await fetch(`${variables.get("SLUICE_SYNAPSE")}/notebooks?api-version=2020-12-01`, { headers }),
    // Storage takes tokens only with a version that has them.
    await fetch(`${variables.get("SLUICE_BLOB")}/state?restype=container`, {
      headers: { ...headers, "x-ms-version": "2025-11-05" },
    }),
    await fetch(`${variables.get("SLUICE_VAULT")}/secrets/admin?api-version=7.4`, { headers }),
    await fetch(`${variables.get("SLUICE_DATABRICKS")}/api/2.0/workspace/mkdirs`, {
      method: "POST",
      headers,
      body: folder,
    }),
    await fetch(`${variables.get("SLUICE_DATABRICKS")}/api/2.1/unity-catalog/permissions/table/shop.sales.days`, {
      method: "PATCH",
      headers,
      body: '{"changes":[{"principal":"grp-analysts","add":["SELECT"]}]}',
    }),
  ];
  expect(found.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 200]);
  expect(await found[6]?.json()).toMatchObject({ value: "a=b" });
  second.interrupt();
  expect(await second.ended).toBe(0);
  const third = await started("--state", "kept");
  const kept = await fetch(`${third.variables.get("SLUICE_DATABRICKS")}/api/2.0/workspace/get-status?path=/Shared/a`, {
    headers: { Authorization: `Bearer ${third.variables.get("SLUICE_TOKEN")}` },
  });
  expect(kept.status).toBe(200);
  third.interrupt();
  expect(await third.ended).toBe(0);
});

it("wants to be told what", async () => {
  const world = { cwd, now: () => 0, palette: plain, out: () => {}, err: () => {} };
  expect(await runCommand(["local"], world)).toBe(2);
  expect(await runCommand(["local", "gcp"], world)).toBe(2);
  expect(await runCommand(["local", "azure", "--factory", "f-1"], world)).toBe(2);
  expect(await runCommand(["local", "azure", "--workspace", "s/g/WS"], world)).toBe(2);
});
