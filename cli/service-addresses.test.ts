import { expect, it } from "vitest";
import { serviceAddresses } from "./service-addresses.js";

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
