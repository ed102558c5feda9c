import { BlobLeaseClient, BlockBlobClient, RestError } from "@azure/storage-blob";
import type { Access } from "./access.js";
import { blobPipeline } from "./blob-pipeline.js";
import { textOf } from "./blob-text.js";
import { type Destination, stateBlobOf } from "./destination.js";
import { Lease } from "./lease.js";
import type { Patience } from "./patience.js";
import { noState, readState, type State, stateText } from "./state.js";
import { told } from "./told.js";

/** The blob that holds an environment's state, and the lease by which only one publisher at a time works there. */
export class StateBlob {
  private readonly blob: BlockBlobClient;
  /** For messages. */
  private readonly where: string;

  constructor(destination: Destination, access: Access, patience: Patience) {
    const { endpoint, container } = destination.state;
    this.where = `the container ${container} of ${endpoint}`;
    const url = `${endpoint}/${container}/${stateBlobOf(destination)}`;
    this.blob = new BlockBlobClient(url, blobPipeline(access, patience));
  }

  /** Only reads. */
  read(): Promise<State> {
    return told(this.where, this.found());
  }

  private async found(): Promise<State> {
    try {
      const state = readState(await textOf(this.blob));
      if (state === undefined) throw new Error(`${this.blob.url} is not a state that this version of sluice can read`);
      return state;
    } catch (error) {
      if (error instanceof RestError && error.statusCode === 404 && error.code !== "ContainerNotFound") return noState;
      throw error;
    }
  }

  /** Keeps others out; undefined: another publisher is at work. The first one ever makes the blob that the lease is on. */
  lease(seconds: number): Promise<Lease | undefined> {
    return told(this.where, this.begun(seconds));
  }

  private async begun(seconds: number): Promise<Lease | undefined> {
    const client = new BlobLeaseClient(this.blob);
    try {
      return await Lease.begin(client, seconds);
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      if (error.statusCode === 409) return undefined;
      if (error.statusCode !== 404 || error.code === "ContainerNotFound") throw error;
    }
    await this.make();
    return this.begun(seconds);
  }

  private async make(): Promise<void> {
    const text = stateText(noState);
    try {
      await this.blob.upload(text, Buffer.byteLength(text), { conditions: { ifNoneMatch: "*" } });
    } catch (error) {
      // Another one was quicker.
      if (!(error instanceof RestError) || ![409, 412].includes(error.statusCode ?? 0)) throw error;
    }
  }

  /** Writes it, if it is still what was read and the lease still ours. */
  async write(state: State, lease: Lease): Promise<void> {
    lease.check();
    const text = stateText(state);
    const options = { conditions: { leaseId: lease.id }, blobHTTPHeaders: { blobContentType: "application/json" } };
    await this.blob.upload(text, Buffer.byteLength(text), options);
  }
}
