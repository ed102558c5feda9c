import { timingSafeEqual } from "node:crypto";
import type { Answer, Call, Service } from "../call.js";
import type { Issuer } from "../issuer.js";
import type { Settings } from "../settings.js";

export interface IdentityRequest {
  readonly issuer: Issuer;
  /** Whose tokens are given. */
  readonly principal: string;
  /** What the caller has to show: the variable IDENTITY_HEADER. */
  readonly secret: string;
  readonly settings: Settings;
}

/**
 * Gives tokens to the vendor's chain of credentials as App Service does it for a managed identity, where IDENTITY_ENDPOINT and
 * IDENTITY_HEADER are set: https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
 */
export const createIdentity = (request: IdentityRequest): Service => ({
  plane: "identity",
  answer: (call) => answered(call, request),
  unable: (status) => json(status, { error: "temporarily_unavailable", error_description: "Please try again later." }),
});

const seconds = 3600;

function answered({ query, header }: Call, { issuer, principal, secret, settings }: IdentityRequest): Answer {
  const shown = Buffer.from(header("x-identity-header") ?? "");
  if (shown.length !== secret.length || !timingSafeEqual(shown, Buffer.from(secret))) {
    return json(401, {
      error: "invalid_request",
      error_description: "The header X-IDENTITY-HEADER is not the right one.",
    });
  }
  const resource = query.get("resource");
  if (resource === null || query.get("api-version") !== "2019-08-01") {
    return json(400, {
      error: "invalid_request",
      error_description: "resource and api-version=2019-08-01 are required.",
    });
  }
  return json(200, {
    access_token: issuer.issue(principal, resource, seconds),
    expires_on: String(Math.floor(settings.now() / 1000) + seconds),
    resource,
    token_type: "Bearer",
    client_id: principal,
  });
}

const json = (status: number, value: object): Answer => ({
  status,
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(value),
});
