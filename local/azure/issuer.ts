import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** What a token says. */
export interface Claims {
  /** The principal's object id. */
  readonly oid: string;
  /** The services that the token is for, without `/.default`; in the cloud it is always one. */
  readonly aud: string | readonly string[];
  /** Seconds since 1970. */
  readonly exp: number;
}

/** Whose tokens the stand-in believes: what Microsoft Entra ID is to Azure. */
export interface Issuer {
  issue(principal: string, audience: string | readonly string[], seconds?: number): string;
  read(authorization: string | undefined): Claims | "missing" | "unknown" | "expired";
}

/** Tokens have the form of JSON web tokens (https://www.rfc-editor.org/rfc/rfc7519), signed with a secret that lives as long as this. */
export function createIssuer(now: () => number): Issuer {
  const secret = randomBytes(32);
  const signed = (text: string): string => createHmac("sha256", secret).update(text).digest("base64url");
  return {
    issue(principal, audience, seconds = 3600) {
      const claims: Claims = { oid: principal, aud: audience, exp: Math.floor(now() / 1000) + seconds };
      const text = `${encoded({ alg: "HS256", typ: "JWT" })}.${encoded(claims)}`;
      return `${text}.${signed(text)}`;
    },
    read(authorization) {
      const [, head, payload, signature] = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/i.exec(authorization ?? "") ?? [];
      if (authorization === undefined) return "missing";
      if (head === undefined || payload === undefined || signature === undefined) return "unknown";
      if (!isSame(signature, signed(`${head}.${payload}`))) return "unknown";
      const claims: Claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
      return claims.exp * 1000 <= now() ? "expired" : claims;
    },
  };
}

/** Whether a token is for one of a service's names; a slash at the end makes no difference. */
export const isFor = ({ aud }: Claims, names: readonly string[]): boolean =>
  [aud].flat().some((one) => names.includes(one.replace(/\/$/, "")));

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
