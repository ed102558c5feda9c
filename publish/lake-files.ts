import { hash } from "node:crypto";
import { type BlobRequestConditions, type BlockBlobClient, ContainerClient, RestError } from "@azure/storage-blob";
import { projectTag } from "../compiler/emit/applications.js";
import { jobFiles } from "../compiler/emit/lake.js";
import type { Access } from "./access.js";
import { blobPipeline } from "./blob-pipeline.js";
import { comparable, contentOf } from "./comparable.js";
import type { Destination } from "./destination.js";
import { kinds } from "./kinds.js";
import type { Patience } from "./patience.js";
import { ChangedMeanwhile, type Plane } from "./plane.js";
import { isSame } from "./records.js";
import type { Step } from "./step.js";
import { type Live, thingId } from "./thing.js";

/** The project's files in the lake, which Spark job definitions name. Every write and deletion is bound to the version that was read. */
export class LakeFiles implements Plane {
  private readonly container: ContainerClient;

  constructor(
    private readonly destination: Destination,
    access: Access,
    patience: Patience,
  ) {
    const { endpoint, container } = destination.state;
    this.container = new ContainerClient(`${endpoint}/${container}`, blobPipeline(access, patience));
  }

  async read(): Promise<readonly Live[]> {
    const found: Live[] = [];
    const options = { prefix: `${jobFiles(this.destination.project)}/`, includeMetadata: true };
    for await (const { name, properties, metadata } of this.container.listBlobsFlat(options)) {
      // A folder of a lake is a blob too: https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-known-issues
      if (metadata?.["hdi_isfolder"] === "true") continue;
      found.push(this.liveOf(name, { ...properties, metadata }));
    }
    return found;
  }

  async readAgain({ name }: Step): Promise<Live | undefined> {
    try {
      return this.liveOf(name, await this.container.getBlockBlobClient(name).getProperties());
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  }

  async carryOut(step: Step): Promise<void> {
    const blob = this.container.getBlockBlobClient(step.name);
    const conditions = step.before === undefined ? { ifNoneMatch: "*" } : { ifMatch: step.before };
    try {
      if (step.action === "delete") await blob.delete({ conditions });
      else await this.upload(blob, step, conditions);
    } catch (error) {
      if (step.action === "delete" && statusOf(error) === 404) return;
      if (![404, 409, 412].includes(statusOf(error) ?? 0)) throw error;
      // It may have been our own request: its answer was lost, and it was sent again.
      const now = await this.readAgain(step);
      const isDone = step.value !== undefined && isSame(now?.value, comparable(kinds.file, step.value));
      if (!isDone) throw new ChangedMeanwhile(step.thing);
    }
  }

  private upload(blob: BlockBlobClient, { value }: Step, conditions: BlobRequestConditions) {
    const text = typeof value === "string" ? value : "";
    return blob.upload(text, Buffer.byteLength(text), {
      conditions,
      metadata: { [projectTag]: this.destination.project },
      // A list is to tell the content, whoever wrote it.
      blobHTTPHeaders: { blobContentType: "text/x-python; charset=utf-8", blobContentMD5: hash("md5", text, "buffer") },
    });
  }

  private liveOf(name: string, { etag, contentMD5, metadata }: Properties): Live {
    return {
      id: thingId(kinds.file, name),
      kind: kinds.file,
      name,
      value: contentOf(contentMD5 === undefined ? null : Buffer.from(contentMD5).toString("base64")),
      // Lists tell it without the quotes that conditions need.
      version: `"${(etag ?? "").replaceAll('"', "")}"`,
      state: undefined,
      isMarked: metadata?.[projectTag] === this.destination.project,
      address: undefined,
    };
  }
}

interface Properties {
  readonly etag?: string | undefined;
  readonly contentMD5?: Uint8Array | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

const statusOf = (error: unknown): number | undefined => (error instanceof RestError ? error.statusCode : undefined);
