import { expect, it } from "vitest";
import { serviceAddresses, standInAddress } from "./service-addresses.js";

it("takes addresses by https, and by http of this machine; an empty variable says nothing", () => {
  const variables = {
    SLUICE_ARM: "https://management.chinacloudapi.cn",
    SLUICE_BLOB: "http://127.0.0.1:10000/lake",
    SLUICE_SYNAPSE: "",
  };
  expect(serviceAddresses(variables)).toEqual(
    new Map([
      ["SLUICE_ARM", "https://management.chinacloudapi.cn"],
      ["SLUICE_BLOB", "http://127.0.0.1:10000/lake"],
    ]),
  );
});

it.each(["foo", "http://example.org", "ftp://127.0.0.1", "management.azure.com"])(
  "refuses %s by the variable's name",
  (value) => {
    const message = `SLUICE_BLOB is the address of a service, 'https://…' (or 'http://' on this machine), not '${value}'.`;
    expect(serviceAddresses({ SLUICE_BLOB: value })).toEqual({ kind: "refusal", exitCode: 2, message });
  },
);

it("takes a server that stands in for those that are asked in T-SQL by its port on this machine only", () => {
  expect(standInAddress({ SLUICE_SQL: "127.0.0.1:14330" }, "SLUICE_SQL")).toEqual({ host: "127.0.0.1", port: 14330 });
  expect(standInAddress({ SLUICE_SQL: "127.0.0.1" }, "SLUICE_SQL")).toEqual({ host: "127.0.0.1", port: 1433 });
  expect(standInAddress({}, "SLUICE_SQL")).toBeUndefined();
  for (const value of ["shop.database.windows.net", "/run/sql"])
    expect(standInAddress({ SLUICE_SQL: value }, "SLUICE_SQL")).toEqual({
      kind: "refusal",
      exitCode: 2,
      message: `SLUICE_SQL is a server on this machine, '127.0.0.1:1433', not '${value}'.`,
    });
});
