import { AnonymousCredential, newPipeline, type Pipeline, type RequestPolicyFactory } from "@azure/storage-blob";
import type { Access } from "./access.js";
import type { Patience } from "./patience.js";

/** How the vendor's clients of blobs send: with our tokens, and as patiently as we are. */
export function blobPipeline(access: Access, { retries, retryDelay }: Patience): Pipeline {
  const retryOptions = { maxTries: retries + 1, retryDelayInMs: retryDelay };
  const pipeline = newPipeline(new AnonymousCredential(), { retryOptions });
  pipeline.factories.push(signing(access));
  return pipeline;
}

const signing = (access: Access): RequestPolicyFactory => ({
  create: (next) => ({
    async sendRequest(request) {
      request.headers.set("authorization", await access.headerFor(request.url));
      return next.sendRequest(request);
    },
  }),
});
