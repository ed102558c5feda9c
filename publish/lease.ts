import { type BlobLeaseClient, RestError } from "@azure/storage-blob";

/**
 * The right to publish to an environment, held for as long as it is renewed: a publisher that was killed keeps others out for no
 * longer than its duration. https://learn.microsoft.com/rest/api/storageservices/lease-blob
 */
export class Lease {
  private until: number;
  private readonly timer: NodeJS.Timeout;

  /** @param seconds 15 to 60 */
  static async begin(client: BlobLeaseClient, seconds: number): Promise<Lease> {
    const asked = performance.now();
    await client.acquireLease(seconds);
    return new Lease(client, seconds * 1000, asked);
  }

  private constructor(
    private readonly client: BlobLeaseClient,
    private readonly duration: number,
    asked: number,
  ) {
    this.until = asked + duration;
    this.timer = setInterval(() => void this.renew(), duration / 4);
    this.timer.unref();
  }

  get id(): string {
    return this.client.leaseId;
  }

  /** Is called by itself, often enough. */
  async renew(): Promise<void> {
    const asked = performance.now();
    try {
      await this.client.renewLease();
      this.until = asked + this.duration;
    } catch (error) {
      // Where the service did not say that it has ended, it lasts as long as it was given for.
      if (error instanceof RestError && [404, 409, 412].includes(error.statusCode ?? 0)) this.until = 0;
    }
  }

  /** Throws if it may have ended: then another publisher may be at work. Called before each write. */
  check(): void {
    if (performance.now() >= this.until) throw new Error(ended);
  }

  async end(): Promise<void> {
    clearInterval(this.timer);
    // It ends by itself, if it has not already.
    await this.client.releaseLease().catch(() => undefined);
  }
}

const ended =
  "the lease on the state, which keeps other publishers out, was lost: somebody ended it, or it could not be renewed";
