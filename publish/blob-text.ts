import type { BlockBlobClient } from "@azure/storage-blob";

/** All that a blob holds. */
export async function textOf(blob: BlockBlobClient): Promise<string> {
  const response = await blob.download();
  const chunks: Buffer[] = [];
  for await (const chunk of response.readableStreamBody ?? []) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
