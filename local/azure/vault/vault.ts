import type { Answer, Call, Service } from "../call.js";
import { Refusal } from "../call.js";
import { isFor } from "../issuer.js";
import { isDataGranted, type Principal } from "../principal.js";
import type { Settings } from "../settings.js";
import type { Store } from "../store.js";

/** What tokens are for: https://learn.microsoft.com/azure/key-vault/general/authentication#the-key-vault-request-operation-flow-with-authentication */
export const vaultAudience = "https://vault.azure.net";

/** https://learn.microsoft.com/azure/role-based-access-control/permissions/security#microsoftkeyvault */
const getSecret = "Microsoft.KeyVault/vaults/secrets/getSecret/action";

/** https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret */
const versions = ["7.0", "7.1", "7.2", "7.3", "7.4", "7.5", "7.6", "2025-07-01"];

/**
 * Key Vaults, of which secrets are read and nothing else. In the cloud each has a host of its own; here the vault is the first part of the
 * path. Codes of errors: https://learn.microsoft.com/azure/key-vault/general/rest-error-codes
 */
export const createVaults = (store: Store, settings: Settings): Service => ({
  plane: "vault",
  answer: (call) => answered(call, store, settings),
  unable: (status) =>
    status === 429
      ? problem(
          429,
          "Throttled",
          "Request was not processed because too many requests were received. Reason: VaultRequestTypeLimitReached",
        )
      : problem(status, "InternalServerError", "The server encountered an unexpected error."),
});

function answered(call: Call, { secrets }: Store, settings: Settings): Answer {
  const [vault = "", kind, name = "", version = "", ...rest] = call.segments;
  const { client, id, grants } = authenticated(call, settings);
  const asked = call.query.get("api-version") ?? refuse(400, "BadParameter", "api-version must be specified");
  if (!versions.includes(asked)) refuse(400, "BadParameter", `The specified version (${asked}) is not recognized.`);
  if (kind !== "secrets" || name === "" || version !== "" || rest.length > 0)
    refuse(404, "NotFound", `There is no ${call.path}: only the latest version of a secret is kept here.`);
  if (call.method !== "GET") refuse(405, "MethodNotAllowed", `${call.method} is not allowed.`);
  // Whether there is one is told to nobody who may not read it.
  if (!isDataGranted(grants, getSecret, "/"))
    refuse(
      403,
      "Forbidden",
      `Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role definitions were changed recently, please observe propagation time.\r\nCaller: appid=${client};oid=${id}\r\nAction: '${getSecret}'\r\nAssignment: (not found)\r\nDecisionReason: 'DeniedWithNoValidRBAC' \r\nVault: ${vault};location=westeurope\r\n`,
      { innererror: { code: "ForbiddenByRbac" } },
    );
  const value =
    secrets.get(`${vault}/${name}`.toLowerCase()) ??
    refuse(404, "SecretNotFound", `A secret with (name/id) ${name} was not found in this key vault.`);
  return json(200, { value, id: `${call.origin}/${vault}/secrets/${name}/1`, attributes: { enabled: true } });
}

function authenticated({ caller }: Call, { principals }: Settings): Principal {
  const challenge = {
    "WWW-Authenticate": `Bearer authorization="https://login.microsoftonline.com/common", resource="${vaultAudience}"`,
  };
  if (caller === "missing")
    throw new Refusal({
      ...problem(401, "Unauthorized", "AKV10000: Request is missing a Bearer or PoP token."),
      headers: { "Content-Type": "application/json", ...challenge },
    });
  const principal = typeof caller === "string" ? undefined : principals.find(({ id }) => id === caller.oid);
  if (typeof caller !== "string" && principal !== undefined && isFor(caller, [vaultAudience])) return principal;
  throw new Refusal({
    ...problem(401, "Unauthorized", "AKV10022: Invalid audience."),
    headers: { "Content-Type": "application/json", ...challenge },
  });
}

function refuse(status: number, code: string, message: string, more: object = {}): never {
  throw new Refusal(problem(status, code, message, more));
}

const problem = (status: number, code: string, message: string, more: object = {}): Answer =>
  json(status, { error: { code, message, ...more } });

const json = (status: number, value: object): Answer => ({
  status,
  headers: { "Content-Type": "application/json; charset=utf-8" },
  body: JSON.stringify(value),
});
