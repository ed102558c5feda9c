import { createHash } from "node:crypto";
import { BlobServiceClient, type ContainerClient } from "@azure/storage-blob";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Azure, startAzure } from "../../local/azure/azure.js";
import { makeCertificate } from "../../local/azure/certificate.js";
import type { Principal } from "../../local/azure/principal.js";
import { owner } from "./clients.js";

const account = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/state";
const blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";
const reader: Principal = {
  id: "00000000-0000-0000-0000-00000000000c",
  client: "00000000-0000-0000-0000-0000000000cc",
  grants: [{ scope: `${account}/blobServices/default/containers/things`, actions: [], dataActions: [`${blobs}/read`] }],
};

const certificate = makeCertificate(Date.now());
let azure: Azure;
let things: ContainerClient;
let now = Date.parse("2026-01-01T00:00:00.400Z");

/** The vendor's own client as it is, over https. */
function containerFor({ id }: Principal, audience = "https://storage.azure.com"): ContainerClient {
  const token = () => azure.token(id, audience);
  const credential = { getToken: async () => ({ token: token(), expiresOnTimestamp: Date.now() + 3_600_000 }) };
  const options = { retryOptions: { maxTries: 1 }, tlsOptions: { ca: certificate.cert } };
  return new BlobServiceClient(`${azure.blob}/state`, credential, options).getContainerClient("things");
}

beforeAll(async () => {
  azure = await startAzure({
    principals: [owner, reader],
    tls: certificate,
    settings: { now: () => now, accounts: { state: account } },
  });
});
afterAll(() => azure.stop());

beforeEach(async () => {
  azure.control.play(undefined);
  now += 120_000;
  things = containerFor(owner);
  await things.deleteIfExists();
  now += 30_000;
  await things.create();
});

const put = (name: string, text = "x", options = {}) =>
  things.getBlockBlobClient(name).upload(text, Buffer.byteLength(text), options);

it("has containers", async () => {
  await expect(things.create()).rejects.toMatchObject({ statusCode: 409, code: "ContainerAlreadyExists" });
  expect(await things.exists()).toBe(true);
  await things.delete();
  expect(await things.exists()).toBe(false);
  now += 29_999;
  await expect(things.create()).rejects.toMatchObject({ statusCode: 409, code: "ContainerBeingDeleted" });
  await expect(put("a")).rejects.toMatchObject({ statusCode: 404, code: "ContainerNotFound" });
});

it("gives back what was put, whole and in part", async () => {
  const text = 'żółw & <b> "x"\n';
  await put("a folder/ż?.json", text, {
    blobHTTPHeaders: { blobContentType: "application/json" },
    metadata: { plan: "1" },
  });
  const blob = things.getBlobClient("a folder/ż?.json");
  expect((await blob.downloadToBuffer()).toString()).toBe(text);
  expect((await blob.downloadToBuffer(0, 2)).toString()).toBe("ż");
  const { contentType, metadata, contentLength, leaseState } = await blob.getProperties();
  expect({ contentType, metadata, contentLength, leaseState }).toEqual({
    contentType: "application/json",
    metadata: { plan: "1" },
    contentLength: Buffer.byteLength(text),
    leaseState: "available",
  });
  await blob.delete();
  await expect(blob.delete()).rejects.toMatchObject({ statusCode: 404, code: "BlobNotFound" });
});

it("creates only what is not there, and changes only what is as it was", async () => {
  const onlyNew = { conditions: { ifNoneMatch: "*" } };
  const { etag: first = "" } = await put("a", "1", onlyNew);
  await expect(put("a", "2", onlyNew)).rejects.toMatchObject({ statusCode: 409, code: "BlobAlreadyExists" });
  const { etag: second } = await put("a", "2", { conditions: { ifMatch: first } });
  const late = put("a", "3", { conditions: { ifMatch: first } });
  await expect(late).rejects.toMatchObject({ statusCode: 412, code: "ConditionNotMet" });
  const gone = put("b", "1", { conditions: { ifMatch: "*" } });
  await expect(gone).rejects.toMatchObject({ statusCode: 412, code: "ConditionNotMet" });
  await expect(things.getBlobClient("a").delete({ conditions: { ifMatch: first } })).rejects.toMatchObject({
    statusCode: 412,
  });
  const same = things.getBlobClient("a").download(0, undefined, { conditions: { ifNoneMatch: second ?? "" } });
  await expect(same).rejects.toMatchObject({ statusCode: 304 });
  const { lastModified = new Date() } = await things.getBlobClient("a").getProperties();
  const since = things.getBlobClient("a").getProperties({ conditions: { ifModifiedSince: lastModified } });
  await expect(since).rejects.toMatchObject({ statusCode: 304 });
});

it("lists by prefix, in pages and by folder", async () => {
  for (const name of ["b/2", "b/1", "a", "b/c/3", "z&<"]) await put(name);
  const names = [];
  for await (const page of things.listBlobsFlat({ prefix: "b" }).byPage({ maxPageSize: 2 })) {
    names.push(page.segment.blobItems.map(({ name }) => name));
  }
  expect(names).toEqual([["b/1", "b/2"], ["b/c/3"]]);
  const all = [];
  for await (const item of things.listBlobsByHierarchy("/")) all.push(`${item.kind} ${item.name}`);
  expect(all).toEqual(["prefix b/", "blob a", "blob z&<"]);
});

it("goes on with a list where a blob is gone meanwhile, and gives no empty page", async () => {
  for (const name of ["a", "b", "c", "d"]) await put(name);
  const names = [];
  for await (const page of things.listBlobsFlat().byPage({ maxPageSize: 2 })) {
    names.push(...page.segment.blobItems.map(({ name }) => name));
    await things.deleteBlob("c").catch(() => undefined);
  }
  expect(names).toEqual(["a", "b", "d"]);
  const none = things.listBlobsFlat().byPage({ maxPageSize: -1 }).next();
  await expect(none).rejects.toMatchObject({ statusCode: 400, code: "OutOfRangeQueryParameterValue" });
});

it("takes a token only from who asks in a version that has them", async () => {
  const plain = await startAzure({ principals: [owner] });
  const asked = async (headers: Readonly<Record<string, string>>) => {
    const token = plain.token(owner.id, "https://storage.azure.com");
    const response = await fetch(`${plain.blob}/state?comp=list`, {
      headers: { Authorization: `Bearer ${token}`, ...headers },
    });
    const [, detail] = /<AuthenticationErrorDetail>(.*)<\/AuthenticationErrorDetail>/.exec(await response.text()) ?? [];
    return [response.status, response.headers.get("x-ms-error-code"), detail];
  };
  const refused = [403, "AuthenticationFailed", "Authentication scheme Bearer is not supported in this version."];
  expect(await asked({ "x-ms-version": "2021-12-02" })).toEqual([200, null, undefined]);
  expect(await asked({ "x-ms-version": "2017-07-29" })).toEqual(refused);
  expect(await asked({})).toEqual(refused);
  await plain.stop();
});

it("keeps only content whose MD5 is what is said of it", async () => {
  const md5 = (text: string) => ({
    blobHTTPHeaders: { blobContentMD5: createHash("md5").update(text).digest() },
  });
  await put("a", "x", md5("x"));
  await expect(put("a", "x", md5("y"))).rejects.toMatchObject({ statusCode: 400, code: "Md5Mismatch" });
  const short = { blobHTTPHeaders: { blobContentMD5: Buffer.from("x") } };
  await expect(put("a", "x", short)).rejects.toMatchObject({ statusCode: 400, code: "InvalidMd5" });
});

it("refuses names and metadata that are too long, or no identifiers", async () => {
  await put("n".repeat(1024));
  for (const name of ["n".repeat(1025), Array.from({ length: 255 }, () => "n").join("/")])
    await expect(put(name)).rejects.toMatchObject({ statusCode: 400, code: "OutOfRangeInput" });
  await put("a", "x", { metadata: { sluice_project: "p", long: "x".repeat(8000) } });
  const large = put("a", "x", { metadata: { long: "x".repeat(8189) } });
  await expect(large).rejects.toMatchObject({ statusCode: 400, code: "MetadataTooLarge" });
  const dash = put("a", "x", { metadata: { "sluice-project": "p" } });
  await expect(dash).rejects.toMatchObject({ statusCode: 400, code: "InvalidMetadata" });
});

const one = "00000000-0000-0000-0000-000000000001";

it.each([
  ["", {}, "MissingRequiredHeader"],
  ["", { "x-ms-blob-type": "PageBlob" }, "InvalidHeaderValue"],
  ["", { "x-ms-blob-type": "BlockBlob", "If-Unmodified-Since": "yesterday" }, "InvalidHeaderValue"],
  ["?comp=lease", { "x-ms-lease-action": "acquire" }, "MissingRequiredHeader"],
  ["?comp=lease", { "x-ms-lease-action": "change", "x-ms-proposed-lease-id": one }, "MissingRequiredHeader"],
])("refuses a request%s with the headers %j", async (query, headers, code) => {
  const plain = await startAzure({
    principals: [owner],
    seed: (store) => {
      store.containers.set("state/things", {
        ...{ account: "state", name: "things", etag: '"0x1"', modifiedAt: 0, metadata: {} },
      });
    },
  });
  const ask = async (more: string, given: Readonly<Record<string, string>>) => {
    const Authorization = `Bearer ${plain.token(owner.id, "https://storage.azure.com")}`;
    const headers = { Authorization, "x-ms-version": "2021-12-02", ...given };
    return (await fetch(`${plain.blob}/state/things/a${more}`, { method: "PUT", headers, body: "x" })).headers;
  };
  await ask("", { "x-ms-blob-type": "BlockBlob" });
  await ask("?comp=lease", {
    ...{ "x-ms-lease-action": "acquire", "x-ms-lease-duration": "-1", "x-ms-proposed-lease-id": one },
  });
  expect((await ask(query, headers)).get("x-ms-error-code")).toBe(code);
  await plain.stop();
});

it("lets one hold a lease, for as long as it lasts", async () => {
  await put("lock");
  const blob = things.getBlobClient("lock");
  const [mine, other] = [blob.getBlobLeaseClient(), blob.getBlobLeaseClient()];
  await expect(mine.acquireLease(14)).rejects.toMatchObject({ code: "InvalidHeaderValue" });
  await mine.acquireLease(15);
  await expect(other.acquireLease(15)).rejects.toMatchObject({ statusCode: 409, code: "LeaseAlreadyPresent" });
  await expect(put("lock")).rejects.toMatchObject({ statusCode: 412, code: "LeaseIdMissing" });
  const foreign = put("lock", "x", { conditions: { leaseId: other.leaseId } });
  await expect(foreign).rejects.toMatchObject({ statusCode: 412, code: "LeaseIdMismatchWithBlobOperation" });
  await put("lock", "mine", { conditions: { leaseId: mine.leaseId } });
  now += 14_000;
  await mine.renewLease();
  now += 14_000;
  expect((await blob.getProperties()).leaseState).toBe("leased");
  now += 1_000;
  expect((await blob.getProperties()).leaseState).toBe("expired");
  const late = put("lock", "x", { conditions: { leaseId: mine.leaseId } });
  await expect(late).rejects.toMatchObject({ statusCode: 412, code: "LeaseLost" });
  await mine.renewLease();
  now += 15_000;
  await other.acquireLease(-1);
  await expect(mine.renewLease()).rejects.toMatchObject({ code: "LeaseIdMismatchWithLeaseOperation" });
  await other.releaseLease();
  await expect(other.renewLease()).rejects.toMatchObject({ code: "LeaseNotPresentWithLeaseOperation" });
});

it("forgets a lease that has run out when somebody else writes", async () => {
  await put("lock");
  const lease = things.getBlobClient("lock").getBlobLeaseClient();
  await lease.acquireLease(15);
  now += 15_000;
  await put("lock", "other");
  await expect(lease.renewLease()).rejects.toMatchObject({ code: "LeaseNotPresentWithLeaseOperation" });
});

it("breaks a lease after what is left of it", async () => {
  await put("lock");
  const blob = things.getBlobClient("lock");
  const lease = blob.getBlobLeaseClient();
  await expect(lease.breakLease(0)).rejects.toMatchObject({ code: "LeaseNotPresentWithLeaseOperation" });
  await lease.acquireLease(60);
  now += 20_000;
  expect((await lease.breakLease(60)).leaseTime).toBe(40);
  expect((await blob.getProperties()).leaseState).toBe("breaking");
  await expect(lease.renewLease()).rejects.toMatchObject({ code: "LeaseIsBrokenAndCannotBeRenewed" });
  now += 40_000;
  expect((await blob.getProperties()).leaseState).toBe("broken");
  await blob.getBlobLeaseClient().acquireLease(15);
});

it("lets a principal do what its role has on the container", async () => {
  await put("a");
  const few = containerFor(reader);
  expect(await few.getBlobClient("a").exists()).toBe(true);
  await expect(few.getBlockBlobClient("b").upload("x", 1)).rejects.toMatchObject({
    statusCode: 403,
    code: "AuthorizationPermissionMismatch",
  });
  const wrong = containerFor(owner, "https://management.azure.com").getBlobClient("a").download();
  await expect(wrong).rejects.toMatchObject({ statusCode: 401, code: "InvalidAuthenticationInfo" });
});

it("answers 503 when it is busy", async () => {
  azure.control.play(() => ({ kind: "unable", status: 503 }));
  await expect(put("a")).rejects.toMatchObject({ statusCode: 503, code: "ServerBusy" });
});
