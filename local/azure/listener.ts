import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { Answer, Call, Service } from "./call.js";
import { Refusal } from "./call.js";
import { asksForChange, type Controls, type Fault } from "./control.js";
import type { Issuer } from "./issuer.js";

export interface ListenerRequest {
  readonly service: Service;
  readonly controls: Controls;
  readonly issuer: Issuer;
  readonly port: number;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Milliseconds between a request and its handling. */
  readonly latency: number;
  /** Called after each request for a change that a service has seen. */
  readonly onChange: () => void;
}

/** A service that can be reached. */
export interface Listener {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Lets a service be reached on this machine, and lets go wrong what the controls say. */
export async function listen(request: ListenerRequest): Promise<Listener> {
  const { tls, port } = request;
  const scheme = tls === undefined ? "http" : "https";
  const onRequest: RequestListener = (incoming, outgoing) => {
    exchange(request, scheme, incoming, outgoing).catch(() => outgoing.destroy());
  };
  const server: Server = tls === undefined ? createServer(onRequest) : createSecureServer(tls, onRequest);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `${scheme}://127.0.0.1:${taken}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function exchange(
  request: ListenerRequest,
  scheme: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { service, controls, issuer, latency, onChange } = request;
  const [method, target] = [incoming.method ?? "GET", incoming.url ?? "/"];
  const body = await wholeBody(incoming);
  const caller = issuer.read(incoming.headers.authorization);
  const entry = {
    number: controls.next(),
    plane: service.plane,
    method,
    path: target,
    principal: typeof caller === "string" ? undefined : caller.oid,
    isWrite: asksForChange(method, target.replace(/\?.*$/, "")),
  };
  if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
  const fault = await controls.faultOf(entry);
  if (fault !== undefined && comesFirst(fault)) {
    controls.enter({ ...entry, status: undefined });
    if (fault.kind === "unable") send(outgoing, unable(service, fault), method);
    if (fault.kind === "cut") incoming.socket.destroy();
    return;
  }
  const call: Call = {
    ...partsOf(target),
    method,
    header: (name) => incoming.headersDistinct[name.toLowerCase()]?.[0],
    headerNames: Object.keys(incoming.headersDistinct),
    body,
    origin: `${scheme}://${incoming.headers.host}`,
    caller,
    isEndless: fault?.kind === "endless",
  };
  const answer = answerOf(service, call);
  controls.enter({ ...entry, status: answer.status });
  if (entry.isWrite) onChange();
  if (fault?.kind === "cut") return void incoming.socket.destroy();
  if (fault?.kind !== "silence") send(outgoing, answer, method);
}

/** The service is not asked. */
const comesFirst = (fault: Fault): boolean => fault.kind === "unable" || ("when" in fault && fault.when === "before");

function answerOf(service: Service, call: Call): Answer {
  try {
    return service.answer(call);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

function unable(service: Service, { status, retryAfter }: Extract<Fault, { readonly kind: "unable" }>): Answer {
  const answer = service.unable(status);
  return retryAfter === undefined
    ? answer
    : { ...answer, headers: { ...answer.headers, "Retry-After": String(retryAfter) } };
}

/** A path with a percent sign that begins no escape is taken as it stands. */
function partsOf(target: string): Pick<Call, "path" | "segments" | "query"> {
  const at = target.indexOf("?");
  const path = at === -1 ? target : target.slice(0, at);
  const segments = path.split("/").slice(1).map(decoded);
  return { path, segments, query: new URLSearchParams(at === -1 ? "" : target.slice(at + 1)) };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

async function wholeBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function send(outgoing: ServerResponse, { status, headers, body }: Answer, method: string): void {
  const bytes = Buffer.from(body ?? "");
  const length = method === "HEAD" || status === 204 || status === 304 ? {} : { "Content-Length": bytes.length };
  outgoing.writeHead(status, { ...length, ...headers });
  outgoing.end(method === "HEAD" ? undefined : bytes);
}
