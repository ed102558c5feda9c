import type { Answer, Call } from "../call.js";
import type { Resource } from "../store.js";
import { refuse } from "./refusals.js";

/**
 * `If-Match`: "should only be specified for update, for which it should match existing entity or can be * for unconditional
 * update" (https://learn.microsoft.com/rest/api/datafactory/pipelines/create-or-update#uri-parameters); what does not match is
 * 412 (https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1).
 */
export function checkMatch(call: Call, existing: Resource | undefined): void {
  const wanted = call.header("if-match");
  if (wanted === undefined || wanted === "") return;
  if (existing !== undefined && (wanted === "*" || bare(wanted) === existing.etag)) return;
  refuse(412, "PreconditionFailed", "The condition specified using HTTP conditional header(s) is not met.");
}

/** `If-None-Match` with the ETag of what is there: 304 and no body (https://learn.microsoft.com/rest/api/datafactory/pipelines/get#uri-parameters). */
export function unchanged(call: Call, { etag }: Resource): Answer | undefined {
  const known = call.header("if-none-match");
  if (known === undefined || (known !== "*" && bare(known) !== etag)) return undefined;
  return { status: 304, headers: { ETag: `"${etag}"` } };
}

/** The body shows an ETag without quotes, the header with them; callers send either. */
const bare = (etag: string): string => etag.replace(/^W\//, "").replaceAll('"', "");
