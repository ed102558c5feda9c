import type { BlobLeaseClient } from "@azure/storage-blob";

/**
 * The right to publish to an environment, held for as long as it is renewed: a publisher that was killed keeps others out for no
 * longer than its duration. https://learn.microsoft.com/rest/api/storageservices/lease-blob
 */
export class Lease {
  private until: number;
  private readonly timer: NodeJS.Timeout;
  private lost: string | undefined;

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

  private async renew(): Promise<void> {
    const asked = performance.now();
    try {
      await this.client.renewLease();
      this.until = asked + this.duration;
    } catch (error) {
      this.lost = error instanceof Error ? error.message : String(error);
    }
  }

  /** Throws if it may have ended: then another publisher may be at work. Called before each write. */
  check(): void {
    if (performance.now() < this.until) return;
    throw new LeaseLost(`The lease on the state has ended${this.lost === undefined ? "" : `: ${this.lost}`}`);
  }

  async end(): Promise<void> {
    clearInterval(this.timer);
    // It ends by itself, if it has not already.
    await this.client.releaseLease().catch(() => undefined);
  }
}

export class LeaseLost extends Error {}
