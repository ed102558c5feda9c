import {
  createPipelineFromOptions,
  type HttpClient,
  type Pipeline,
  type PipelineRequest,
  type PipelineResponse,
} from "@azure/core-rest-pipeline";
import type { Patience } from "./patience.js";
import { Turns } from "./turns.js";

/** Sends requests to a service, so many at a time. */
export class Sender {
  private readonly patiently: Pipeline;
  private readonly once: Pipeline;
  private readonly turns: Turns;

  constructor(
    private readonly access: HttpClient,
    { retries, retryDelay, requests }: Patience,
  ) {
    this.turns = new Turns(requests);
    this.patiently = createPipelineFromOptions({ retryOptions: { maxRetries: retries, retryDelayInMs: retryDelay } });
    this.once = createPipelineFromOptions({ retryOptions: { maxRetries: 0 } });
  }

  /** May be sent more than once: again where the service did not take it, or no answer came. */
  send(request: PipelineRequest): Promise<PipelineResponse> {
    return this.turns.take(() => this.patiently.sendRequest(this.access, request));
  }

  /** Is sent once: when no answer comes it is not known whether it was done. */
  sendOnce(request: PipelineRequest): Promise<PipelineResponse> {
    return this.turns.take(() => this.once.sendRequest(this.access, request));
  }
}
