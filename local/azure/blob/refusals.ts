import { type Answer, Refusal } from "../call.js";
import { xml } from "./xml.js";

/** https://learn.microsoft.com/rest/api/storageservices/blob-service-error-codes and https://learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes */
const codes = {
  NoAuthenticationInformation: [
    401,
    "Server failed to authenticate the request. Please refer to the information in the www-authenticate header.",
  ],
  // The words: https://github.com/Azure/AzureStor/issues/119
  InvalidAuthenticationInfo: [
    401,
    "Server failed to authenticate the request. Please refer to the information in the www-authenticate header.",
  ],
  AuthenticationFailed: [
    403,
    "Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.",
  ],
  AuthorizationPermissionMismatch: [
    403,
    "This request is not authorized to perform this operation using this permission.",
  ],
  InvalidUri: [400, "The requested URI does not represent any resource on the server."],
  OutOfRangeQueryParameterValue: [
    400,
    "One of the query parameters specified in the request URI is outside the permissible range.",
  ],
  OutOfRangeInput: [400, "One of the request inputs is out of range."],
  InvalidMd5: [400, "The MD5 value specified in the request is invalid. It must be 128 bits and base64-encoded."],
  Md5Mismatch: [
    400,
    "The MD5 value specified in the request did not match with the MD5 value calculated by the server.",
  ],
  InvalidMetadata: [400, "The specified metadata is invalid. It includes characters that are not permitted."],
  MetadataTooLarge: [400, "The size of the specified metadata exceeds the maximum size permitted."],
  InvalidHeaderValue: [400, "The value for one of the HTTP headers is not in the correct format."],
  InvalidResourceName: [400, "The specified resource name contains invalid characters."],
  MissingRequiredHeader: [400, "An HTTP header that's mandatory for this request is not specified."],
  UnsupportedHttpVerb: [405, "The resource doesn't support the specified HTTP verb."],
  ContainerNotFound: [404, "The specified container does not exist."],
  ContainerBeingDeleted: [409, "The specified container is being deleted."],
  ContainerAlreadyExists: [409, "The specified container already exists."],
  BlobNotFound: [404, "The specified blob does not exist."],
  BlobAlreadyExists: [409, "The specified blob already exists."],
  ConditionNotMet: [412, "The condition specified using HTTP conditional header(s) is not met."],
  InvalidRange: [416, "The range specified is invalid for the current size of the resource."],
  LeaseAlreadyPresent: [409, "There is already a lease present."],
  LeaseIdMissing: [412, "There is currently a lease on the blob and no lease ID was specified in the request."],
  LeaseIdMismatchWithBlobOperation: [412, "The lease ID specified did not match the lease ID for the blob."],
  LeaseIdMismatchWithLeaseOperation: [409, "The lease ID specified did not match the lease ID for the blob."],
  LeaseIsBreakingAndCannotBeAcquired: [
    409,
    "The lease ID matched, but the lease is currently in breaking state and cannot be acquired until it is broken.",
  ],
  LeaseIsBreakingAndCannotBeChanged: [
    409,
    "The lease ID matched, but the lease is currently in breaking state and cannot be changed.",
  ],
  LeaseIsBrokenAndCannotBeRenewed: [
    409,
    "The lease ID matched, but the lease has been broken explicitly and cannot be renewed.",
  ],
  LeaseLost: [412, "A lease ID was specified, but the lease for the blob has expired."],
  LeaseNotPresentWithBlobOperation: [412, "There is currently no lease on the blob."],
  LeaseNotPresentWithLeaseOperation: [409, "There is currently no lease on the blob."],
  ServerBusy: [503, "The server is currently unable to receive requests. Please retry your request."],
  InternalError: [500, "The server encountered an internal error. Please retry the request."],
} as const satisfies Readonly<Record<string, readonly [status: number, message: string]>>;

type Code = keyof typeof codes;

/** What stands in an answer beside the code and its message. */
interface More {
  readonly headers?: Readonly<Record<string, string>>;
  /** What is wrong with the token. */
  readonly detail?: string;
}

/** https://learn.microsoft.com/rest/api/storageservices/status-and-error-codes2 */
export function problem(code: Code, { headers = {}, detail }: More = {}): Answer {
  const [status, message] = codes[code];
  const error = xml("Error", [
    ["Code", code],
    ["Message", message],
    ["AuthenticationErrorDetail", detail],
  ]);
  return {
    status,
    headers: { "Content-Type": "application/xml", "x-ms-error-code": code, ...headers },
    body: `<?xml version="1.0" encoding="utf-8"?>${error}`,
  };
}

export function refuse(code: Code, more?: More): never {
  throw new Refusal(problem(code, more));
}
