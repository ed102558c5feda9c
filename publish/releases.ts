import { ContainerClient, RestError } from "@azure/storage-blob";
import type { Access } from "./access.js";
import { blobPipeline } from "./blob-pipeline.js";
import { textOf } from "./blob-text.js";
import { type Destination, releasesOf } from "./destination.js";
import type { Lease } from "./lease.js";
import type { Patience } from "./patience.js";
import { type Release, type ReleaseId, readRelease, releaseText } from "./release.js";
import { told } from "./told.js";

export interface ListedRelease {
  readonly id: ReleaseId;
  /** By the clock of the service. */
  readonly published: Date;
}

/** An environment's releases, a blob each, beside its state. They are never deleted from here. */
export class Releases {
  private readonly container: ContainerClient;
  private readonly folder: string;
  /** For messages. */
  private readonly where: string;

  constructor(destination: Destination, access: Access, patience: Patience) {
    const { endpoint, container } = destination.state;
    this.folder = releasesOf(destination);
    this.where = `the container ${container} of ${endpoint}`;
    this.container = new ContainerClient(`${endpoint}/${container}`, blobPipeline(access, patience));
  }

  /** The latest first. */
  list(): Promise<readonly ListedRelease[]> {
    return told(this.where, this.listed());
  }

  private async listed(): Promise<readonly ListedRelease[]> {
    const found: ListedRelease[] = [];
    for await (const { name, properties } of this.container.listBlobsFlat({ prefix: `${this.folder}/` })) {
      const [, id] = /^(\d+)\.json$/.exec(name.slice(this.folder.length + 1)) ?? [];
      if (id !== undefined) found.push({ id: Number(id), published: properties.lastModified });
    }
    return found.sort((a, b) => b.id - a.id);
  }

  /** Undefined: there is none of this id. */
  read(id: ReleaseId): Promise<Release | undefined> {
    return told(this.where, this.found(id));
  }

  private async found(id: ReleaseId): Promise<Release | undefined> {
    const blob = this.blobOf(id);
    const text = await textOf(blob).catch((error: unknown) => {
      if (error instanceof RestError && error.statusCode === 404 && error.code !== "ContainerNotFound")
        return undefined;
      throw error;
    });
    if (text === undefined) return undefined;
    const release = readRelease(text);
    if (release === undefined) throw new Error(`${blob.url} is not a release that this version of sluice can read`);
    return release;
  }

  /** The id of the latest; 0: there is none. */
  async latest(): Promise<ReleaseId> {
    return (await this.list())[0]?.id ?? 0;
  }

  /**
   * Keeps a release, over no other one: under the first id from `from` on that is free, or has the same already, be it by a publishing
   * that was broken off right after, or by a request whose answer was lost. Returns the id.
   */
  async write(from: ReleaseId, release: Release, lease: Lease): Promise<ReleaseId> {
    const text = releaseText(release);
    for (let id = from; ; id += 1) {
      lease.check();
      if (await told(this.where, this.isKept(id, text))) return id;
    }
  }

  /** False: another one has the id. */
  private async isKept(id: ReleaseId, text: string): Promise<boolean> {
    const blob = this.blobOf(id);
    try {
      const blobHTTPHeaders = { blobContentType: "application/json" };
      await blob.upload(text, Buffer.byteLength(text), { blobHTTPHeaders, conditions: { ifNoneMatch: "*" } });
      return true;
    } catch (error) {
      if (!(error instanceof RestError) || ![409, 412].includes(error.statusCode ?? 0)) throw error;
      return (await textOf(blob)) === text;
    }
  }

  private blobOf(id: ReleaseId) {
    return this.container.getBlockBlobClient(`${this.folder}/${id}.json`);
  }
}
